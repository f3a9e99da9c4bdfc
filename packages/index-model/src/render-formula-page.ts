import { CxMetricsError, digestDefinition, expectOneOf, type Language } from "@cxmetrics/definition";
import { defineIndex } from "./define-index.js";
import { explainIndex } from "./explain-index.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexResult } from "./index-result.js";
import { formulasSection } from "./page/formulas-section.js";
import { gradesSection } from "./page/grades-section.js";
import { headSection } from "./page/head-section.js";
import { missingSection } from "./page/missing-section.js";
import { pageContext } from "./page/page-context.js";
import { constantsSection, rollupsSection } from "./page/parts-section.js";
import { structureSection } from "./page/structure-section.js";
import { symbolsSection } from "./page/symbols-section.js";
import { viewsSection } from "./page/views-section.js";
import { workedSection } from "./page/worked-section.js";
import { notAResult } from "./problems.js";

/** What a formula page tells and in which language. */
export interface FormulaPageOptions {
  readonly lang: Language;
  /** A result of the same definition, of which one unit is worked through. */
  readonly result?: IndexResult;
  /** The unit to work through, by name or row; the first one when left out. */
  readonly unit?: string | number;
}

/**
 * The whole definition as a Markdown page in English or Chinese: structure with weights, symbols, the formula of every node
 * in LaTeX and as a sentence, missing-data rules, views, grades and, where a result is given, one unit step by step. All
 * formulas come from the expressions that compute the scores. Titles are escaped, so a definition from outside cannot add
 * markup.
 *
 * @param definition an index definition
 * @param options language, and maybe a result with the unit to work through
 * @returns Markdown with LaTeX between dollar signs
 * @throws `CxMetricsError` as `defineIndex` and `explainIndex` do; `index.not-a-result` when the result is of another definition
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const page = renderFormulaPage(defineIndex({ ...head, root: "ease", nodes: { ease } }), { lang: "zh" });
 * page.split("\n")[0]; // => "# 易用"
 * ```
 */
export function renderFormulaPage(definition: IndexDefinition, options: FormulaPageOptions): string {
  const document = defineIndex(definition);
  const lang = expectOneOf(options?.lang, ["options", "lang"], ["en", "zh"]);
  const page = pageContext(document, lang);
  const { result, unit = 0 } = options;
  const explanation = result === undefined ? undefined : explainIndex(result, unit);
  if (explanation && explanation.definition.digest !== digestDefinition(document))
    throw new CxMetricsError(notAResult, { path: ["options", "result"], values: { part: "definition" } });
  const sections = [
    headSection(page),
    structureSection(page),
    symbolsSection(page),
    formulasSection(page),
    missingSection(page),
    viewsSection(page),
    gradesSection(page),
    rollupsSection(page),
    constantsSection(page),
    explanation && workedSection(page, explanation),
  ];
  return `${sections.filter((section) => section !== undefined).join("\n\n")}\n`;
}
