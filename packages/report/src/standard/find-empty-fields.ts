import type { LocalizedText } from "@cxmetrics/definition";
import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import type { Field } from "./field.js";
import type { StandardEvidence } from "./standard-evidence.js";
import type { StandardDraft } from "./standard-supplement.js";
import { commonFields, indicatorFields, supplementFields } from "./supplement-fields.js";

/** A field that must be filled before a standard can be written. */
export interface EmptyField {
  /** Where it stands, dotted: `indicators.A1.caliber.zh`. */
  readonly path: string;
  /** What to write there. */
  readonly fill: LocalizedText;
}

type Found = (path: readonly (string | number)[], fill: LocalizedText) => void;

/**
 * Every field that is still empty, in the order of the document: of the supplement, of the definition (its purpose), and the data from which the
 * worked example, the agreement of the evaluators and the trial annex are computed.
 *
 * @param definition the index definition
 * @param evidence supplement and data, as `renderStandard` takes them
 * @returns path and what to write there; empty where the standard can be written
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const supplement = { formatVersion: 1, id: "example.standard", version: "1.0.0", title, provenance, scope: { en: "Apps", zh: "" } };
 * const empty = findEmptyFields({ ...head, root: "ease", nodes: { ease } }, { supplement });
 * empty.slice(0, 3).map(({ path }) => path); // => ["definition.purpose", "definition", "scope.zh"]
 * ```
 */
export function findEmptyFields(
  definition: IndexDefinition,
  evidence: StandardEvidence,
): readonly EmptyField[] {
  const document = defineIndex(definition);
  const { supplement } = evidence;
  const empty: EmptyField[] = [];
  const found: Found = (path, fill) => empty.push({ path: path.join("."), fill });
  if (!document.purpose) found(["definition", "purpose"], ofDefinition);
  for (const [name, field] of Object.entries(supplementFields.fields)) {
    if (name === "indicators") indicatorGaps(document, supplement, found);
    else if (name === "weights") weightGaps(document, supplement, found);
    else if (name === "trial" && filled(supplement.trial?.notHeld)) continue;
    else gaps(member(supplement, name), field, [name], found);
  }
  evaluatorGaps(document, evidence, found);
  if (!evidence.worked) found(["--data"], forWorked);
  if (!evidence.trial && !filled(supplement.trial?.notHeld)) found(["--trial"], forTrial);
  return empty;
}

const ofDefinition = {
  en: "purpose of the index, in the definition itself",
  zh: "指数的目的，写在定义中",
};
const forWorked = {
  en: "a table with the unit that the worked example follows",
  zh: "算例所用对象的数据表",
};
const forTrial = {
  en: "the data of the trial, or trial.notHeld with the reason why there was none",
  zh: "试用数据；未试用时请在 trial.notHeld 写明原因",
};
const noRatings = {
  en: "the ratings of these indicators (--ratings), or notAssessed with the reason why no agreement is told",
  zh: "这些指标的评分数据（--ratings）；不报告一致性时请在 notAssessed 写明原因",
};
const noGroup = {
  en: "a group of evaluators that rates this indicator, whose source is expert",
  zh: "评价该指标（数据来源为专家）的评价者组",
};
const noPanel = {
  en: "panel with the judgements, or noJudgements with the reason why there are none",
  zh: "panel 判断数据；没有时请在 noJudgements 写明原因",
};

/** Walks a value beside its field. */
function gaps(value: unknown, field: Field, path: readonly (string | number)[], found: Found): void {
  if (field.optional && !filled(value)) return;
  const { about } = field;
  switch (field.kind) {
    case "text":
      if (typeof value !== "object" || value === null) found(path, about);
      else for (const lang of ["en", "zh"]) if (!filled(member(value, lang))) found([...path, lang], about);
      return;
    case "list": {
      const list = Array.isArray(value) ? value : [];
      if (value === undefined || value === null || list.length < field.least) found(path, about);
      for (const [index, one] of list.entries()) gaps(one, field.of, [...path, index], found);
      return;
    }
    case "group":
      for (const [name, inner] of Object.entries(field.fields))
        gaps(member(value, name), inner, [...path, name], found);
      return;
    case "by-id":
      return;
    default:
      if (!filled(value)) found(path, about);
  }
}

/** A field of an indicator may be left out where `common` says it. */
function indicatorGaps(
  { nodes }: IndexDefinition,
  { indicators, common }: StandardDraft,
  found: Found,
): void {
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== "indicator") continue;
    const own = member(indicators, id);
    gaps(own, indicatorFields, ["indicators", id], found);
    for (const name of commonFields) {
      const field = { ...(indicatorFields.fields[name] as Field), optional: undefined } as unknown as Field;
      if (!filled(member(own, name)) && !filled(member(common, name)))
        gaps(undefined, field, ["indicators", id, name], found);
    }
  }
}

function weightGaps({ nodes }: IndexDefinition, { weights }: StandardDraft, found: Found): void {
  const field = supplementFields.fields["weights"];
  if (field?.kind !== "by-id") return;
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== "aggregate" || node.children.length < 2) continue;
    const own = member(weights, id);
    gaps(own, field.of, ["weights", id], found);
    if (!filled(member(own, "panel")) && !filled(member(own, "noJudgements")))
      found(["weights", id, "panel"], noPanel);
  }
}

function evaluatorGaps(
  { nodes }: IndexDefinition,
  { supplement, ratings }: StandardEvidence,
  found: Found,
): void {
  const groups = supplement.evaluators ?? [];
  const rated = new Set((ratings ?? []).map(({ item }) => item));
  const covered = new Set(groups.flatMap((group) => group?.indicators ?? []));
  for (const [index, group] of groups.entries())
    if (!filled(group?.notAssessed) && !(group?.indicators ?? []).some((id) => id !== null && rated.has(id)))
      found(["evaluators", index, "notAssessed"], noRatings);
  for (const [id, node] of Object.entries(nodes))
    if (node.kind === "indicator" && node.source === "expert" && !covered.has(id))
      found(["evaluators", id], noGroup);
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Whether anything stands there: a text of two languages counts as soon as one of them does. */
function filled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value !== "object") return true;
  return Object.values(value).some(filled);
}
