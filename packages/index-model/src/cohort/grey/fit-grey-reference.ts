import {
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
} from "@cxmetrics/definition";
import { type CohortTable, type ReadTable, readTable } from "../cohort-table.js";
import { largestMeasured } from "../read-column.js";
import { constantColumn, noDistance, noUnits } from "../reasons.js";
import { cohortNormalisations, fitScale } from "../topsis/normalise-column.js";
import { expectCount } from "../topsis/topsis-ideals.js";
import { deviationOf, type GreyFitOptions, type GreyReference } from "./grey-reference.js";

/**
 * Fits what grey relational analysis needs from a reference population: the normalisation, the reference series, and the
 * smallest and largest deviation from it. With these frozen, a unit is scored by itself (`greyRelationalRow`).
 *
 * $$ \Delta_{ij} = v_{0j} - v_{ij}, \qquad \Delta_{\min} = \min_{i,j} \Delta_{ij}, \quad \Delta_{\max} = \max_{i,j} \Delta_{ij} $$
 *
 * @param table columns in which more is better, and weights; a unit that lacks a weighted value takes no part
 * @param options normalisation, reference, deviation
 * @returns the fitted numbers, or `not-computable`: `no-units`, `constant-column`, `no-distance` where every unit meets the reference
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `document.not-allowed`
 * @example
 * ```ts
 * const reference = fitGreyReference({ columns: [[2, 6, 4], [30, 10, 25]] });
 * reference.divisors; // => [4, 20]
 * ```
 */
export function fitGreyReference(
  table: CohortTable,
  options: GreyFitOptions = {},
): GreyReference | NotComputable {
  return fitReference(readTable(table), options);
}

/** Fits a table that has been checked. */
export function fitReference(read: ReadTable, options: unknown): GreyReference | NotComputable {
  const { columns, rows, weights } = read;
  const record = expectRecord(options, ["options"], [], ["normalisation", "reference", "deviation"]);
  const normalisation = expectOneOf(
    record["normalisation"] ?? "min-max",
    ["normalisation"],
    cohortNormalisations,
  );
  const deviation = expectOneOf(record["deviation"] ?? "shortfall", ["deviation"], ["shortfall", "absolute"]);
  const given = readReference(record["reference"] ?? "best", columns.length);
  if (rows.length === 0) return noUnits;
  const offsets: number[] = [];
  const divisors: number[] = [];
  const reference: number[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  let farthest = 0;
  for (const [place, column] of columns.entries()) {
    const weightless = weights[place] === 0;
    const scale = weightless ? { offset: 0, divisor: 1 } : fitScale(column, normalisation);
    if (scale === null) return constantColumn(place);
    const normal = (value: number) => (value - scale.offset) / scale.divisor + 0;
    const best =
      given?.[place] ?? column.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    offsets.push(scale.offset);
    divisors.push(scale.divisor);
    reference.push(weightless ? 0 : normal(best));
    if (!(Math.abs(reference[place] ?? 0) < 1e200)) return constantColumn(place);
    if (weightless) continue;
    for (const value of column) {
      const far = deviationOf(deviation, reference[place] ?? 0, normal(value));
      nearest = Math.min(nearest, far);
      farthest = Math.max(farthest, far);
    }
  }
  if (!(farthest > 0)) return noDistance;
  return {
    status: "ok",
    normalisation,
    deviation,
    offsets,
    divisors,
    reference,
    nearest,
    farthest,
    n: rows.length,
  };
}

function readReference(value: unknown, count: number): readonly number[] | undefined {
  if (!Array.isArray(value)) {
    expectOneOf(value, ["reference"], ["best"]);
    return undefined;
  }
  const range = { least: -largestMeasured, most: largestMeasured };
  const list = expectList(value, ["reference"], (item, path) => expectNumber(item, path, range));
  expectCount(list, count, "reference");
  return list;
}
