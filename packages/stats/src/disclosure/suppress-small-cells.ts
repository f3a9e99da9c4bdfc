import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import type { CellState } from "./cell-state.js";
import { expectCountRows, expectCounts, type SmallCellRule } from "./count-table.js";
import { minimumNotWhole, notATable, zeroUndecided } from "./problems.js";
import { protectList } from "./protect-list.js";
import { protectTable, withMargins } from "./protect-table.js";

/** How many figures are withheld, margins included. */
export interface WithheldCounts {
  /** Below the minimum. */
  readonly small: number;
  /** Withheld so that no small one can be derived. */
  readonly complement: number;
}

/** A list of counts, fit to be published with its total. */
export interface SuppressedList {
  readonly status: "ok";
  readonly shape: "list";
  /** `null` where withheld. */
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
  /** For your own records, not for publication: states of the cells and, last, of the total. */
  readonly states: readonly CellState[];
  readonly withheld: WithheldCounts;
}

/** A two-way table of counts, fit to be published with its margins. */
export interface SuppressedTable {
  readonly status: "ok";
  readonly shape: "table";
  /** `null` where withheld. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** For your own records, not for publication: states of the cells with row totals as last column and column totals as last row. */
  readonly states: readonly (readonly CellState[])[];
  readonly withheld: WithheldCounts;
}

/**
 * Withholds counts below a minimum, and as many others as it takes that none of them can be derived from what is published: disclosure
 * control for a list with its total, or a two-way table with its margins.
 *
 * Totals count as cells: a total below the minimum is withheld too. Complements are the smallest counts that serve; totals are withheld
 * only where nothing else serves. With `zeroAllowed`, zeros are shown, so a withheld cell is known to be at least 1, and the protection
 * reckons with that. Every withheld count then has at least two possible values, given everything that is published; the range can
 * still be narrow. The same input always gives the same cells. Fewest cells in all is not promised.
 *
 * The rule of the US Centers for Medicare & Medicaid Services, no count of 1 to 10 shown or derivable and 0 allowed (CMS cell size suppression
 * policy, 2017), is `{ minimum: 11, zeroAllowed: true }`. One table is protected on its own: tables that share cells or totals must be protected
 * together, and percentages of a withheld count must be withheld too. Method: shortest closed walks, after Cox, JASA 75 (1980) 377–385, and
 * Gusfield, SIAM Journal on Computing 17 (1988) 552–571. Reliability is another matter: see `reliabilitySuppression`.
 *
 * @param table whole counts: a list, or rows of equal length; at most 5000 cells
 * @returns what may be published, or `not-computable` `no-observations` for a table without cells
 * @throws `CxMetricsError` `disclosure.not-a-table`, `disclosure.not-a-count`, `disclosure.ragged-table`, `disclosure.table-too-large`,
 * `disclosure.minimum`, `disclosure.zero-undecided`, `argument.not-an-object`
 * @example
 * ```ts
 * const list = suppressSmallCells([4, 30, 18, 60], { minimum: 11, zeroAllowed: true });
 * list.status === "ok" && list.cells; // => [null, 30, null, 60]
 * const table = suppressSmallCells([[4, 20, 30], [25, 40, 50], [60, 70, 15]], { minimum: 11, zeroAllowed: true });
 * table.status === "ok" && table.cells; // => [[null, null, 30], [null, null, 50], [60, 70, 15]]
 * ```
 */
export function suppressSmallCells(
  table: readonly number[],
  rule: SmallCellRule,
): SuppressedList | NotComputable;
export function suppressSmallCells(
  table: readonly (readonly number[])[],
  rule: SmallCellRule,
): SuppressedTable | NotComputable;
export function suppressSmallCells(
  table: readonly number[] | readonly (readonly number[])[],
  rule: SmallCellRule,
): SuppressedList | SuppressedTable | NotComputable {
  const { minimum, zeroAllowed } = expectRule(rule);
  if (!Array.isArray(table) && !ArrayBuffer.isView(table))
    throw new CxMetricsError(notATable, { path: ["table"], values: { found: describeValue(table) } });
  const isTable = Array.isArray(table) && table.some((row) => typeof row === "object" && row !== null);
  if (!isTable) {
    const counts = expectCounts(table, ["table"]);
    return counts.length === 0 ? noObservations : listOf(counts, { minimum, zeroAllowed });
  }
  const rows = expectCountRows(table, ["table"]);
  return rows[0]?.length === 0 ? noObservations : tableOf(rows, { minimum, zeroAllowed });
}

function listOf(counts: readonly number[], rule: SmallCellRule): SuppressedList {
  const states = protectList(counts, rule);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shown = [...counts, total].map((count, cell) => (states[cell] === "shown" ? count : null));
  const cells = shown.slice(0, -1);
  return {
    status: "ok",
    shape: "list",
    cells,
    total: shown.at(-1) ?? null,
    states,
    withheld: withheldIn(states),
  };
}

function tableOf(rows: readonly (readonly number[])[], rule: SmallCellRule): SuppressedTable {
  const all = withMargins(rows);
  const states = protectTable(all, rule);
  const shown = all.map((line, row) =>
    line.map((count, column) => (states[row]?.[column] === "shown" ? count : null)),
  );
  const margin = shown.at(-1) ?? [];
  return {
    status: "ok",
    shape: "table",
    cells: shown.slice(0, -1).map((line) => line.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((line) => line.at(-1) ?? null),
    columnTotals: margin.slice(0, -1),
    total: margin.at(-1) ?? null,
    states,
    withheld: withheldIn(states.flat()),
  };
}

function withheldIn(states: readonly CellState[]): WithheldCounts {
  const count = (wanted: CellState) => states.filter((state) => state === wanted).length;
  return { small: count("small"), complement: count("complement") };
}

function expectRule(rule: unknown): SmallCellRule {
  const { minimum, zeroAllowed } = namedMembers(rule as SmallCellRule, "rule", ["rule"]);
  if (!Number.isInteger(minimum) || minimum < 1 || minimum > 1e6) {
    const values = { found: describeValue(minimum) };
    throw new CxMetricsError(minimumNotWhole, { path: ["rule", "minimum"], values });
  }
  if (typeof zeroAllowed !== "boolean") {
    const values = { found: describeValue(zeroAllowed) };
    throw new CxMetricsError(zeroUndecided, { path: ["rule", "zeroAllowed"], values });
  }
  return { minimum, zeroAllowed };
}
