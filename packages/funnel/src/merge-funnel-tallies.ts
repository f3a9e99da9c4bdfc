import { CxMetricsError, type Warning } from "@cxmetrics/definition";
import { eventNamesKept } from "./about-data.js";
import { ascending } from "./ascending.js";
import { expectTally } from "./expect-tally.js";
import type { FunnelClusters, FunnelTally } from "./funnel-tally.js";
import { definitionMismatch, nothingToMerge } from "./problems.js";

/**
 * Adds the tallies of parts into the tally of the whole. The parts must hold disjoint actors: an actor whose events are
 * split over two parts (by day, say) counts in both, and what happened across the split is lost. Split by actor.
 *
 * The result does not depend on the order of the parts. Where one part was counted without times, so is that step of the
 * whole. A warning about the data stays when every part that has rows carries it.
 *
 * @param tallies at least one, all made by the same definition
 * @throws `CxMetricsError` `funnel.nothing-to-merge`, `funnel.definition-mismatch`, `funnel.bad-tally`
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["view", "buy"] });
 * const ann = { actor: ["ann", "ann"], event: ["view", "buy"], timeMs: [10, 30] };
 * const bo = { actor: ["bo"], event: ["view"], timeMs: [20] };
 * mergeFunnelTallies(tallyFunnel(ann, funnel), tallyFunnel(bo, funnel)).counts; // => [2, 1]
 * ```
 */
export function mergeFunnelTallies(...tallies: readonly FunnelTally[]): FunnelTally {
  const parts = tallies.map((tally, index) => expectTally(tally, [index]));
  const [first] = parts;
  if (first === undefined) throw new CxMetricsError(nothingToMerge);
  for (const [index, part] of parts.entries()) expectSameDefinition(first, part, index);
  const sum = (count: (part: FunnelTally) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    definition: first.definition,
    stepNames: first.stepNames,
    counts: first.counts.map((_, step) => sum(({ counts }) => counts[step] as number)),
    elapsedMs: first.elapsedMs.map((_, step) => mergeTimes(parts, step)),
    actors: sum(({ actors }) => actors),
    events: sum(({ events }) => events),
    excluded: mergeExcluded(parts),
    unseenEvents: unseenInAll(parts),
    eventNames: [...new Set(parts.flatMap(({ eventNames }) => eventNames ?? []))]
      .sort()
      .slice(0, eventNamesKept),
    tiesByArrival: sum(({ tiesByArrival }) => tiesByArrival ?? 0),
    ...(first.unit === undefined ? {} : { unit: first.unit }),
    ...(first.droppedActors === undefined
      ? {}
      : { droppedActors: sum(({ droppedActors }) => droppedActors ?? 0) }),
    ...(first.optional === undefined ? {} : { optional: first.optional }),
    ...mergeClusters(parts),
    warnings: sharedWarnings(parts),
  };
}

function expectSameDefinition(first: FunnelTally, part: FunnelTally, index: number): void {
  if (
    part.definition.digest === first.definition.digest &&
    part.stepNames.length === first.stepNames.length &&
    part.stepNames.every((name, step) => name === first.stepNames[step])
  )
    return;
  const name = ({ definition: { id, version, digest } }: FunnelTally) =>
    `${id}@${version} (${digest.slice(0, 15)}…)`;
  throw new CxMetricsError(definitionMismatch, {
    path: [index, "definition"],
    values: { first: name(first), other: name(part) },
  });
}

function mergeTimes(parts: readonly FunnelTally[], step: number): readonly number[] {
  const timesOf = ({ elapsedMs }: FunnelTally) => elapsedMs[step] as readonly number[];
  const untimed = (part: FunnelTally) =>
    timesOf(part).length < (part.counts[step + 1] as number) && part.optional?.[step + 1] !== true;
  if (parts.some(untimed)) return [];
  return ascending(parts.flatMap(timesOf));
}

/** Sums over actors add up; where one part lacks them, so does the whole. */
function mergeClusters(parts: readonly FunnelTally[]): { readonly clusters?: FunnelClusters } {
  const all = parts.flatMap(({ clusters }) => clusters ?? []);
  const [first] = all;
  if (first === undefined || all.length < parts.length) return {};
  const sums = (key: "squares" | "withFirst" | "withPrevious") =>
    first[key].map((_, step) => all.reduce((total, part) => total + (part[key][step] as number), 0));
  return {
    clusters: {
      actors: all.reduce((total, part) => total + part.actors, 0),
      squares: sums("squares"),
      withFirst: sums("withFirst"),
      withPrevious: sums("withPrevious"),
    },
  };
}

function mergeExcluded(parts: readonly FunnelTally[]): Readonly<Record<string, number>> {
  const rows = new Map<string, number>();
  for (const { excluded } of parts)
    for (const [reason, count] of Object.entries(excluded ?? {}))
      rows.set(reason, (rows.get(reason) ?? 0) + count);
  return Object.fromEntries(rows);
}

function unseenInAll(parts: readonly FunnelTally[]): readonly string[] {
  const [first, ...others] = parts.map(({ unseenEvents }) => new Set(unseenEvents ?? []));
  return [...(first ?? [])].filter((name) => others.every((other) => other.has(name))).sort();
}

function sharedWarnings(parts: readonly FunnelTally[]): readonly Warning[] {
  const rows = ({ events, excluded = {} }: FunnelTally) =>
    Object.values(excluded).reduce((total, left) => total + left, events);
  const [first, ...others] = parts.filter((part) => rows(part) > 0);
  return (first?.warnings ?? []).filter(({ code }) =>
    others.every(({ warnings = [] }) => warnings.some((warning) => warning.code === code)),
  );
}
