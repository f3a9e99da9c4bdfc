import { CxMetricsError } from "@cxmetrics/definition";
import { refuse } from "../rating-options.js";
import type { DesignTally } from "./design-tally.js";
import { expectDesign } from "./expect-design.js";
import { mergeDesignTallies } from "./merge-design-tallies.js";
import { badDesignOption, nothingToMerge } from "./problems.js";
import type { GroupDesignTally } from "./tally-design-by.js";

/**
 * Merges the results of `tallyDesignBy` on several shards, group by group. A group that a shard lacks still gets the sampling
 * units of that shard: they are part of the sample.
 *
 * @param shards one list per shard
 * @returns the groups, in order of first appearance
 * @throws `CxMetricsError` `design.nothing-to-merge`, `design.option-not-allowed`, and as `mergeDesignTallies`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const first = tallyDesignBy(["en", "zh"], [5, 3], scale, { clusters: ["a", "b"] });
 * const second = tallyDesignBy(["en"], [4], scale, { clusters: ["c"] });
 * const groups = mergeDesignTalliesBy(first, second);
 * groups.map(({ group, tally }) => [group, tally.strata[0]?.sampleUnits]); // => [["en", 3], ["zh", 3]]
 * ```
 */
export function mergeDesignTalliesBy(
  ...shards: readonly (readonly GroupDesignTally[])[]
): GroupDesignTally[] {
  if (shards.length === 0) throw new CxMetricsError(nothingToMerge);
  const names = new Set<string>();
  shards.forEach((shard, index) => {
    const wrong = (found: unknown) => refuse(badDesignOption, ["shards", index], "[{ group, tally }]", found);
    if (!Array.isArray(shard)) throw wrong(shard);
    const own = new Set<string>();
    for (const entry of shard) {
      const group: unknown = entry?.group;
      if (typeof group !== "string" || own.has(group)) throw wrong(group);
      own.add(group);
      names.add(group);
    }
  });
  return [...names].map((group) => ({
    group,
    tally: mergeDesignTallies(
      ...shards.flatMap((shard) => {
        const own = shard.find((entry) => entry.group === group) ?? shard[0];
        if (own === undefined) return [];
        return own.group === group ? [own.tally] : [withoutAnswers(own.tally)];
      }),
    ),
  }));
}

/** The same sample, seen as a domain that has no member. */
function withoutAnswers(tally: DesignTally): DesignTally {
  const { strata, ...rest } = expectDesign(tally, ["shards"]);
  return {
    ...rest,
    strata: strata.map((stratum) => ({
      ...stratum,
      units: stratum.units.map(({ unit }) => ({ unit, cells: [] })),
      missing: {},
      invalid: {},
    })),
  };
}
