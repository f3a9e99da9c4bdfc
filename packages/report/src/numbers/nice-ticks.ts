import { finite } from "./finite.js";

/** Ends and step of an axis. */
export interface Ticks {
  readonly lower: number;
  readonly upper: number;
  readonly step: number;
}

/** Round ends around some values, with about so many steps of 1, 2, 2.5 or 5 times a power of ten between them. */
export function niceTicks(values: readonly number[], count: number): Ticks {
  const known = values.filter(Number.isFinite);
  const least = known.length === 0 ? 0 : Math.min(...known);
  const most = known.length === 0 ? 1 : Math.max(...known);
  const span = finite(most - least) || Math.abs(most) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const lower = clean(Math.floor(least / step) * step);
  const upper = clean(Math.ceil(most / step) * step);
  return { lower, upper, step: clean(step) };
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
