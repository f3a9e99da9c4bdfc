import { expectList, expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { type CohortNormalisation, cohortNormalisations } from "../topsis/normalise-column.js";
import { expectCount } from "../topsis/topsis-ideals.js";

/** Options of `fitGreyReference`. */
export interface GreyFitOptions {
  /** `min-max` (default) is Deng's and Kuo's. */
  readonly normalisation?: CohortNormalisation;
  /** The reference series: the `best` value seen in each column (default), or raw values. */
  readonly reference?: "best" | readonly number[];
  /** What counts as distance from the reference: `shortfall` (default) only what lies below, so that better never scores worse; `absolute` both sides. */
  readonly deviation?: "shortfall" | "absolute";
}

/** What grey relational analysis needs to score one unit: plain numbers, to be frozen with a definition. */
export interface GreyReference {
  readonly status: "ok";
  readonly normalisation: CohortNormalisation;
  readonly deviation: "shortfall" | "absolute";
  readonly offsets: readonly number[];
  readonly divisors: readonly number[];
  /** Normalised reference value of each column. */
  readonly reference: readonly number[];
  /** Smallest and largest deviation over all units and weighted columns. */
  readonly nearest: number;
  readonly farthest: number;
  /** Units of the reference population. */
  readonly n: number;
}

/** Expects a fitted reference, for example out of a stored definition. */
export function readGreyReference(value: unknown): GreyReference {
  const keys = [
    "status",
    "normalisation",
    "deviation",
    "offsets",
    "divisors",
    "reference",
    "nearest",
    "farthest",
    "n",
  ];
  const record = expectRecord(value, ["reference"], keys);
  const large = { least: -1e200, most: 1e200 };
  const numbers = (key: string, range: { least: number; most: number } = large) =>
    expectList(record[key], ["reference", key], (item, path) => expectNumber(item, path, range));
  const offsets = numbers("offsets");
  const divisors = numbers("divisors", { least: Number.MIN_VALUE, most: 1e200 });
  const reference = numbers("reference");
  expectCount(divisors, offsets.length, "reference.divisors");
  expectCount(reference, offsets.length, "reference.reference");
  const size = { least: 0, most: 1e200 };
  const nearest = expectNumber(record["nearest"], ["reference", "nearest"], size);
  return {
    status: expectOneOf(record["status"], ["reference", "status"], ["ok"]),
    normalisation: expectOneOf(record["normalisation"], ["reference", "normalisation"], cohortNormalisations),
    deviation: expectOneOf(record["deviation"], ["reference", "deviation"], ["shortfall", "absolute"]),
    offsets,
    divisors,
    reference,
    nearest,
    farthest: expectNumber(record["farthest"], ["reference", "farthest"], { least: nearest, most: 1e200 }),
    n: expectNumber(record["n"], ["reference", "n"], { least: 1, integer: true }),
  };
}

/** Distance of a normalised value from the reference. */
export function deviationOf(kind: "shortfall" | "absolute", reference: number, value: number): number {
  return kind === "absolute" ? Math.abs(reference - value) : Math.max(0, reference - value);
}
