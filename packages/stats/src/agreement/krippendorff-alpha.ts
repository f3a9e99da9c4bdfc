import { CxMetricsError, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import { type BootstrapInterval, bootstrapInterval } from "../resampling/bootstrap-interval.js";
import { tooMuchWork } from "../resampling/problems.js";
import { categoryIndex } from "./category-index.js";
import { alphaOf, type MeasurementLevel, prepared } from "./coincidences.js";
import { type Category, categoryOrNull, numberOrNull } from "./expect/rating.js";
import { rowsOf } from "./expect/rows.js";
import { noRatedUnits, sameRatings } from "./reasons.js";
import { unitCounts } from "./unit-counts.js";

/** How a bootstrap is done. */
export interface BootstrapOptions {
  /** Number of resamples, 20 to 1 000 000. */
  readonly resamples: number;
  /** Whole number between 0 and 4294967295. */
  readonly seed: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** Options of `krippendorffAlpha`. */
export interface KrippendorffAlphaOptions {
  /** What differences of ratings mean. */
  readonly level: MeasurementLevel;
  /** Resampling of units for an interval; none where it is left out. */
  readonly bootstrap?: BootstrapOptions;
}

/** Krippendorff's alpha and its base. */
export interface KrippendorffAlpha {
  readonly status: "ok";
  /** At most 1; 0 is agreement as by chance, below 0 systematic disagreement. */
  readonly value: number;
  readonly level: MeasurementLevel;
  /** Units with two ratings or more. */
  readonly units: number;
  /** Units with fewer than two ratings, left out. */
  readonly droppedUnits: number;
  /** Ratings in the base. */
  readonly ratings: number;
  /** Percentile interval over units, or null where no bootstrap was asked for. */
  readonly interval: BootstrapInterval | NotComputable | null;
}

const valueLimit = 1_000_000;
const pairLimit = 1e10;

/**
 * Krippendorff's alpha: agreement of any number of raters, with gaps, at any level of measurement.
 *
 * $$ \alpha = 1 - (n-1)\,\frac{\sum_{c,k} o_{ck}\,\delta^2_{ck}}{\sum_{c,k} n_c\,n_k\,\delta^2_{ck}}, \qquad
 * o_{ck} = \sum_u \frac{\#\{\text{pairs } (c,k) \text{ in unit } u\}}{m_u - 1} $$
 *
 * δ² is 0 or 1 for `nominal`; $$ \left(\sum_{g=c}^{k} n_g - \tfrac{n_c+n_k}{2}\right)^2 $$ for `ordinal`; (c − k)² for `interval`;
 * $$ \left(\tfrac{c-k}{c+k}\right)^2 $$ for `ratio`. Krippendorff, Content Analysis, 4th ed. (Sage, 2018), chapter 12.
 *
 * The bootstrap draws units with their ratings and takes percentiles (`bootstrapInterval`); it is not Krippendorff's own algorithm, which draws
 * pairs of ratings. Resamples without variation are counted in `nulls`.
 *
 * Missing ratings: null. A unit with fewer than two ratings is left out and counted.
 *
 * @param ratings one row for each unit, one column for each rater; numbers, or texts at the nominal level
 * @returns alpha, or `not-computable`: `no-observations` (no unit has two ratings), `no-variation` (all ratings are the same)
 * @throws `CxMetricsError` `argument.not-an-object`, `document.not-allowed` (unknown level), `ratings.not-a-table`, `ratings.ragged`,
 * `ratings.not-a-rating`, `ratings.negative` (ratio), `resampling.too-large`, `result.not-representable`, and those of `bootstrapInterval`
 * @example
 * ```ts
 * const ratings = [[1, 1, null], [2, 2, 3], [3, 3, 3], [3, 4, 3], [null, 5, null]];
 * const alpha = krippendorffAlpha(ratings, { level: "ordinal" });
 * alpha.status === "ok" && alpha.value; // => 0.719324391455539
 * alpha.status === "ok" && alpha.ratings; // => 11
 * ```
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (Category | null)[])[],
  options: KrippendorffAlphaOptions,
): KrippendorffAlpha | NotComputable {
  const { level: wanted, bootstrap } = namedMembers(options, "options");
  const level = expectOneOf(wanted, ["level"], ["nominal", "ordinal", "interval", "ratio"] as const);
  if (bootstrap !== undefined) namedMembers(bootstrap, "bootstrap", ["bootstrap"]);
  const rows = rowsOf(ratings, "ratings", level === "nominal" ? categoryOrNull : numberOrNull);
  const rated = rows
    .map((row) => row.filter((value): value is Category => value !== null))
    .filter((row) => row.length > 1);
  const places = categoryIndex(rated, undefined, valueLimit);
  const values = [...places.keys()];
  const units = rated.map((row) => unitCounts(row.map((value) => places.get(value) ?? 0)));
  const draws = level === "ratio" ? values.length ** 2 * (1 + (bootstrap?.resamples ?? 0)) : 0;
  if (draws > pairLimit) throw new CxMetricsError(tooMuchWork, { values: { draws, limit: pairLimit } });

  const ready = prepared(units, values, level);
  const everyUnit = Uint32Array.from(units.keys());
  const value = alphaOf(ready, everyUnit);
  // The bootstrap comes first, so that wrong options are refused whatever the data.
  const interval = bootstrap
    ? bootstrapInterval({
        ...bootstrap,
        method: "percentile",
        sampleSize: units.length,
        statistic: (indices) => alphaOf(ready, indices),
      })
    : null;
  if (units.length === 0) return noRatedUnits;
  if (value === null) return sameRatings;
  return {
    status: "ok",
    value,
    level,
    units: units.length,
    droppedUnits: rows.length - units.length,
    ratings: units.reduce((sum, unit) => sum + unit.size, 0),
    interval,
  };
}
