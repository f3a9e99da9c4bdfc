import type { NotComputable } from "@cxmetrics/definition";
import { binomialDistribution } from "../distributions/binomial.js";
import { inRange, sampleSize } from "../expect/in-range.js";
import { nameAmong } from "../expect/name-among.js";
import { namedMembers } from "../expect/named-members.js";
import { countsNotWhole, noDiscordantPairs } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";

/** People asked twice who changed sides. */
export interface DiscordantPairs {
  /** Success before but not after. */
  readonly onlyBefore: number;
  /** Success after but not before. */
  readonly onlyAfter: number;
}

/** Name of a method of `mcNemar`. */
export type McNemarMethod = "mid-p" | "exact" | "asymptotic" | "asymptotic-corrected";

/** Options of `mcNemar`. */
export interface McNemarOptions {
  /** `mid-p` where it is left out. */
  readonly method?: McNemarMethod;
}

/** McNemar's test of a change among the same people. */
export interface McNemarTest {
  readonly status: "ok";
  /** Two-sided p-value of no change. */
  readonly p: number;
  /** Standardised change, with the sign of after − before; `null` for the exact methods. */
  readonly z: number | null;
  readonly method: McNemarMethod;
}

const methods: readonly McNemarMethod[] = ["mid-p", "exact", "asymptotic", "asymptotic-corrected"];

/**
 * McNemar's test of paired proportions: whether as many people turned to success as away from it.
 *
 * With b and c the people with success only before and only after, and X ~ Binomial(b + c, ½),
 * $$ p_{exact} = 2P(X \le \min(b,c)), \qquad p_{mid} = p_{exact} - P(X = \min(b,c)), \qquad z = \frac{c - b}{\sqrt{b + c}} $$
 *
 * `exact` is capped at 1; for b = c the mid-P value is 1 − ½P(X = b). `asymptotic` has no continuity correction;
 * `asymptotic-corrected` takes 1 off |c − b|, as R's `mcnemar.test` does. The mid-P test keeps its nominal level almost always
 * and has more power than the exact one. People who did not change carry no information here. Source: McNemar, Psychometrika 12
 * (1947) 153–157; Fagerland, Lydersen and Laake, BMC Medical Research Methodology 13 (2013) 91.
 *
 * @returns the test, or `not-computable`: `no-discordant-pairs`; `counts-not-whole` (`mid-p` and `exact` under weights)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `method.unknown`
 * @example
 * ```ts
 * const test = mcNemar({ onlyBefore: 1, onlyAfter: 7 });
 * test.status === "ok" && test.p; // => 0.0390625
 * const exact = mcNemar({ onlyBefore: 1, onlyAfter: 7 }, { method: "exact" });
 * exact.status === "ok" && exact.p; // => 0.0703125
 * ```
 */
export function mcNemar(pairs: DiscordantPairs, options: McNemarOptions = {}): McNemarTest | NotComputable {
  const { onlyBefore, onlyAfter } = namedMembers(pairs, "pairs");
  inRange(onlyBefore, "onlyBefore", sampleSize);
  inRange(onlyAfter, "onlyAfter", sampleSize);
  const method = nameAmong(methods, namedMembers(options, "options").method ?? "mid-p", "method");
  const changed = onlyBefore + onlyAfter;
  if (changed === 0) return noDiscordantPairs;
  if (method === "asymptotic" || method === "asymptotic-corrected") {
    const excess = Math.abs(onlyAfter - onlyBefore);
    const counted = method === "asymptotic" ? excess : Math.max(0, excess - 1);
    const z = (Math.sign(onlyAfter - onlyBefore) * counted) / Math.sqrt(changed) + 0;
    return { status: "ok", p: 2 * normalUpperTail(Math.abs(z)), z, method };
  }
  const fewer = Math.min(onlyBefore, onlyAfter);
  if (!Number.isInteger(onlyBefore) || !Number.isInteger(onlyAfter)) return countsNotWhole;
  const reached = binomialDistribution.cdf(fewer, changed, 0.5);
  const passed = fewer === 0 ? 0 : binomialDistribution.cdf(fewer - 1, changed, 0.5);
  if (method === "exact") return { status: "ok", p: Math.min(1, 2 * reached), z: null, method };
  const p = onlyBefore === onlyAfter ? 1 - (reached - passed) / 2 : reached + passed;
  return { status: "ok", p, z: null, method };
}
