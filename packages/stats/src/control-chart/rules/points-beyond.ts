import { onTheLine, type RuleSeries, type RuleWindow } from "./control-rule.js";

/** At least `count` of `length` neighbouring points beyond `distance` standard deviations on one side. */
export interface PointsBeyond {
  readonly count: number;
  readonly length: number;
  readonly distance: number;
}

/**
 * Windows that end in a point beyond the line and hold enough such points on the same side. Early windows may be shorter: two of the
 * first two points are two of any three.
 */
export function pointsBeyond(
  { z }: RuleSeries,
  { count, length, distance }: PointsBeyond,
): readonly RuleWindow[] {
  const found: RuleWindow[] = [];
  for (let end = 0; end < z.length; end++) {
    const sign = Math.sign(z[end] ?? 0);
    const isBeyond = (index: number) => sign * (z[index] ?? 0) > distance + onTheLine;
    if (!isBeyond(end)) continue;
    const indices: number[] = [];
    for (let index = Math.max(0, end - length + 1); index <= end; index++) {
      if (isBeyond(index)) indices.push(index);
    }
    if (indices.length >= count) found.push({ indices, direction: sign > 0 ? "up" : "down" });
  }
  return found;
}
