import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { expectScale } from "./expect-scale.js";
import { badGroup } from "./problems.js";
import { expectColumn, expectRatingOptions, type RatingOptions } from "./rating-options.js";
import type { RatingTally } from "./rating-tally.js";
import type { RatingScale } from "./scale.js";
import { addRow, finishTally, startTally, type TallyBuilder } from "./tally-builder.js";

/** The tally of one group of rows. */
export interface GroupTally {
  /** Name of the group; the empty text for rows without one. */
  readonly group: string;
  readonly tally: RatingTally;
}

/**
 * Tallies ratings per group, in one pass, in order of first appearance. The groups are domains of one sample: merged, their
 * tallies are the tally of the whole.
 *
 * Rows whose group is `null`, `undefined` or `""` form the group `""`. A number is the same group as its text: `1` and `"1"`.
 * A group whose ratings are all missing is there with an empty tally.
 *
 * @param groups one group name per rating
 * @throws `CxMetricsError` `group.not-a-name`, and as `tallyRatings` does
 * @example
 * ```ts
 * const byChannel = tallyRatingsBy(["app", "web", "app"], [5, 3, 4], { min: 1, max: 5 });
 * byChannel.map(({ group }) => group); // => ["app", "web"]
 * byChannel[0]?.tally.counts; // => [0, 0, 0, 1, 1]
 * ```
 */
export function tallyRatingsBy(
  groups: ArrayLike<string | number | null | undefined>,
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options?: RatingOptions,
): GroupTally[] {
  const settings = expectRatingOptions(options);
  const rows = expectColumn(ratings, ["ratings"]);
  const { weights } = settings;
  if (weights !== undefined) expectColumn(weights, ["options", "weights"], rows);
  expectColumn(groups, ["groups"], rows);

  const checked = expectScale(scale, ["scale"]);
  const tallies = new Map<string, TallyBuilder>();
  for (let row = 0; row < rows; row++) {
    const group = readGroup(groups[row], row);
    let tally = tallies.get(group);
    if (tally === undefined) {
      tally = startTally(checked, settings);
      tallies.set(group, tally);
    }
    addRow(tally, ratings[row], weights?.[row], row);
  }
  return Array.from(tallies, ([group, tally]) => ({ group, tally: finishTally(tally) }));
}

/** Name of the group of a row. */
export function readGroup(group: unknown, row: number): string {
  if (typeof group === "string") return group;
  if (group === null || group === undefined) return "";
  if (typeof group === "number" && Number.isFinite(group)) return String(group);
  throw new CxMetricsError(badGroup, { path: ["groups", row], values: { group: describeValue(group) } });
}
