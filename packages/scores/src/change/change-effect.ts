import type { Interval, NotComputable } from "@cxmetrics/definition";
import { normalDistribution } from "@cxmetrics/stats";
import { noSpread, noStandardError, weightsTooUnequal } from "./reasons.js";

/** A part of a change, in the unit of the score, and how sure we are of it. */
export interface ChangeEffect {
  readonly value: number;
  /** `null` where it is not computable: its interval says why. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
}

/** An effect from its variance, with a normal interval; `null` where there is no variance to be had. */
export function effectOf(
  signed: number,
  variance: number | null,
  level: number,
  method: string,
): ChangeEffect {
  // Adding 0 turns −0, no share times a score below the whole, into 0.
  const value = signed + 0;
  if (variance === null) return { value, standardError: null, interval: noStandardError };
  if (!Number.isFinite(variance)) return { value, standardError: null, interval: weightsTooUnequal };
  const standardError = Math.sqrt(Math.max(0, variance));
  if (!(standardError > 0)) return { value, standardError: 0, interval: noSpread };
  const margin = normalDistribution.quantile((1 + level) / 2) * standardError;
  const interval: Interval = { status: "ok", lower: value - margin, upper: value + margin, level, method };
  return { value, standardError, interval };
}
