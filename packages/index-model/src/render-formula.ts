import { CxMetricsError, expectOneOf, expectText, type Language } from "@cxmetrics/definition";
import { toLatex, toText } from "@cxmetrics/formula";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import { lowered } from "./lowered.js";
import { backendNotAvailable } from "./problems.js";
import { proseOf } from "./prose-of.js";
import { symbolOf } from "./symbol-of.js";

/** Forms in which a formula can be written; `sql` and `spreadsheet` are reserved for their own packages. */
export type FormulaBackend = "latex" | "prose" | "text" | "sql" | "spreadsheet";

/** How a formula is written. */
export interface RenderFormulaOptions {
  /** Language of `prose`; English when left out. */
  readonly lang?: Language;
}

/**
 * The formula of one node in writing, from the very expression that computes it.
 *
 * `latex`: $I_{id}$ is the value of a node, $x_{id}$ the raw value of a leaf. `prose`: a sentence with the titles.
 * `text`: one line with the ids; a raw value is `<id>.raw`.
 *
 * @param definition an index definition
 * @param nodeId id of the node
 * @param backend `latex`, `prose` or `text`
 * @returns the formula, with what it defines on the left
 * @throws `CxMetricsError` `formula.backend-not-available` for `sql` and `spreadsheet`, `document.not-allowed` for other
 * names, `index.dangling-node` with the nearest id
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * renderFormula(defineIndex({ ...head, root: "ease", nodes: { ease } }), "ease", "text"); // => "ease = ease.raw"
 * ```
 */
export function renderFormula(
  definition: IndexDefinition,
  nodeId: string,
  backend: FormulaBackend,
  options: RenderFormulaOptions = {},
): string {
  const document = defineIndex(definition);
  expectOneOf(backend, ["backend"], ["latex", "prose", "text", "sql", "spreadsheet"]);
  const lang = expectOneOf(options?.lang ?? "en", ["options", "lang"], ["en", "zh"]);
  const expression = lowered(document, expectText(nodeId, ["nodeId"]));
  switch (backend) {
    case "latex":
      return `${symbolOf(nodeId)} = ${toLatex(expression, { symbol: symbolOf })}`;
    case "prose":
      return proseOf(document, nodeId, lang);
    case "text":
      return `${nodeId} = ${toText(expression)}`;
    default:
      throw new CxMetricsError(backendNotAvailable, { path: ["backend"], values: { backend } });
  }
}
