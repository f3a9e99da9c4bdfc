import { CxMetricsError } from "@cxmetrics/definition";
import { nothingToMerge } from "../problems.js";
import { expectRetentionTally } from "./expect-retention-tally.js";
import { retentionMismatch } from "./problems.js";
import type { RetentionCohort, RetentionTally } from "./retention-tally.js";

/**
 * Merges retention tallies of disjoint actors. They must be observed until the same time: give `observedUntilMs` when tallying.
 *
 * @param tallies at least one, all of one definition
 * @throws `CxMetricsError` `funnel.nothing-to-merge`, `retention.bad-tally`, `retention.definition-mismatch` (also when
 * observation ends at different times)
 * @example
 * ```ts
 * const part = (actor: string) =>
 *   tallyRetention([{ actor, event: "open", timeMs: 0 }], adhocRetention({ periods: [1] }), { observedUntilMs: 200_000_000 });
 * mergeRetentionTallies(part("ann"), part("bo")).cohorts[0]?.eligible; // => [2]
 * ```
 */
export function mergeRetentionTallies(...tallies: readonly RetentionTally[]): RetentionTally {
  const checked = tallies.map((tally, index) => expectRetentionTally(tally, ["tallies", index]));
  const [first] = checked;
  if (first === undefined) throw new CxMetricsError(nothingToMerge, {});
  const cohorts = new Map<number, RetentionCohort>();
  const excluded = new Map<string, number>();
  let actors = 0;
  for (const [index, tally] of checked.entries()) {
    const name = ({ definition, observedUntilMs }: RetentionTally) =>
      `${definition.digest} (${observedUntilMs})`;
    if (name(tally) !== name(first) || tally.buckets.length !== first.buckets.length)
      throw new CxMetricsError(retentionMismatch, {
        path: ["tallies", index],
        values: { first: name(first), other: name(tally) },
      });
    actors += tally.actors;
    for (const [reason, rows] of Object.entries(tally.excluded ?? {}))
      excluded.set(reason, (excluded.get(reason) ?? 0) + rows);
    for (const cohort of tally.cohorts) {
      const known = cohorts.get(cohort.startMs);
      cohorts.set(cohort.startMs, known === undefined ? cohort : sum(known, cohort));
    }
  }
  return {
    ...first,
    cohorts: [...cohorts.values()].sort((one, other) => one.startMs - other.startMs),
    actors,
    excluded: Object.fromEntries(excluded),
    warnings: checked.flatMap((tally) => tally.warnings ?? []).slice(0, 1),
  };
}

function sum(one: RetentionCohort, other: RetentionCohort): RetentionCohort {
  const add = (key: "eligible" | "retained") =>
    one[key].map((count, index) => count + (other[key][index] as number));
  return { ...one, size: one.size + other.size, eligible: add("eligible"), retained: add("retained") };
}
