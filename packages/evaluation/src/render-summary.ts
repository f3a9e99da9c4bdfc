import { CxMetricsError, expectOneOf, expectRecord, type Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "./evaluation-result.js";
import { noLanguage, notAResult } from "./problems.js";
import { changeSection } from "./summary/change-section.js";
import { criteriaSection, estimateSection } from "./summary/estimate-section.js";
import { gapLines } from "./summary/gap-lines.js";
import { headLines } from "./summary/head-lines.js";
import { indexSection } from "./summary/index-section.js";
import { sourceSection } from "./summary/source-section.js";
import { uncertaintySection } from "./summary/uncertainty-section.js";
import { warningLines } from "./summary/warning-lines.js";
import { wording } from "./summary/wording.js";

const parts = [
  "plan",
  "definition",
  "engines",
  "units",
  "measures",
  "estimates",
  "criteria",
  "index",
  "roots",
  "traces",
  "changes",
  "evidence",
  "warnings",
];

/**
 * Writes a result as a Markdown page in English or Chinese: purpose, definition with digest, index and dimensions by unit, how sure the index is, every
 * estimate with n and interval, criteria, changes, what is not computable and why, warnings, sources, and how to read it.
 *
 * Rounds for display only. Texts from the plan and the data cannot break the page: `|`, line breaks and `<` are neutralised.
 *
 * @param result from `evaluatePlan`, also after a round trip through JSON
 * @param lang `en` or `zh`
 * @returns Markdown that ends with a line break
 * @throws `CxMetricsError` `summary.unknown-language`, `summary.not-a-result`, and `document.*` for a result without its parts
 * @example
 * ```ts
 * const title = { en: "Availability", zh: "可用性" };
 * const provenance = { status: "illustrative", source: "example" };
 * const definition = {
 *   formatVersion: 1, id: "demo.index", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "up",
 *   nodes: { up: { kind: "indicator", title, provenance, unit: "%", source: "operational", normalise: { method: "goalposts", worst: 90, best: 100 } } },
 * };
 * const plan = {
 *   formatVersion: 1, id: "demo", version: "1.0.0", title, purpose: title, unitOfEvaluation: "channel",
 *   units: [{ id: "M", title: { en: "App", zh: "手机银行" } }],
 *   definition: "demo.index@1.0.0", sources: {},
 *   measures: { up: { kind: "given", value: 98.25, basis: "operations report" } },
 * };
 * const result = await evaluatePlan(plan, {
 *   engine: inMemoryEngine({}), resolveIndexDefinition: () => definition, resolveScoreDefinition: () => undefined,
 * });
 * renderSummary(result, "en").includes("| App | 82.5 |"); // => true
 * renderSummary(result, "zh").split("\n")[0]; // => "# 可用性"
 * ```
 */
export function renderSummary(result: EvaluationResult, lang: Language): string {
  if (lang !== "en" && lang !== "zh")
    throw new CxMetricsError(noLanguage, {
      path: ["lang"],
      values: { found: typeof lang === "string" ? lang : typeof lang },
    });
  const record = expectRecord(result, ["result"], ["formatVersion", ...parts], ["evaluatedOn", "table"]);
  expectOneOf(record["formatVersion"], ["result", "formatVersion"], [1]);
  try {
    return writeSummary(result, lang);
  } catch {
    // Only a result that some other program put together fails to be read here.
    throw new CxMetricsError(notAResult, { path: ["result"] });
  }
}

function writeSummary(result: EvaluationResult, lang: Language): string {
  const words = wording[lang];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.index, indexSection(result, lang)],
    [words.uncertainty, uncertaintySection(result, lang)],
    [words.estimates, estimateSection(result, lang)],
    [words.criteria, criteriaSection(result, lang)],
    [words.changes, changeSection(result, lang)],
    [words.gaps, gapLines(result, lang)],
    [words.warnings, warningLines(result, lang)],
    [words.evidence, sourceSection(result, lang)],
    [words.reading, words.howToRead.map((sentence) => `- ${sentence}`)],
  ];
  const lines = sections.flatMap(([title, body]) =>
    body.length === 0 ? [] : ["", `## ${title}`, "", ...body],
  );
  return `${[...headLines(result, lang), ...lines].join("\n")}\n`;
}
