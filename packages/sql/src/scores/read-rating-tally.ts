import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import { type RatingTally, type ScoreDefinition, tallyFromCounts } from "@cxmetrics/scores";
import { readRows, type SqlRow } from "../read-rows.js";
import { countClass, type OnInvalid, refuseInvalid, startCounts } from "./class-counts.js";

/** How the rows of a rating tally are read. */
export interface ReadRatingOptions {
  /** Whether the query was given a weight column. */
  readonly weighted?: boolean;
  /** `throw` (the default) refuses ratings and weights that cannot be used; `count` counts them by reason. */
  readonly onInvalid?: OnInvalid;
}

/**
 * The rows of a compiled rating tally as the tally that `tallyRatings` would have taken.
 *
 * @param rows all rows of the answer, as the driver gives them
 * @param definition the definition that was compiled
 * @param options whether weights were given, and what becomes of invalid records
 * @throws `CxMetricsError` `sql.invalid-ratings`, `sql.bad-rows`, `scale.not-allowed`
 * @example
 * ```ts
 * const rows = [{ cx_class_a: 0, cx_point_a: 3, cx_records: 2n }, { cx_class_a: 1, cx_point_a: null, cx_records: 5n }];
 * const tally = readRatingTally(rows, { scale: { min: 1, max: 3 } });
 * tally.counts; // => [0, 0, 2]
 * tally.missing; // => { blank: 5 }
 * ```
 */
export function readRatingTally(
  rows: readonly SqlRow[],
  definition: Pick<ScoreDefinition, "scale">,
  options: ReadRatingOptions = {},
): RatingTally {
  const { weighted, onInvalid } = expectReading(options);
  const { scale } = tallyFromCounts({}, definition?.scale);
  const points = scale.max - scale.min + 1;
  const perPoint = () => new Array<number>(points).fill(0);
  const [counts, weightSums, squares] = [perPoint(), perPoint(), perPoint()];
  const classes = startCounts();
  for (const row of readRows(rows)) {
    const records = row.count("cx_records");
    const point = countClass(classes, row.count("cx_class_a"), row.number("cx_point_a"), records, scale);
    if (point === null) continue;
    const add = (sums: number[], amount: number) => {
      sums[point - scale.min] = (sums[point - scale.min] ?? 0) + amount;
    };
    add(counts, records);
    add(weightSums, weighted ? row.number("cx_weight_sum") : records);
    add(squares, weighted ? row.number("cx_squared_weight_sum") : records);
  }
  refuseInvalid([classes], scale, onInvalid);
  return {
    scale,
    weighted,
    counts,
    weightSums,
    squaredWeightSums: squares,
    missing: Object.fromEntries(classes.missing),
    invalid: Object.fromEntries(classes.invalid),
  };
}

/** Checks the options of a reader. */
export function expectReading(
  options: unknown,
  others: readonly string[] = [],
): { readonly weighted: boolean; readonly onInvalid: OnInvalid } {
  const given = expectRecord(options, ["options"], [], ["weighted", "onInvalid", ...others]);
  return {
    weighted: given["weighted"] === true,
    onInvalid: expectOneOf((given["onInvalid"] ?? "throw") as string, ["options", "onInvalid"], [
      "throw",
      "count",
    ] as const),
  };
}
