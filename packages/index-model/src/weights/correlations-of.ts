import {
  CxMetricsError,
  expectNumber,
  expectRecord,
  expectText,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { expectLength, expectMembers } from "./expect-members.js";
import { readTable, type TableBase, type WeightTable } from "./indicator-table.js";
import { notCorrelations, tooMany } from "./problems.js";
import { constantIndicator, noUnits, oneIndicator, oneUnit, withValues } from "./reasons.js";
import { oneMinusCorrelation, unitColumn } from "./standardised-columns.js";
import { symmetricEigen } from "./symmetric-eigen.js";
import { fewUnits } from "./warnings.js";

/** Correlations in place of a table, for example from a publication. */
export interface CorrelationTable {
  readonly correlations: readonly (readonly number[])[];
  /** Ids of the indicators; `"1"`, `"2"`, … where left out. */
  readonly indicators?: readonly string[];
}

/** Correlations with what they rest on; a published matrix has no units. */
export interface Correlations {
  readonly status: "ok";
  readonly matrix: readonly (readonly number[])[];
  readonly base: TableBase;
  readonly warnings: readonly Warning[];
}

/** Time grows with the cube of their number. */
const most = 200;

/** Pearson's correlations of the columns, or those that were given. */
export function correlationsOf(
  table: WeightTable | CorrelationTable,
  missing: unknown,
): Correlations | NotComputable {
  if (typeof table === "object" && table !== null && Object.hasOwn(table, "correlations"))
    return given(table);
  const { columns, ...base } = readTable(table, missing);
  refuseMany(columns.length);
  if (base.units === 0) return noUnits;
  if (base.units === 1) return oneUnit;
  if (columns.length === 1) return oneIndicator;
  const units: Float64Array[] = [];
  for (const [index, column] of columns.entries()) {
    const standardised = unitColumn(column);
    if (!standardised) return withValues(constantIndicator, { id: base.indicators[index] ?? "" });
    units.push(standardised.unit);
  }
  const matrix = units.map((a, i) => units.map((b, j) => (i === j ? 1 : 1 - oneMinusCorrelation(a, b))));
  const warnings = columns.length > base.units ? [fewUnits(base.units, columns.length)] : [];
  return { status: "ok", matrix, base, warnings };
}

function given(table: unknown): Correlations | NotComputable {
  const record = expectRecord(table, ["table"], ["correlations"], ["indicators"]);
  const path = ["table", "correlations"];
  const matrix = expectMembers(record["correlations"], path, (row, at) =>
    expectMembers(row, at, (value, place) => expectNumber(value, place, { least: -1, most: 1 })),
  );
  refuseMany(matrix.length);
  for (const [index, row] of matrix.entries()) expectLength(row, matrix.length, [...path, index]);
  const refuse = (en: string, zh: string): never => {
    throw new CxMetricsError(notCorrelations, { path, values: { fault: { en, zh } } });
  };
  for (const [i, row] of matrix.entries()) {
    if (row[i] !== 1) refuse(`the diagonal holds ${row[i]}`, `对角线含有 ${row[i]}`);
    for (const [j, value] of row.entries())
      if (Math.abs(value - (matrix[j]?.[i] ?? 0)) > 1e-12) refuse("it is not symmetric", "不对称");
  }
  if (matrix.length === 1) return oneIndicator;
  // Rounded publications may miss 0 by a little; clearly negative eigenvalues cannot come from data.
  const smallest = symmetricEigen(matrix).values.at(-1) ?? 0;
  if (smallest < -0.05) refuse(`it has the eigenvalue ${smallest}`, `存在特征值 ${smallest}`);
  const ids = record["indicators"];
  const indicators =
    ids === undefined
      ? matrix.map((_, index) => String(index + 1))
      : expectMembers(ids, ["table", "indicators"], expectText);
  expectLength(indicators, matrix.length, ["table", "indicators"]);
  return { status: "ok", matrix, base: { indicators, units: 0, droppedUnits: 0 }, warnings: [] };
}

function refuseMany(found: number): void {
  if (found > most) throw new CxMetricsError(tooMany, { path: ["table"], values: { found, most } });
}
