import { evaluateColumns } from "./evaluate-columns.js";
import type { Expression, Operation } from "./expression.js";
import { constantOf } from "./leaf.js";
import { mapOperands } from "./map-operands.js";
import { kindOf } from "./operations/registry.js";
import { parseExpression } from "./parse-expression.js";

/**
 * The same formula with every part that reads no input replaced by its number. A part that has none (`1 / 0`, or a stated
 * `absent`) stays as it is, and so do rationals beside inputs. Evaluation does this by itself; here it is for readers.
 *
 * @param expression the formula
 * @returns a new formula with the same value for every input
 * @throws `CxMetricsError` as `parseExpression` does
 * @example
 * ```ts
 * foldConstants({ op: "multiply", of: ["x", { op: "subtract", of: [85, 20] }] }); // => { op: "multiply", of: ["x", 65] }
 * ```
 */
export function foldConstants(expression: Expression): Expression {
  return fold(parseExpression(expression));
}

function fold(part: Expression): Expression {
  if (typeof part !== "object") return part;
  const folded = withoutCrossing(mapOperands(part, fold), part);
  const constant = kindOf(folded)
    .children(folded)
    .every((child) => typeof child !== "object" && constantOf(child) !== undefined);
  if (!constant) return folded;
  const { values, fault } = evaluateColumns(folded, {}, 1);
  return fault[0] === 0 ? (values[0] as number) : folded;
}

/** Constant bounds that cross are refused as a mistake; computed ones are not, so they stay computed. */
function withoutCrossing(folded: Operation, original: Operation): Operation {
  if (folded.op !== "clamp" || original.op !== "clamp") return folded;
  const [lower, upper] = [folded.lower, folded.upper].map((bound) =>
    typeof bound === "object" || bound === undefined ? undefined : constantOf(bound),
  );
  const crossed = lower !== undefined && upper !== undefined && lower > upper;
  return crossed ? { ...original, of: folded.of } : folded;
}
