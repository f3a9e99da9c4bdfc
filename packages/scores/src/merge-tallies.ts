import { CxMetricsError } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectTally } from "./expect-tally.js";
import { mergeScales, nothingToMerge } from "./problems.js";
import type { RatingTally } from "./rating-tally.js";
import { writeScale } from "./scale.js";
import { count } from "./tally-builder.js";

/**
 * One tally of all the answers in several: counts and sums per point add, missing and invalid records add by reason. The tally of
 * a whole is the merge of the tallies of its parts: exact for counts, to the last digit or two for weight sums.
 *
 * The parts must share the scale, hold different records, and weigh them in the same currency: an unweighted part counts as
 * weight 1 per answer.
 *
 * @throws `CxMetricsError` `tally.nothing-to-merge`, `tally.scale-mismatch`, `tally.malformed`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * mergeTallies(tallyRatings([5, 4], scale), tallyRatings([5, null], scale)).counts; // => [0, 0, 0, 1, 2]
 * ```
 */
export function mergeTallies(...tallies: readonly RatingTally[]): RatingTally {
  const parts = tallies.map((tally, index) => expectTally(tally, ["tallies", index]));
  const [first] = parts;
  if (first === undefined) throw new CxMetricsError(nothingToMerge);
  parts.forEach(({ scale }, index) => {
    if (scale.min === first.scale.min && scale.max === first.scale.max) return;
    const values = { first: writeScale(first.scale), other: writeScale(scale) };
    throw new CxMetricsError(mergeScales, { path: ["tallies", index, "scale"], values });
  });

  const add = (name: "counts" | "weightSums" | "squaredWeightSums") =>
    first[name].map((_, point) => compensatedSum(parts.map((part) => part[name][point] ?? 0)));
  const addReasons = (name: "missing" | "invalid") => {
    const reasons = new Map<string, number>();
    for (const part of parts)
      for (const [reason, records] of Object.entries(part[name])) count(reasons, reason, records);
    return Object.fromEntries(reasons);
  };
  return {
    scale: { min: first.scale.min, max: first.scale.max },
    weighted: parts.some((part) => part.weighted),
    counts: add("counts"),
    weightSums: add("weightSums"),
    squaredWeightSums: add("squaredWeightSums"),
    missing: addReasons("missing"),
    invalid: addReasons("invalid"),
  };
}
