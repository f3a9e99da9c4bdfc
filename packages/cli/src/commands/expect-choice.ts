import { CxMetricsError } from "@cxmetrics/definition";
import { badChoice } from "../problems.js";

/**
 * Expects the value of an option to be one of a few.
 *
 * @throws `CxMetricsError` `usage.bad-choice`
 * @example
 * ```js
 * expectChoice("s", "--time-unit", ["ms", "s"]); // => "s"
 * ```
 */
export function expectChoice<Choice extends string>(
  found: string | undefined,
  option: string,
  allowed: readonly Choice[],
): Choice | undefined {
  if (found === undefined) return undefined;
  const choice = allowed.find((name) => name === found);
  if (choice === undefined)
    throw new CxMetricsError(badChoice, {
      path: [option],
      values: { option, found, allowed: allowed.join(", ") },
    });
  return choice;
}
