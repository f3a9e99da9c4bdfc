import { fillMessage, type Language, type LocalizedText } from "@cxmetrics/definition";
import type { EvaluationResult, MeasureForm } from "@cxmetrics/evaluation";
import { type IndexDefinition, weightBase } from "@cxmetrics/index-model";
import { type Html, html } from "../markup/html.js";
import { decimalsOf, type Scale, withSign, writeScore } from "../numbers/write-number.js";
import { reportWords } from "../words/report-words.js";

/** What the sections of a report have in common. */
export interface ReportPage {
  readonly result: EvaluationResult;
  readonly lang: Language;
  readonly scale: Scale;
  /** Id of the mean in which weights are told, and its children: the dimensions. */
  readonly base: string | undefined;
  readonly dimensions: readonly string[];
  readonly say: (
    word: keyof typeof reportWords,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  readonly score: (value: number) => string;
  readonly difference: (value: number) => string;
  readonly nodeTitle: (id: string) => string;
  readonly unitTitle: (id: string) => string;
  readonly formOf: (measure: string, unit: string) => MeasureForm | undefined;
  /** Ids of places in the page; they never come from data. */
  readonly anchors: Anchors;
  /** The number of the next figure. */
  readonly nextFigure: () => number;
}

/** Ids of places in the page. */
interface Anchors {
  readonly unit: (id: string) => string;
  readonly trace: (unit: string, node: string) => string;
  readonly measure: (id: string) => string;
  readonly part: (id: string) => string;
}

/** Prepares a report in a language. */
export function reportPage(result: EvaluationResult, lang: Language): ReportPage {
  const document = result.index.document;
  const { lower, upper } = document.scale;
  const scale = { lower, upper };
  decimalsOf(scale);
  const base = weightBase(document);
  let figures = 0;
  return {
    result,
    lang,
    scale,
    base,
    dimensions: dimensionsOf(document, base),
    say: (word, values = {}) => fillMessage(reportWords[word], values)[lang],
    score: (value) => writeScore(value, scale),
    difference: (value) => withSign(value, writeScore(value, scale)),
    nodeTitle: (id) => (Object.hasOwn(document.nodes, id) ? (document.nodes[id]?.title[lang] ?? id) : id),
    unitTitle: (id) => result.units.find((unit) => unit.id === id)?.title[lang] ?? id,
    formOf: (measure, unit) =>
      Object.hasOwn(result.measures, measure)
        ? result.measures[measure]?.forms.find(({ units }) => units.includes(unit))
        : undefined,
    anchors: anchorsOf(result),
    nextFigure: () => {
      figures += 1;
      return figures;
    },
  };
}

function dimensionsOf({ nodes }: IndexDefinition, base: string | undefined): readonly string[] {
  const node = base !== undefined && Object.hasOwn(nodes, base) ? nodes[base] : undefined;
  return node?.kind === "aggregate" ? node.children.map((child) => child.node) : [];
}

function anchorsOf(result: EvaluationResult): Anchors {
  const numbered = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]));
  const units = numbered(result.units.map(({ id }) => id));
  const nodes = numbered(Object.keys(result.index.document.nodes));
  const measures = numbered(Object.keys(result.measures));
  return {
    unit: (id) => `unit-${units.get(id) ?? "x"}`,
    trace: (unit, node) => `trace-${units.get(unit) ?? "x"}-${nodes.get(node) ?? "x"}`,
    measure: (id) => `measure-${measures.get(id) ?? "x"}`,
    part: (id) => `part-${nodes.get(id) ?? "x"}`,
  };
}

/** A text from the plan, a definition or the data: isolated, so that its direction of writing ends with it. */
export function data(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** The beginning of a digest, whole as a tooltip. */
export function shortDigest(digest: string): Html {
  return html`<code title="${digest}">${digest.slice(0, 19)}…</code>`;
}

/** `id@version` with the beginning of the digest. */
export function citation({
  id,
  version,
  digest,
}: {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}): Html {
  return html`<span class="cite">${data(`${id}@${version}`)} ${shortDigest(digest)}</span>`;
}

/** Title in a language. */
export function titleIn(text: LocalizedText, lang: Language): Html {
  return data(text[lang]);
}
