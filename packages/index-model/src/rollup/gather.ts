import { type Fault, faultCode, weightToNumber } from "@cxmetrics/formula";
import type { Rollup } from "./rollup.js";

/** One member of a gathered unit. */
export interface Member {
  readonly weight: number;
  readonly value: number | null;
  readonly reason: Fault | null;
}

/** What comes out for one gathered unit. */
export interface Gathered {
  readonly value: number | null;
  readonly reason: Fault | null;
  readonly coverage: number | null;
}

/** Shares that should be equal may differ by rounding: 2/3 of the weight passes a bound of "2/3". */
const tolerance = 1e-12;

/**
 * Gathers members into one value. Members that weigh 0 or to which the node does not apply are left out; missing ones follow
 * the policy.
 */
export function gather(
  members: readonly Member[],
  { method, missing }: Pick<Rollup, "method" | "missing">,
): Gathered {
  const applicable = members.filter((one) => one.weight > 0 && one.reason !== "not-applicable");
  if (applicable.length === 0) return { value: null, reason: "not-applicable", coverage: null };
  const present = applicable.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  const all = compensated(applicable.map((one) => one.weight));
  const coverage =
    present.length === applicable.length ? 1 : compensated(present.map((one) => one.weight)) / all;
  const refused = (reason: Fault): Gathered => ({ value: null, reason, coverage });
  const first = leastFault(applicable);
  if (first !== null && (missing.policy === "propagate" || present.length === 0)) return refused(first);
  if (missing.policy === "renormalise" && coverage < weightToNumber(missing.minimumAvailable) - tolerance)
    return refused("insufficient-coverage");
  const value = combine(present, method);
  if (Number.isNaN(value)) return refused("undefined-mean");
  return Number.isFinite(value) ? { value: value + 0, reason: null, coverage } : refused("overflow");
}

function combine(parts: readonly { weight: number; value: number }[], method: Rollup["method"]): number {
  const values = parts.map((part) => part.value);
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  if (method === "minimum") return least;
  if (method === "maximum") return greatest;
  if (method === "sum") return compensated(values);
  if (method !== "arithmetic-mean" && least < 0) return Number.NaN;
  if (method !== "arithmetic-mean" && least === 0) return 0;
  const turned = {
    "arithmetic-mean": (x: number) => x,
    "geometric-mean": Math.log,
    "harmonic-mean": (x: number) => 1 / x,
  };
  const back = {
    "arithmetic-mean": (x: number) => x,
    "geometric-mean": Math.exp,
    "harmonic-mean": (x: number) => 1 / x,
  };
  const whole = compensated(parts.map((part) => part.weight));
  const sum = compensated(parts.map(({ weight, value }) => weight * turned[method](value)));
  // Only the products may have overflowed: a mean is never beyond its values.
  const mean = Number.isFinite(sum)
    ? sum / whole
    : compensated(parts.map(({ weight, value }) => (weight / whole) * turned[method](value)));
  return Math.min(Math.max(back[method](mean), least), greatest);
}

/** The fault with the smallest code, as everywhere. */
function leastFault(members: readonly Member[]): Fault | null {
  return members.reduce<Fault | null>((least, { value, reason }) => {
    if (value !== null) return least;
    const own = reason ?? "missing";
    return least === null || faultCode[own] < faultCode[least] ? own : least;
  }, null);
}

/** Neumaier's sum. */
function compensated(numbers: readonly number[]): number {
  let sum = 0;
  let rest = 0;
  for (const number of numbers) {
    const next = sum + number;
    rest += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return sum + rest;
}
