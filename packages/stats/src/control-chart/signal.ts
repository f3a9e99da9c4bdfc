import type { ControlRuleId } from "./rules/control-rule.js";

/** A rule that is broken, where, and by which points. */
export interface Signal {
  /** Name of the rule; `ewma` or `cusum` where a point of such a chart leaves its limits. */
  readonly rule: ControlRuleId | "ewma" | "cusum";
  /** Index of the point at which the rule signals: the last of its window. */
  readonly index: number;
  /** Indices of the points that break the rule together, rising. */
  readonly indices: readonly number[];
  /** `up` above the centre line or rising, `down` below or falling, `null` where the rule has no side. */
  readonly direction: "up" | "down" | null;
}
