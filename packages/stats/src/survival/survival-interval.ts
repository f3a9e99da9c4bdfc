import type { Interval, NotComputable } from "@cxmetrics/definition";
import { intervalOf } from "../interval-of.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { nobodyLeft, noEventsYet } from "./reasons.js";

/** On which scale the limits of a share over time are symmetric. */
export type SurvivalIntervalMethod = "log-log" | "log" | "plain";

/** Names of the scales, for the door. */
export const survivalIntervalMethods: readonly SurvivalIntervalMethod[] = ["log-log", "log", "plain"];

/** A confidence level and its critical value, looked up once for a whole curve. */
export interface SurvivalLevel {
  readonly level: number;
  readonly z: number;
}

/** The level with its critical value. */
export function survivalLevel(level: number): SurvivalLevel {
  return { level, z: criticalZ(level) };
}

/**
 * Limits of a share (survival or incidence) from its standard error; clamped to 0…1. At 0 and at 1 no scale has limits.
 */
export function survivalInterval(
  share: number,
  standardError: number,
  { level, z }: SurvivalLevel,
  method: SurvivalIntervalMethod,
  atZero: NotComputable = nobodyLeft,
  atOne: NotComputable = noEventsYet,
): Interval | NotComputable {
  if (share <= 0) return atZero;
  if (share >= 1) return atOne;
  const margin = z * standardError;
  const name = `${method}-greenwood`;
  if (method === "plain")
    return intervalOf(Math.max(0, share - margin), Math.min(1, share + margin), level, name);
  const relative = margin / share;
  if (method === "log")
    return intervalOf(share * Math.exp(-relative), Math.min(1, share * Math.exp(relative)), level, name);
  const log = Math.log(share);
  const power = Math.exp(relative / Math.abs(log));
  return intervalOf(Math.exp(log * power), Math.exp(log / power), level, name);
}
