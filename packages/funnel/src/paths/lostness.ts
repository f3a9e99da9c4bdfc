import { CxMetricsError, expectRecord } from "@cxmetrics/definition";
import { badLostness } from "./problems.js";

/** What a user did to reach a goal, in pages, screens or contact points. */
export interface LostnessInput {
  /** Different ones visited (N). */
  readonly different: number;
  /** All visits, repeats included (S). */
  readonly total: number;
  /** Fewest that must be visited (R). */
  readonly required: number;
}

/**
 * Lostness of a user on the way to a goal: 0 is the straight way.
 *
 * $$ L = \sqrt{\left(\frac{N}{S} - 1\right)^2 + \left(\frac{R}{N} - 1\right)^2} $$
 *
 * Below 0.4 users showed no sign of being lost, above 0.5 they did. R above N (a short cut that the plan does not know) counts like as far a detour. It
 * reaches √2 at most where R ≤ N. Source: Smith, Towards a practical measure of hypertext usability, Interacting with Computers 8 (1996) 365–381.
 *
 * @returns a number of at least 0
 * @throws `CxMetricsError` `paths.bad-lostness`, `document.wrong-type`
 * @example
 * ```ts
 * lostness({ different: 5, total: 8, required: 3 }); // => 0.5482928049865327
 * ```
 */
export function lostness(input: LostnessInput): number {
  const { different, total, required } = expectRecord(input, ["input"], ["different", "total", "required"]);
  if (!isCount(different) || !isCount(total) || !isCount(required) || different > total)
    throw new CxMetricsError(badLostness, {
      path: ["input"],
      values: { found: [different, total, required].map((value) => String(value).slice(0, 20)).join(", ") },
    });
  return Math.hypot(different / total - 1, required / different - 1);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
