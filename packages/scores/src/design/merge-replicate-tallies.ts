import { CxMetricsError } from "@cxmetrics/definition";
import { mergeTallies } from "../merge-tallies.js";
import { refuse } from "../rating-options.js";
import { badDesignOption, mergeMismatch, nothingToMerge } from "./problems.js";
import type { ReplicateTallies } from "./replicate-tallies.js";

/**
 * Merges samples in random groups, group by group: a unit hashes to the same group in every part.
 *
 * @throws `CxMetricsError` `design.nothing-to-merge`, `design.merge-mismatch` (another seed or number of groups),
 * `design.option-not-allowed`, and as `mergeTallies`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const options = { clusters: ["ann", "bob"], replicates: 2, seed: 7 };
 * const day = replicateTallies([5, 4], scale, options);
 * const all = mergeReplicateTallies(day, day);
 * all.replicates.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)); // => [2, 2]
 * ```
 */
export function mergeReplicateTallies(...samples: readonly ReplicateTallies[]): ReplicateTallies {
  const parts = samples.map((sample, index) => expectReplicates(sample, ["samples", index]));
  const [first] = parts;
  if (first === undefined) throw new CxMetricsError(nothingToMerge);
  parts.forEach(({ seed, replicates }, index) => {
    const own = `${seed}/${replicates.length}`;
    const other = `${first.seed}/${first.replicates.length}`;
    if (own === other) return;
    const what = { en: "seed or number of groups", zh: "种子或组数" };
    throw new CxMetricsError(mergeMismatch, {
      path: ["samples", index],
      values: { what, first: other, other: own },
    });
  });
  return {
    method: "random-groups",
    hash: "fnv1a-32-fmix",
    seed: first.seed + 0,
    replicates: first.replicates.map((_, group) =>
      mergeTallies(...parts.flatMap(({ replicates }) => replicates.slice(group, group + 1))),
    ),
  };
}

/** Expects a sample in random groups; its tallies are checked where they are used. */
export function expectReplicates(value: unknown, path: readonly (string | number)[]): ReplicateTallies {
  const { hash, seed, replicates } = (value ?? {}) as Partial<Record<keyof ReplicateTallies, unknown>>;
  const whole = Number.isInteger(seed) && (seed as number) >= 0 && (seed as number) < 2 ** 32;
  if (hash !== "fnv1a-32-fmix" || !whole || !Array.isArray(replicates) || replicates.length < 2)
    throw refuse(badDesignOption, path, "{ hash, seed, replicates }", value);
  return value as ReplicateTallies;
}
