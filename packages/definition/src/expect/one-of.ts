import { CxMetricsError, type ProblemPath } from "../cx-metrics-error.js";
import { describeValue } from "../describe-value.js";
import { didYouMean } from "../did-you-mean.js";
import { notAllowed } from "../problems.js";

/**
 * Expects one of the named choices.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @param choices what is allowed
 * @returns the choice
 * @throws `CxMetricsError` `document.not-allowed` with the choices and the nearest of them
 * @example
 * ```ts
 * expectOneOf("wilson", ["interval"], ["wilson", "wald"]); // => "wilson"
 * ```
 */
export function expectOneOf<T extends string | number>(
  value: unknown,
  path: ProblemPath,
  choices: readonly T[],
): T {
  const allowed = Array.isArray(choices) ? (choices as readonly T[]) : [];
  for (const choice of allowed) if (choice === value) return choice;
  const hint = didYouMean(typeof value === "string" ? value : "", allowed.map(String));
  throw new CxMetricsError(notAllowed, {
    path,
    values: { found: describeValue(value), allowed: allowed.join(", "), hint },
  });
}
