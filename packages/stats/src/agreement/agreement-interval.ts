import type { Interval, NotComputable } from "@cxmetrics/definition";
import { intervalOf } from "../interval-of.js";
import { perfectAgreement } from "./reasons.js";

/** Estimate ± margin, within −1…1; none where the standard error is 0. */
export function agreementInterval(
  value: number,
  standardError: number,
  critical: number,
  level: number,
  method: string,
): Interval | NotComputable {
  if (standardError === 0 || !Number.isFinite(critical)) return perfectAgreement;
  const margin = critical * standardError;
  return intervalOf(Math.max(-1, value - margin), Math.min(1, value + margin), level, method);
}
