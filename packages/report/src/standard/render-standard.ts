import {
  CxMetricsError,
  expectOneOf,
  expectRecord,
  type Language,
  type LocalizedText,
} from "@cxmetrics/definition";
import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import { html, markup, textOf } from "../markup/html.js";
import { data } from "../page/report-page.js";
import { cardSection } from "./card-section.js";
import { evaluatorSection, expectRatings } from "./evaluator-section.js";
import { type EmptyField, findEmptyFields } from "./find-empty-fields.js";
import { formAnnex } from "./form-annex.js";
import { formulaSection } from "./formula-section.js";
import { headOfStandard } from "./head-section.js";
import { parseStandardSupplement } from "./parse-standard-supplement.js";
import { incomplete, otherDefinition, unknownPart } from "./problems.js";
import { expectSameRounding, roundingSection } from "./rounding-section.js";
import { samplingSection } from "./sampling-section.js";
import type { StandardEvidence } from "./standard-evidence.js";
import { type StandardPage, standardPage } from "./standard-page.js";
import { standardStyle } from "./standard-style.js";
import { standardStyleDigest } from "./standard-style-digest.js";
import type { StandardDraft, StandardSupplement } from "./standard-supplement.js";
import { expectOutside, trialAnnex } from "./trial-annex.js";
import { weightAnnex } from "./weight-annex.js";
import { workedSection } from "./worked-section.js";

/**
 * Writes what a committee needs on paper about an index, as one self-contained HTML page for A4: indicator cards, formulas and symbols, a worked
 * example that can be followed by hand, the rounding clause, sampling and evaluator tables, and annexes on weights, trial and the form of a
 * report.
 *
 * Nothing is invented: texts come from the definition and the supplement, figures are computed from the data passed in. A field that is empty in either
 * language, or data that are missing, make it fail with the whole list; it never writes a page with gaps. The page runs no script, asks nobody for anything, and
 * texts stay texts. The same input gives the same bytes.
 *
 * @param definition the index definition
 * @param evidence supplement, and the data of worked example, trial and ratings
 * @param options language
 * @returns an HTML document
 * @throws `CxMetricsError` `standard.incomplete` with every empty field, `standard.other-definition`, `standard.unknown-part`,
 * `standard.rounding-differs`, `standard.criterion-inside`, `standard.criterion-length`, `standard.bad-rating`; those of `parseStandardSupplement`,
 * `scoreIndex`, `evaluatePanel` and `krippendorffAlpha`
 * @see GB/T 1.1 on the parts of a standard; GB/T 8170 on rounding
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const supplement = { formatVersion: 1, id: "example.standard", version: "1.0.0", title, provenance, definition: "example.ease@1.0.0" };
 * const attempt = () => {
 *   try { return renderStandard({ ...head, root: "ease", nodes: { ease } }, { supplement }, { lang: "en" }); } catch (problem) { return problem.code; }
 * };
 * attempt(); // => "standard.incomplete"
 * ```
 */
export function renderStandard(
  definition: IndexDefinition,
  evidence: StandardEvidence,
  options: { readonly lang: Language },
): string {
  const document = defineIndex(definition);
  const lang = expectOneOf(
    expectRecord(options, ["options"], ["lang"])["lang"],
    ["options", "lang"],
    ["en", "zh"],
  );
  expectRecord(evidence, ["evidence"], ["supplement"], ["worked", "trial", "ratings"]);
  const supplement = parseStandardSupplement(evidence.supplement);
  expectRatings(evidence.ratings ?? []);
  expectSameParts(document, supplement);
  const empty = findEmptyFields(document, { ...evidence, supplement });
  if (empty.length > 0)
    throw new CxMetricsError(incomplete, {
      path: ["evidence", "supplement"],
      values: { count: empty.length, fields: listed(empty) },
    });
  // Nothing is empty any more.
  const page = standardPage(document, supplement as StandardSupplement, lang);
  expectSameRounding(page);
  if (evidence.trial) expectOutside(page, evidence.trial);
  return writeStandard(page, evidence);
}

function writeStandard(page: StandardPage, { worked, trial, ratings = [] }: StandardEvidence): string {
  const { say, lang, supplement, definition } = page;
  const head = headOfStandard(page);
  const sections = [
    cardSection(page),
    formulaSection(page),
    ...(worked ? [workedSection(page, worked.table, worked.unit ?? 0)] : []),
    roundingSection(page),
    samplingSection(page),
    evaluatorSection(page, ratings),
    weightAnnex(page),
    trialAnnex(page, trial),
    formAnnex(page),
  ];
  const annexes = new Set(["weights", "trial", "form"]);
  const policy = `default-src 'none'; style-src '${standardStyleDigest}'; base-uri 'none'; form-action 'none'`;
  return textOf(html`<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${supplement.title[lang]}</title>
<style>${markup(standardStyle)}</style>
</head>
<body>
${head}<nav aria-label="${say("contents")}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map(({ id, title, body }) => html`<section${annexes.has(id) ? markup(' class="annex"') : null}><h2 id="${id}">${title}</h2>\n${body}</section>\n`)}</main>
<footer><p class="note">${data(`${definition.id}@${definition.version}`)}</p></footer>
</body>
</html>
`);
}

/** Refuses a supplement of another definition, and parts that the definition does not have. */
function expectSameParts(document: IndexDefinition, supplement: StandardDraft): void {
  const found = `${document.id}@${document.version}`;
  const stated = supplement.definition ?? "";
  if (stated.trim() !== "" && stated !== found)
    throw new CxMetricsError(otherDefinition, { path: ["definition"], values: { stated, found } });
  const refuse = (path: readonly (string | number)[], what: LocalizedText, id: string) => {
    throw new CxMetricsError(unknownPart, { path, values: { what, id } });
  };
  const kindOf = (id: string) => (Object.hasOwn(document.nodes, id) ? document.nodes[id]?.kind : undefined);
  for (const id of Object.keys(supplement.indicators ?? {}))
    if (kindOf(id) !== "indicator") refuse(["indicators", id], indicator, id);
  for (const id of Object.keys(supplement.weights ?? {}))
    if (kindOf(id) !== "aggregate") refuse(["weights", id], mean, id);
  for (const [index, group] of (supplement.evaluators ?? []).entries())
    for (const id of group?.indicators ?? [])
      if (id !== null && kindOf(id) !== "indicator")
        refuse(["evaluators", index, "indicators"], indicator, id);
}

const indicator = { en: "indicator", zh: "指标" };
const mean = { en: "mean", zh: "均值" };

function listed(empty: readonly EmptyField[]): LocalizedText {
  const lines = (lang: Language) => empty.map(({ path, fill }) => `\n- ${path}: ${fill[lang]}`).join("");
  return { en: lines("en"), zh: lines("zh") };
}
