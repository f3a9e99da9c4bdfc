import type { RetentionDefinition } from "@cxmetrics/funnel";

/** A column of a retention: periods from one number up to another, or without end. */
export interface Bucket {
  readonly from: number;
  readonly to: number | null;
  /** Periods after the start at whose beginning all of the bucket has been observed. */
  readonly over: number;
}

/** The columns of a retention. */
export function bucketsOf({ mode, periods }: RetentionDefinition): readonly Bucket[] {
  return periods.map((period) => {
    if (typeof period !== "number") return { from: period[0], to: period[1], over: period[1] };
    return { from: period, to: mode === "on" ? period + 1 : null, over: period + 1 };
  });
}

/** Parts of the answer, its `cx_part`. */
export const part = { about: 0, cohort: 1 } as const;

/** Facts about the data, `cx_item` of the part `about`. */
export const fact = {
  rows: 1,
  "no-actor": 2,
  "no-event": 3,
  badTimes: 4,
  badSequences: 5,
  actors: 6,
  tied: 7,
  least: 8,
  most: 9,
  until: 10,
} as const;

/** Whether a return in the very instant of the start could be told: where some bucket holds period 0. */
export function tiesMatter(buckets: readonly Bucket[]): boolean {
  return buckets.some(({ from }) => from === 0);
}
