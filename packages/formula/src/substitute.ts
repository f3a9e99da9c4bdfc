import type { Expression } from "./expression.js";
import { constantOf } from "./leaf.js";
import { mapOperands } from "./map-operands.js";
import { parseExpression } from "./parse-expression.js";

/**
 * A formula with names replaced by formulas, all at once: a name inside a replacement is not replaced again.
 *
 * @param expression the formula
 * @param replacements a formula for each name to replace; other names stay, and names that do not occur are ignored
 * @throws `CxMetricsError` as `parseExpression` does, also for replacements, for a result that is too deep or too large, and for
 * bounds of a `clamp` that become constants and cross
 * @example
 * ```ts
 * const share = { op: "divide", of: ["good", "all"] };
 * substitute(share, { all: { op: "add", of: ["good", "bad"] } }); // => { op: "divide", of: ["good", { op: "add", of: ["good", "bad"] }] }
 * ```
 */
export function substitute(
  expression: Expression,
  replacements: ReadonlyMap<string, Expression> | Readonly<Record<string, Expression>>,
): Expression {
  const { get, keys } = (replacements ?? {}) as Partial<ReadonlyMap<string, Expression>>;
  const entries =
    typeof get === "function" && typeof keys === "function"
      ? [...(replacements as ReadonlyMap<string, Expression>)]
      : Object.entries((replacements ?? {}) as Readonly<Record<string, Expression>>);
  const byName = new Map<string, Expression>();
  for (const [name, replacement] of entries)
    byName.set(name, parseExpression(replacement, ["replacements", name]));
  const replace = (part: Expression): Expression => {
    if (typeof part === "object") return mapOperands(part, replace);
    const named = typeof part === "string" && constantOf(part) === undefined;
    return named ? (byName.get(part) ?? part) : part;
  };
  return parseExpression(replace(parseExpression(expression)));
}
