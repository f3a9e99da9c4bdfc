import { CxMetricsError, describeValue, didYouMean, expectRecord } from "@cxmetrics/definition";
import type { EventColumns } from "../climb.js";
import { defineFunnel } from "../define-funnel.js";
import { denseEvents } from "../dense-events.js";
import { eventDoor } from "../event-door.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import { orderEvents } from "../order-events.js";
import { planSteps } from "../step-plan.js";
import { tallyFunnel } from "../tally-funnel.js";
import type { PresetFunnel } from "./funnel-preset.js";
import { funnelPresets } from "./funnel-presets.js";
import { presetAlgorithms } from "./preset-algorithms.js";
import type { PresetAlgorithm, PresetEvent } from "./preset-log.js";
import { plainStepsOnly, unknownPreset } from "./problems.js";

/** What a product would count. */
export interface PresetTally {
  readonly preset: string;
  readonly stepNames: readonly string[];
  /** Actors that reached each step or beyond; in any order, those that did that many steps. */
  readonly counts: readonly number[];
}

/**
 * Counts a funnel as another product does, to match its figures; see `funnelPresets`. It yields counts alone: elapsed times and
 * intervals belong to funnels by rules of ours, which `presetDefinition` states for the presets that have them.
 *
 * @param events as for `tallyFunnel`
 * @param funnel a preset's id, the steps as in a definition, and the window in milliseconds or `null`
 * @throws `CxMetricsError` `funnel.unknown-preset`, `funnel.plain-steps-only`, and the codes of `defineFunnel` and `tallyFunnel`
 * @example
 * ```ts
 * const events = { actor: [1], event: ["offer"], timeMs: [0] };
 * const steps = [{ name: "first offer", event: "offer" }, { name: "second offer", event: "offer" }];
 * const count = (preset) => tallyPresetFunnel(events, { preset, steps, windowMs: 60 }).counts;
 * count("clickhouse.window-funnel@26.7"); // => [1, 1]
 * count("posthog.ordered@2026"); // => [1, 0]
 * ```
 */
export function tallyPresetFunnel(events: FunnelEvents, funnel: PresetFunnel): PresetTally {
  const definition = presetDefinition(funnel);
  const { preset } = funnel;
  const algorithm = presetAlgorithms.get(preset);
  const index = definition.steps.findIndex(({ optional, firstEver }) => optional ?? firstEver);
  if (algorithm !== undefined && index >= 0)
    throw new CxMetricsError(plainStepsOnly, { path: ["steps", index], values: { preset } });
  const counts =
    algorithm === undefined
      ? tallyFunnel(events, definition).counts
      : countBy(algorithm, events, { ...definition, adjacency: "immediately-next" });
  return { preset, stepNames: definition.steps.map(({ name }) => name), counts };
}

/**
 * The funnel definition nearest to a preset: the same counts where the preset has `rules`, and the best-entry rule by
 * `sequence` where it is an algorithm of its own.
 *
 * @param funnel a preset's id, the steps as in a definition, and the window in milliseconds or `null`
 * @throws `CxMetricsError` `funnel.unknown-preset`, and the codes of `defineFunnel`
 * @example
 * ```ts
 * const steps = [{ name: "view", event: "view" }, { name: "buy", event: "buy" }];
 * presetDefinition({ preset: "mixpanel.first-entry@2026", steps, windowMs: 60 }).entry; // => "first"
 * ```
 */
export function presetDefinition(funnel: PresetFunnel): FunnelDefinition {
  const record = expectRecord(funnel, [], ["preset", "steps", "windowMs"]);
  const found = funnelPresets.find(({ id }) => id === record["preset"]);
  if (found === undefined) {
    const ids = funnelPresets.map(({ id }) => id);
    const given = record["preset"];
    throw new CxMetricsError(unknownPreset, {
      path: ["preset"],
      values: {
        found: typeof given === "string" ? given : describeValue(given),
        hint: didYouMean(typeof given === "string" ? given : "", ids),
        presets: ids.join(", "),
      },
    });
  }
  return defineFunnel({
    formatVersion: 1,
    id: "adhoc.funnel",
    version: "1.0.0",
    title: found.title,
    provenance: { status: "published", source: found.source },
    steps: record["steps"],
    windowMs: record["windowMs"],
    ...(found.rules ?? { order: "ordered", ties: "sequence", entry: "best", reuse: "once" }),
  });
}

function countBy(algorithm: PresetAlgorithm, events: FunnelEvents, definition: FunnelDefinition): number[] {
  const dense = denseEvents(events, eventDoor({}));
  // With an adjacency rule the plan keeps events of no step, which some algorithms look at.
  const { plan, classes } = planSteps(dense, definition);
  const fills = plan.fills.map((steps) => [...steps].reverse());
  const counts = definition.steps.map(() => 0);
  const windowMs = definition.windowMs ?? Number.POSITIVE_INFINITY;
  const count = ({ rows, actor, event, timeMs }: EventColumns) => {
    for (let row = 0; row < rows; ) {
      const who = actor[row];
      const log: PresetEvent[] = [];
      for (; row < rows && actor[row] === who; row++)
        log.push({ time: timeMs[row] as number, fills: fills[event[row] as number] ?? [] });
      const level = algorithm(log, plan.steps, windowMs);
      for (let step = 0; step < level; step++) counts[step] = (counts[step] as number) + 1;
    }
  };
  orderEvents({ ...dense, event: classes }, dense.actorLimit, plan.keep, count);
  return counts;
}
