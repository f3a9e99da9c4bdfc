import type { Expression } from "./expression.js";
import { constantOf } from "./leaf.js";
import { kindOf } from "./operations/registry.js";
import { parseExpression } from "./parse-expression.js";

/**
 * Names of the inputs that a formula reads, in the order of their first use. Rational texts such as `"1/3"` are no names.
 *
 * @throws `CxMetricsError` as `parseExpression` does
 * @example
 * ```ts
 * inputsOf({ op: "multiply", of: ["1/3", { op: "add", of: ["trust", "ease", "trust"] }] }); // => ["trust", "ease"]
 * ```
 */
export function inputsOf(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (typeof part === "object") for (const child of kindOf(part).children(part)) visit(child);
    else if (constantOf(part) === undefined) names.add(part as string);
  };
  visit(parseExpression(expression));
  return [...names];
}
