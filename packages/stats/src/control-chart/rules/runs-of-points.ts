import type { RuleWindow } from "./control-rule.js";

/** Every window of `length` neighbouring positions at which a condition holds without a break. */
export function runsOfPoints(
  positions: number,
  length: number,
  holds: (index: number) => boolean,
): readonly RuleWindow[] {
  const found: RuleWindow[] = [];
  let run = 0;
  for (let end = 0; end < positions; end++) {
    run = holds(end) ? run + 1 : 0;
    if (run < length) continue;
    found.push({
      indices: Array.from({ length }, (_, offset) => end - length + 1 + offset),
      direction: null,
    });
  }
  return found;
}
