import { CxMetricsError, expectList } from "@cxmetrics/definition";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import { nothingToMerge } from "../problems.js";
import { tallyFunnel } from "../tally-funnel.js";
import type { PresetFunnel } from "./funnel-preset.js";
import { tallyPresetFunnel } from "./tally-preset-funnel.js";

/** What one definition or preset counts, beside the first. */
export interface FunnelRulesRow {
  /** Id and version of the definition, or id of the preset. */
  readonly name: string;
  readonly counts: readonly number[];
  /** Counts less those of the first, step by step; `null` where the number of steps differs. */
  readonly difference: readonly number[] | null;
  /** Whether every count is that of the first. */
  readonly same: boolean;
}

/**
 * Counts the same events by several definitions or presets and tells where they differ from the first: by how much the rule
 * moves the number, before asking which is right.
 *
 * @param events as for `tallyFunnel`
 * @param funnels at least one; the first is what the others are compared with
 * @throws `CxMetricsError` the codes of `tallyFunnel` and `tallyPresetFunnel`
 * @example
 * ```ts
 * const events = { actor: [1, 1, 2, 2], event: ["A", "B", "B", "A"], timeMs: [5, 5, 7, 7] };
 * const funnel = orderedFunnel({ steps: ["A", "B"] });
 * const rows = compareFunnelRules(events, [funnel, { ...funnel, ties: "simultaneous" }]);
 * rows[1]?.difference; // => [0, 1]
 * ```
 */
export function compareFunnelRules(
  events: FunnelEvents,
  funnels: readonly (FunnelDefinition | PresetFunnel)[],
): readonly FunnelRulesRow[] {
  const counted = expectList(funnels, ["funnels"], (funnel) => countsOf(events, funnel));
  const [first] = counted;
  if (first === undefined) throw new CxMetricsError(nothingToMerge, { path: ["funnels"] });
  return counted.map(({ name, counts }) => {
    const difference =
      counts.length === first.counts.length
        ? counts.map((count, step) => count - (first.counts[step] as number))
        : null;
    return { name, counts, difference, same: difference?.every((by) => by === 0) ?? false };
  });
}

function countsOf(events: FunnelEvents, funnel: unknown): { name: string; counts: readonly number[] } {
  if (typeof funnel === "object" && funnel !== null && Object.hasOwn(funnel, "preset")) {
    const { preset, counts } = tallyPresetFunnel(events, funnel as PresetFunnel);
    return { name: preset, counts };
  }
  const { definition, counts } = tallyFunnel(events, funnel as FunnelDefinition);
  return { name: `${definition.id}@${definition.version}`, counts };
}
