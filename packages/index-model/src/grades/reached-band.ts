import type { Grades } from "../index-definition.js";

/**
 * Place of the first band, from `start` down, whose bound a value reaches; the last band has none. Bands that are bounded by a quota
 * alone are open to every value.
 */
export function reachedBand({ bands, boundary }: Grades, value: number, start: number): number {
  const upper = boundary === "upper-included";
  for (let place = start; place < bands.length - 1; place += 1) {
    const { from, upTo } = bands[place] ?? {};
    const low = from === undefined || (upper ? value > from : value >= from);
    if (low && (upTo === undefined || (upper ? value <= upTo : value < upTo))) return place;
  }
  return bands.length - 1;
}
