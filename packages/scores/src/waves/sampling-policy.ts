import { refuse } from "../rating-options.js";
import { badPolicy } from "./problems.js";

/**
 * Which answers of a transactional survey count, where a customer gave several. The unit of sampling is the customer: the answers of one
 * customer resemble each other, and counting them as if they came from several makes every interval too narrow.
 */
export type SamplingPolicy = FirstOrLastPolicy | ClusterPolicy;

interface PolicyHead {
  readonly unit: "customer";
  /** Answers within this time after the previous answer that counted are dropped; 0 or left out for none. */
  readonly quarantineMs?: number | undefined;
}

/** One answer per customer and window. */
export interface FirstOrLastPolicy extends PolicyHead {
  readonly rule: "first" | "last";
  /** Length of the windows, which follow each other from `originMs` on; one window for all time where it is left out. */
  readonly windowMs?: number | undefined;
  /** Where a window begins, epoch milliseconds; 0 where it is left out. */
  readonly originMs?: number | undefined;
}

/** Every answer counts, and the variance is that between customers. */
export interface ClusterPolicy extends PolicyHead {
  readonly rule: "cluster";
}

/** A policy that was checked. */
export interface CheckedPolicy {
  readonly rule: SamplingPolicy["rule"];
  readonly windowMs: number | null;
  readonly originMs: number;
  readonly quarantineMs: number;
}

/** The longest time that is taken: what a JavaScript date can hold. */
export const longestMs = 8.64e15;

/**
 * Expects a policy.
 *
 * @throws `CxMetricsError` `survey.policy-not-allowed`
 */
export function expectPolicy(value: unknown): CheckedPolicy {
  if (typeof value !== "object" || value === null)
    throw refuse(badPolicy, ["policy"], "{ unit: customer, rule: cluster | first | last }", value);
  const policy = value as Readonly<Record<string, unknown>>;
  const names = [
    "unit",
    "rule",
    "quarantineMs",
    ...(policy["rule"] === "cluster" ? [] : ["windowMs", "originMs"]),
  ];
  for (const name of Object.keys(policy))
    if (!names.includes(name)) throw refuse(badPolicy, ["policy"], `{ ${names.join(", ")} }`, name);
  const { unit, rule, windowMs, originMs = 0, quarantineMs = 0 } = policy;
  if (unit !== "customer") throw refuse(badPolicy, ["policy", "unit"], "customer", unit);
  if (rule !== "cluster" && rule !== "first" && rule !== "last")
    throw refuse(badPolicy, ["policy", "rule"], "cluster | first | last", rule);
  if (windowMs !== undefined && !isSpan(windowMs, 1))
    throw refuse(badPolicy, ["policy", "windowMs"], `1…${longestMs}`, windowMs);
  if (!(typeof originMs === "number" && Math.abs(originMs) <= longestMs))
    throw refuse(badPolicy, ["policy", "originMs"], `±${longestMs}`, originMs);
  if (!isSpan(quarantineMs, 0))
    throw refuse(badPolicy, ["policy", "quarantineMs"], `0…${longestMs}`, quarantineMs);
  return { rule, windowMs: windowMs ?? null, originMs: originMs + 0, quarantineMs: quarantineMs + 0 };
}

function isSpan(value: unknown, least: number): value is number {
  return typeof value === "number" && value >= least && value <= longestMs;
}
