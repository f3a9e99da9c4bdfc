import type { Grades } from "../index-definition.js";

/** Whether the bands of the grades are bounded from above, so that lesser values have better grades. */
export function lessIsBetter({ bands }: Grades): boolean {
  return bands.some(({ upTo }) => upTo !== undefined);
}
