import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { notAList } from "../problems.js";
import { badName, duplicateName, lengthMismatch, noPredictors, tooManyPredictors } from "./problems.js";

/** One possible driver: its name and its value in every row, `null` where it is missing. */
export interface NamedColumn {
  readonly name: string;
  readonly values: ArrayLike<number | null>;
}

/** Predictors by name, or as a list. */
export type Predictors = Readonly<Record<string, ArrayLike<number | null>>> | readonly NamedColumn[];

/** Rows without a missing value and with a positive weight. */
export interface DriverRows {
  readonly names: readonly string[];
  /** One per predictor, in the order given. */
  readonly predictors: readonly Float64Array[];
  readonly outcome: Float64Array;
  /** The largest is 1. */
  readonly weights: Float64Array;
  /** Rows left out because a value was missing. */
  readonly missing: number;
  /** Rows left out because their weight is 0. */
  readonly zeroWeight: number;
}

/** More would take long and would hardly be told apart. */
const mostPredictors = 200;

/** Reads predictors, outcome and weights, and leaves out rows that lack a value (listwise) or weigh nothing. */
export function driverRows(predictors: unknown, outcome: unknown, weights: unknown): DriverRows {
  const named = namedColumns(predictors);
  const answers = column(outcome, "outcome", ["outcome"]);
  const columns = named.map(({ values }, index) => {
    const path = ["predictors", index];
    return sameLength(
      column(values, named[index]?.name ?? "", path),
      named[index]?.name ?? "",
      answers,
      path,
    );
  });
  const weighed =
    weights === undefined
      ? new Float64Array(answers.length).fill(1)
      : sameLength(column(weights, "weights", ["weights"]), "weights", answers, ["weights"]);
  for (let row = 0; row < weighed.length; row++) {
    // A missing weight is refused as what it is not: a number.
    const weight = Number.isNaN(weighed[row]) ? null : weighed[row];
    inRange(weight, `weights[${row}]`, notNegative, ["weights", row]);
  }
  const complete: number[] = [];
  let largest = 0;
  for (let row = 0; row < answers.length; row++) {
    if (Number.isNaN(answers[row]) || columns.some((values) => Number.isNaN(values[row]))) continue;
    complete.push(row);
    largest = Math.max(largest, weighed[row] as number);
  }
  const weighty = complete.filter((row) => (weighed[row] as number) / largest > 0);
  const kept = (values: Float64Array) => Float64Array.from(weighty, (row) => values[row] as number);
  return {
    names: named.map(({ name }) => name),
    predictors: columns.map(kept),
    outcome: kept(answers),
    weights: kept(weighed).map((weight) => weight / largest),
    missing: answers.length - complete.length,
    zeroWeight: complete.length - weighty.length,
  };
}

function namedColumns(predictors: unknown): readonly { readonly name: string; readonly values: unknown }[] {
  const list: readonly unknown[] = Array.isArray(predictors)
    ? predictors
    : Object.entries(namedMembers(predictors as object, "predictors", ["predictors"])).map(
        ([name, values]) => ({
          name,
          values,
        }),
      );
  if (list.length === 0) throw new CxMetricsError(noPredictors, { path: ["predictors"] });
  if (list.length > mostPredictors) {
    const values = { found: list.length, most: mostPredictors };
    throw new CxMetricsError(tooManyPredictors, { path: ["predictors"], values });
  }
  const seen = new Set<string>();
  return Array.from(list, (member, index) => {
    const { name, values } = namedMembers(member as Partial<NamedColumn>, `predictors[${index}]`, [
      "predictors",
      index,
    ]);
    return { name: expectName(name, ["predictors", index, "name"], seen), values };
  });
}

/** A name that is not blank and not among those seen, to which it is added. */
export function expectName(name: unknown, path: ProblemPath, seen: Set<string>): string {
  if (typeof name !== "string" || name.trim() === "")
    throw new CxMetricsError(badName, { path, values: { found: describeValue(name) } });
  if (seen.has(name)) throw new CxMetricsError(duplicateName, { path, values: { name: name.slice(0, 40) } });
  seen.add(name);
  return name;
}

/** Numbers of a column, with NaN in memory where a value is missing. */
function column(values: unknown, name: string, path: ProblemPath): Float64Array {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values))
    throw new CxMetricsError(notAList, { path, values: { name, found: describeValue(values) } });
  const list = values as ArrayLike<unknown>;
  const numbers = new Float64Array(list.length);
  for (let row = 0; row < list.length; row++) {
    const value = list[row];
    numbers[row] =
      value === null || value === undefined
        ? Number.NaN
        : finiteNumber(value, `${name}[${row}]`, [...path, row]);
  }
  return numbers;
}

function sameLength(
  values: Float64Array,
  name: string,
  outcome: Float64Array,
  path: ProblemPath,
): Float64Array {
  if (values.length === outcome.length) return values;
  const found = { name, found: values.length, expected: outcome.length };
  throw new CxMetricsError(lengthMismatch, { path, values: found });
}
