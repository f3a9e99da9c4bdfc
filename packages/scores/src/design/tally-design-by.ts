import { expectScale } from "../expect-scale.js";
import { expectColumn } from "../rating-options.js";
import type { RatingScale } from "../scale.js";
import { readGroup } from "../tally-ratings-by.js";
import { addToDomain, type Domain, finishDesign, startDomain } from "./design-builder.js";
import { type DesignOptions, expectDesignOptions } from "./design-options.js";
import type { DesignTally } from "./design-tally.js";
import { addToFrame, startFrame } from "./sample-frame.js";

/** The design tally of one group of records. */
export interface GroupDesignTally {
  /** Name of the group; the empty text for records without one. */
  readonly group: string;
  readonly tally: DesignTally;
}

/**
 * Tallies ratings per group as domains of one sample, in order of first appearance: the tally of a group keeps all strata and
 * units of the whole sample, those without a member of the group too. Their zero totals belong in the variance, because the size
 * of a group is itself an outcome of the draw; filtering the records first and tallying the rest makes the standard error wrong.
 *
 * To join groups, give their records one name. To join shards, use `mergeDesignTalliesBy`.
 *
 * @param groups one group name per record; `null`, `undefined` and `""` are the group `""`
 * @throws `CxMetricsError` `group.not-a-name`, and as `tallyDesign` does
 * @example
 * ```ts
 * const options = { clusters: ["a", "a", "b", "c"] };
 * const byLanguage = tallyDesignBy(["en", "zh", "en", "en"], [5, 3, 4, 2], { min: 1, max: 5 }, options);
 * byLanguage[1]?.group; // => "zh"
 * byLanguage[1]?.tally.strata[0]?.sampleUnits; // => 3
 * ```
 */
export function tallyDesignBy(
  groups: ArrayLike<string | number | null | undefined>,
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options?: DesignOptions,
): GroupDesignTally[] {
  const checked = expectScale(scale, ["scale"]);
  const rows = expectColumn(ratings, ["ratings"]);
  const settings = expectDesignOptions(options, rows);
  expectColumn(groups, ["groups"], rows);
  const frame = startFrame(settings);
  const domains = new Map<string, Domain>();
  for (let row = 0; row < rows; row++) {
    const group = readGroup(groups[row], row);
    let domain = domains.get(group);
    if (domain === undefined) {
      domain = startDomain();
      domains.set(group, domain);
    }
    addToDomain(domain, checked, settings, addToFrame(frame, settings, row), ratings[row], row);
  }
  return Array.from(domains, ([group, domain]) => ({
    group,
    tally: finishDesign(frame, domain, checked, settings),
  }));
}
