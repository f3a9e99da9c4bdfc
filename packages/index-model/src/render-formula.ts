import { CxMetricsError, expectOneOf, expectText, type Language } from "@cxmetrics/definition";
import {
  type SpreadsheetOptions,
  type SqlOptions,
  toLatex,
  toSpreadsheet,
  toSql,
  toText,
} from "@cxmetrics/formula";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";
import { loweredOrNone } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { readColumnName, readName } from "./node-id.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { noFormula } from "./problems.js";
import { proseOf } from "./prose-of.js";
import { symbolOf } from "./symbol-of.js";

/** Forms in which a formula can be written. */
export type FormulaBackend = "latex" | "prose" | "text" | "sql" | "spreadsheet";

/** How a formula is written. */
export interface RenderFormulaOptions {
  /** Language of `prose`; English when left out. */
  readonly lang?: Language;
  /** Database of `sql`; DuckDB when left out. */
  readonly dialect?: SqlOptions["dialect"];
  /** `spreadsheet`: the cell of a name that the formula reads; defined names `v_<id>` and `x_<id>` when left out. */
  readonly cell?: SpreadsheetOptions["cell"];
}

/**
 * The formula of one node in writing, from the very expression that computes it.
 *
 * `latex`: $I_{id}$ is the value of a node, $x_{id}$ the raw value of a leaf. `prose`: a sentence with the titles.
 * `text`: one line with the ids; a raw value is `<id>.raw`. `sql`: one expression over columns of
 * these names; names are quoted and numbers are typed literals, whatever a definition holds. What a formula needs twice stands there twice: for
 * formulas of many levels give `lowerNode` to `toSqlQuery` of `@cxmetrics/formula`, which computes each step once. `spreadsheet`: a cell's
 * formula over defined names, `v_<id>` for the value of a node and `x_<id>` for the raw value of a leaf, with `.` for `-`. A node whose
 * value depends on all units has no formula: `prose` and `text` tell its steps, `sql` and `spreadsheet` are refused.
 *
 * @param definition an index definition
 * @param nodeId id of the node
 * @param backend `latex`, `prose`, `text`, `sql` or `spreadsheet`
 * @returns the formula; in `latex`, `prose` and `text` with what it defines on the left
 * @throws `CxMetricsError` `index.no-formula`, what `toSql` and `toSpreadsheet` throw, `document.not-allowed` for other names, `index.dangling-node` with the nearest id
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * renderFormula(defineIndex({ ...head, root: "ease", nodes: { ease } }), "ease", "text"); // => "ease = ease.raw"
 * renderFormula(defineIndex({ ...head, root: "ease", nodes: { ease } }), "ease", "spreadsheet"); // => "=IF(ISNUMBER(x_ease),x_ease,NA())"
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
  expectText(nodeId, ["nodeId"]);
  const expression = loweredOrNone(document, nodeId);
  if (expression === undefined) {
    const steps = nodeKindOf(nodeAt(document, nodeId)).describe?.(document, nodeId, nodeAt(document, nodeId));
    if (backend === "prose" || backend === "text") return steps?.[lang] ?? proseOf(document, nodeId, lang);
    if (backend === "latex")
      return `${symbolOf(nodeId)} = \\text{${(steps?.en ?? "").replace(/[\\{}$&#^~%_]/g, " ")}}`;
    throw new CxMetricsError(noFormula, { path: ["nodeId"], values: { node: nodeId } });
  }
  switch (backend) {
    case "latex":
      return `${symbolOf(nodeId)} = ${toLatex(expression, { symbol: symbolOf })}`;
    case "prose":
      return proseOf(document, nodeId, lang);
    case "text":
      return `${nodeId} = ${toText(expression)}`;
    case "sql":
      return toSql(expression, { dialect: options?.dialect ?? "duckdb" });
    default:
      return `=${toSpreadsheet(expression, { cell: options?.cell ?? definedName })}`;
  }
}

/** A defined name that no sheet takes for a cell, whatever the id. */
function definedName(name: string): string {
  const column = readColumnName(name);
  if (column !== undefined) return `c_${column}`;
  const { node, raw, output } = readName(name);
  const own = `${raw ? "x" : "v"}_${node}${output === undefined ? "" : `.${output}`}`;
  return own.replaceAll("-", ".");
}
