import type { AuditContext } from "./audit-context.js";

/** A correlation over few units may warn, but it does not fail an index. */
export function bySize({ thresholds }: AuditContext, n: number, verdict: "warn" | "fail"): "warn" | "fail" {
  return n < thresholds.units ? "warn" : verdict;
}
