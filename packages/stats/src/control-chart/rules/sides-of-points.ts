import { onTheLine } from "./control-rule.js";

/** Points off the centre line: their positions and sides. Points on the line carry no information about runs. */
export function sidesOfPoints(z: readonly number[]): { index: number; side: number }[] {
  const sides: { index: number; side: number }[] = [];
  z.forEach((distance, index) => {
    if (Math.abs(distance) > onTheLine) sides.push({ index, side: Math.sign(distance) });
  });
  return sides;
}
