import type { PresetAlgorithm, PresetEvent } from "./preset-log.js";

interface Mark {
  readonly time: number;
  /** A step, or 0 for an event of no step. */
  readonly step: number;
}

/** Marks by time and then step, which is how ClickHouse settles ties: an event of several steps stands once for each. */
function marksOf(log: readonly PresetEvent[], withForeign: boolean): Mark[] {
  return log
    .flatMap(({ time, fills }) =>
      fills.length === 0 && withForeign ? [{ time, step: 0 }] : fills.map((step) => ({ time, step })),
    )
    .sort((a, b) => a.time - b.time || a.step - b.step);
}

interface Slot {
  readonly first: number;
  readonly last: number;
}

/** The furthest slot that is set. */
const furthest = (slots: readonly (Slot | undefined)[]) =>
  slots.findLastIndex((slot) => slot !== undefined) + 1;

interface Mode {
  readonly increase?: true;
  readonly order?: true;
  readonly deduplication?: true;
}

/**
 * `windowFunnel` of ClickHouse 26.7 (AggregateFunctionWindowFunnel.cpp): one slot a step with the start and the last time
 * of an attempt. With `strict_increase` a step must be later than the last time in the slot before it, which events of the same
 * instant may have overwritten: two steps of one event never pass, however often it happens.
 */
const windowFunnel =
  ({ increase, order, deduplication }: Mode): PresetAlgorithm =>
  (log, steps, windowMs) => {
    const slots: (Slot | undefined)[] = new Array(steps).fill(undefined);
    for (const { time, step } of marksOf(log, order === true)) {
      const begun = slots[0] !== undefined;
      if (step === 0) {
        if (begun) break;
        continue;
      }
      if (step === 1) {
        slots[0] = { first: time, last: time };
        if (steps === 1) return 1;
        continue;
      }
      if (deduplication && slots[step - 1] !== undefined) break;
      const before = slots[step - 2];
      if (before === undefined) {
        if (order && begun) break;
        continue;
      }
      if (time - before.first > windowMs || (increase && before.last >= time)) continue;
      slots[step - 1] = { first: before.first, last: time };
      if (step === steps) return steps;
    }
    return furthest(slots);
  };

/** The default mode. */
export const clickHouseDefault = windowFunnel({});

/** Mode `strict_increase`, alone. */
export const clickHouseStrictIncrease = windowFunnel({ increase: true });

/** Mode `strict_order`. */
export const clickHouseStrictOrder = windowFunnel({ order: true });

/** Mode `strict_deduplication`, as mended in 2026. */
export const clickHouseStrictDeduplication = windowFunnel({ deduplication: true });
