import { CxMetricsError, describeValue, type LocalizedText, type ProblemPath } from "@cxmetrics/definition";
import {
  expectColumn,
  expectOptions,
  expectRatingOptions,
  type RatingOptions,
  refuse,
} from "../rating-options.js";
import { badDesignOption, badKey, badPopulation } from "./problems.js";
import type { SampleKind } from "./sample-design.js";

/** A column of keys: one text or finite number per record; a number is the same key as its text. */
export type KeyColumn = ArrayLike<string | number>;

/** How the records of a sample are read. */
export interface DesignOptions extends RatingOptions {
  /** Stratum of each record. */
  readonly strata?: KeyColumn | undefined;
  /** Primary sampling unit of each record, nested in its stratum: the same key in two strata is two units. */
  readonly clusters?: KeyColumn | undefined;
  /** Sampling units in the population, by stratum; one number where there are no strata. */
  readonly populations?: number | Readonly<Record<string, number>> | undefined;
  /** How the sample was taken; estimates of a non-probability sample carry a warning. */
  readonly sample?: SampleKind | undefined;
  /** Whether the weights were raked or post-stratified. */
  readonly calibratedWeights?: boolean | undefined;
}

/** Options that were checked. */
export interface DesignSettings extends Omit<DesignOptions, "populations"> {
  readonly populations: ReadonlyMap<string, number>;
}

const names = [
  "weights",
  "missing",
  "onInvalid",
  "strata",
  "clusters",
  "populations",
  "sample",
  "calibratedWeights",
];
const most = 2 ** 53;

/**
 * Checks the options of a design tally, and that each column has a member per record.
 *
 * @throws `CxMetricsError` `option.unknown`, `option.not-allowed`, `ratings.not-a-list`, `ratings.length-mismatch`,
 * `design.population-not-allowed`, `design.option-not-allowed`
 */
export function expectDesignOptions(options: unknown, rows: number): DesignSettings {
  if (options === undefined) return { populations: new Map() };
  expectOptions(options, names);
  expectRatingOptions(options, names);
  const given = options as DesignOptions;
  for (const column of ["weights", "strata", "clusters"] as const)
    if (given[column] !== undefined) expectColumn(given[column], ["options", column], rows);
  expectSampleKind(given.sample, ["options", "sample"]);
  if (given.calibratedWeights !== undefined && typeof given.calibratedWeights !== "boolean")
    throw refuse(badDesignOption, ["options", "calibratedWeights"], "true | false", given.calibratedWeights);
  return { ...given, populations: readPopulations(given) };
}

/** Expects a kind of sample, or none. */
export function expectSampleKind(value: unknown, path: ProblemPath): SampleKind | undefined {
  if (value === undefined || value === "probability" || value === "non-probability") return value;
  throw refuse(badDesignOption, path, "probability | non-probability", value);
}

function readPopulations({ populations, strata }: DesignOptions): ReadonlyMap<string, number> {
  const path = ["options", "populations"];
  if (populations === undefined) return new Map();
  if (strata === undefined) {
    expectPopulation(populations, path);
    return new Map([["", populations as number]]);
  }
  if (typeof populations !== "object" || populations === null || Array.isArray(populations))
    throw refuse(badPopulation, path, { en: "a number per stratum", zh: "每层一个数" }, populations);
  return new Map(
    Object.entries(populations).map(([stratum, population]) => {
      expectPopulation(population, [...path, stratum]);
      return [stratum, population];
    }),
  );
}

/** Expects a number of sampling units in a population. */
export function expectPopulation(value: unknown, path: ProblemPath): void {
  if (typeof value === "number" && value >= 1 && value <= most) return;
  throw refuse(badPopulation, path, { en: "sampling units, 1 or more", zh: "抽样单元数（不小于 1）" }, value);
}

const stratumWord: LocalizedText = { en: "stratum", zh: "层" };
const clusterWord: LocalizedText = { en: "sampling unit", zh: "抽样单元" };

/** The key of a record, as a text. */
export function readKey(key: unknown, column: "strata" | "clusters", row: number): string {
  if (typeof key === "string" && key !== "") return key;
  if (typeof key === "number" && Number.isFinite(key)) return String(key);
  throw new CxMetricsError(badKey, {
    path: ["options", column, row],
    values: { found: describeValue(key), what: column === "strata" ? stratumWord : clusterWord },
  });
}
