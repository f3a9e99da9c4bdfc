import type { NotComputable } from "@cxmetrics/definition";
import type { CohortColumn } from "./cohort-column.js";
import type { CohortParameters } from "./cohort-method.js";
import { type CohortTable, expectAtMost, readTable } from "./cohort-table.js";
import { presentRows } from "./read-column.js";
import { tooFewUnits } from "./reasons.js";
import { cohortMethodOf, readCohortMethod } from "./registry.js";

/** What happens to the order of the others when one unit is left out. */
export interface DroppedUnit {
  /** Row of the unit left out. */
  readonly row: number;
  /** Pairs whose order turned round. */
  readonly reversed: number;
  /** The first 20 of them: rows, the one that stood better before first. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Pairs that were told apart before and tie now, or the other way round. */
  readonly tiesChanged: number;
  /** Whether another unit than before comes first among those that remain. */
  readonly leaderChanged: boolean;
}

/** How far the order of a cohort depends on who takes part. */
export interface RankReversals {
  readonly status: "ok";
  readonly n: number;
  readonly method: CohortParameters["method"];
  /** One per unit that has a value. */
  readonly dropped: readonly DroppedUnit[];
  /** Share of reversed pairs among all pairs compared, 0…1. */
  readonly reversedShare: number;
  /** True where leaving out any one unit turns no pair round. */
  readonly stable: boolean;
}

/**
 * Leaves out one unit at a time, computes the method anew, and tells whose order turns round although their values stand as
 * they stood. A method whose order can turn so must not be read as a property of the unit alone.
 *
 * Values that differ by no more than 10⁻⁹ of their size tie. A drop after which the method is not computable counts no pairs.
 *
 * @param table columns in which more is better, and weights (which methods without weights do not read); 200 units at most
 * @param parameters method and its parameters; methods of one column read the first
 * @returns the report, or `not-computable`: `too-few-units` with fewer than three units with a value, or the method's own reason
 * @throws `CxMetricsError` `cohort.too-many-units`, `document.not-allowed` for an unknown method, and what the method throws
 * @example
 * ```ts
 * // Fishburn's example: seven criteria in three groups rank a, b, c, d; without d, the last, the winner changes from a to c.
 * const columns = [[2, 3, 4, 1], [3, 4, 1, 2], [4, 1, 2, 3]];
 * const report = rankReversals({ columns, weights: [3, 2, 2] }, { method: "borda" });
 * report.dropped[3].leaderChanged; // => true
 * report.dropped[3].pairs; // => [[0, 1], [0, 2], [1, 2]]
 * ```
 */
export function rankReversals(
  table: CohortTable,
  parameters: CohortParameters,
): RankReversals | NotComputable {
  const { length } = readTable(table, Number.MAX_VALUE);
  readCohortMethod(parameters, ["parameters"], table.columns.length);
  expectAtMost(length, 200);
  const method = cohortMethodOf(parameters);
  const direction = method.better(parameters) === "higher" ? 1 : -1;
  const whole = method.compute(parameters, table);
  if (whole.status !== "ok") return whole;
  const order = (column: CohortColumn) =>
    Float64Array.from(column.values, (value) => (value ?? Number.NaN) * direction);
  const before = order(whole);
  const rows = presentRows(before);
  if (rows.length < 3) return tooFewUnits;
  let compared = 0;
  const dropped = rows.map((row): DroppedUnit => {
    const columns = table.columns.map((column) =>
      Array.from(column, (value, at) => (at === row ? null : value)),
    );
    const without = method.compute(parameters, { ...table, columns });
    const left = rows.filter((other) => other !== row);
    const told = without.status === "ok" ? changes(before, order(without), left) : undefined;
    compared += told === undefined ? 0 : (left.length * (left.length - 1)) / 2;
    return { row, ...(told ?? { reversed: 0, pairs: [], tiesChanged: 0, leaderChanged: false }) };
  });
  const reversed = dropped.reduce((sum, unit) => sum + unit.reversed, 0);
  return {
    status: "ok",
    n: rows.length,
    method: method.method,
    dropped,
    reversedShare: compared === 0 ? 0 : reversed / compared,
    stable: reversed === 0,
  };
}

function changes(before: Float64Array, after: Float64Array, rows: readonly number[]) {
  const pairs: (readonly [number, number])[] = [];
  let reversed = 0;
  let tiesChanged = 0;
  for (const [place, first] of rows.entries())
    for (const second of rows.slice(place + 1)) {
      const was = compare(before, first, second);
      const is = compare(after, first, second);
      if (was === is) continue;
      if (was === 0 || is === 0) tiesChanged += 1;
      else {
        reversed += 1;
        if (pairs.length < 20) pairs.push(was > 0 ? [first, second] : [second, first]);
      }
    }
  const leaders = (values: Float64Array) =>
    rows.filter((row) => rows.every((other) => compare(values, row, other) >= 0)).join();
  return { reversed, pairs, tiesChanged, leaderChanged: leaders(before) !== leaders(after) };
}

function compare(values: Float64Array, first: number, second: number): number {
  const a = values[first] ?? Number.NaN;
  const b = values[second] ?? Number.NaN;
  const gap = a - b;
  // A unit that has lost its value cannot be compared and counts as tied.
  return Math.abs(gap) > 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? Math.sign(gap) : 0;
}
