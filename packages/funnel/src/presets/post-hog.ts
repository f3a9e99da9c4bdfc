import type { PresetAlgorithm, PresetEvent } from "./preset-log.js";

interface Slot {
  readonly start: number;
  readonly path: readonly number[];
}

/**
 * The ordered funnel of PostHog (funnel-udf/src/steps.rs, 2026) without exclusions and optional steps: one slot a step, which
 * keeps the start and the events of an attempt. Events that fill the same steps are taken one by one, steps descending; different
 * events of one instant as pairs of event and step, steps ascending, none twice in an attempt.
 */
export const postHogOrdered: PresetAlgorithm = (all, steps, windowMs) => {
  const log = all.filter(({ fills }) => fills.length > 0);
  const slots: (Slot | undefined)[] = new Array(steps + 1).fill(undefined);
  const fill = (step: number, time: number, event: number, tied: boolean) => {
    const before = step === 1 ? { start: time, path: [] } : slots[step - 1];
    if (before === undefined || time - before.start > windowMs || slots[step]?.start === before.start) return;
    if (tied && before.path.includes(event)) return;
    slots[step] = { start: before.start, path: [...before.path, event] };
  };
  for (let row = 0; row < log.length && slots[steps] === undefined; ) {
    const { time } = log[row] as PresetEvent;
    const first = row;
    while (log[row]?.time === time) row++;
    const instant = log.slice(first, row).map(({ fills }, nth) => ({ fills, event: first + nth }));
    const tied = instant.some(({ fills }) => fills.join() !== instant[0]?.fills.join());
    const pairs = instant.flatMap(({ fills, event }) =>
      (tied ? fills : fills.toReversed()).map((step) => ({ step, event })),
    );
    if (tied) pairs.sort((a, b) => a.step - b.step);
    for (const { step, event } of pairs) fill(step, time, event, tied);
  }
  return Math.max(
    0,
    slots.findLastIndex((slot) => slot !== undefined),
  );
};

/**
 * The unordered funnel of PostHog (unordered_steps.rs, 2026) without exclusions: the most steps done within one window. An
 * event goes to the first of the steps it fills: the oldest was meant, but the key that tells has no value.
 */
export const postHogUnordered: PresetAlgorithm = (log, steps, windowMs) => {
  const last = new Array<number>(steps + 1).fill(Number.NEGATIVE_INFINITY);
  let most = 0;
  for (const { time, fills } of log) {
    const [step] = fills;
    if (step === undefined) continue;
    last[step] = time;
    most = Math.max(most, last.filter((at) => Number.isFinite(at) && time - at <= windowMs).length);
  }
  return most;
};
