import { expectScale } from "../expect-scale.js";
import {
  expectColumn,
  expectOptions,
  expectRatingOptions,
  type RatingOptions,
  refuse,
} from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { RatingScale } from "../scale.js";
import { addRow, finishTally, startTally } from "../tally-builder.js";
import { type KeyColumn, readKey } from "./design-options.js";
import { badDesignOption } from "./problems.js";

/** How units are spread over random groups. */
export interface ReplicateOptions extends RatingOptions {
  /** Primary sampling unit of each record. */
  readonly clusters: KeyColumn;
  /** Random groups, 2…1000; 40 where it is left out. */
  readonly replicates?: number | undefined;
  /** Whole number 0…2³²−1 that picks the hash; all parts of a sample need the same. */
  readonly seed: number;
}

/** A sample in random groups of its units: what is left of a design when it has too many units to keep. */
export interface ReplicateTallies {
  readonly method: "random-groups";
  /** FNV-1a over the UTF-16 code units of the key, begun with the seed, then MurmurHash3's finaliser. */
  readonly hash: "fnv1a-32-fmix";
  readonly seed: number;
  /** One tally per group; groups without records are empty. */
  readonly replicates: readonly RatingTally[];
}

/**
 * Tallies a sample in R random groups of sampling units: for samples with so many units (customers, sessions) that a design tally
 * is too large. A unit goes to the group of its hash, on whatever shard or day its records come. `estimateReplicateScore` takes
 * the variance between groups, which is approximate: it has R − 1 degrees of freedom and knows no strata.
 *
 * @throws `CxMetricsError` `design.not-a-key`, `design.option-not-allowed`, and as `tallyRatings`
 * @example
 * ```ts
 * const sample = replicateTallies([5, 4, 2, 3, 5], { min: 1, max: 5 }, {
 *   clusters: ["ann", "bob", "ann", "cho", "dee"],
 *   replicates: 3,
 *   seed: 7,
 * });
 * sample.replicates.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)); // => [2, 3, 0]
 * ```
 */
export function replicateTallies(
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options: ReplicateOptions,
): ReplicateTallies {
  const checked = expectScale(scale, ["scale"]);
  const rows = expectColumn(ratings, ["ratings"]);
  const names = ["clusters", "replicates", "seed"];
  expectOptions(options, ["weights", "missing", "onInvalid", ...names]);
  expectRatingOptions(options, names);
  const { clusters, weights, replicates = 40, seed } = options;
  if (!(Number.isInteger(replicates) && replicates >= 2 && replicates <= 1000))
    throw refuse(badDesignOption, ["options", "replicates"], "2…1000", replicates);
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw refuse(badDesignOption, ["options", "seed"], "0…4294967295", seed);
  expectColumn(clusters, ["options", "clusters"], rows);
  if (weights !== undefined) expectColumn(weights, ["options", "weights"], rows);
  const groups = Array.from({ length: replicates }, () => startTally(checked, options));
  for (let row = 0; row < rows; row++) {
    const group = groups[hashOf(readKey(clusters[row], "clusters", row), seed) % replicates];
    if (group) addRow(group, ratings[row], weights?.[row], row);
  }
  return {
    method: "random-groups",
    hash: "fnv1a-32-fmix",
    seed: seed + 0,
    replicates: groups.map(finishTally),
  };
}

/** A 32-bit hash that spreads similar keys. */
function hashOf(key: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
