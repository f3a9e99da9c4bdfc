import { bracketing } from "./bracketing.js";
import type { Expression } from "./expression.js";
import { constantOf } from "./leaf.js";
import { isWord } from "./name-form.js";
import { kindOf } from "./operations/registry.js";
import { conditionInText } from "./operations/write-condition.js";
import { parseExpression } from "./parse-expression.js";
import { textConstant } from "./text-constant.js";
import { binding, type Piece, type Writer } from "./writing.js";

/**
 * A formula in plain infix text for terminals and logs. Names that are not single words stand in quotation marks.
 *
 * @throws `CxMetricsError` as `parseExpression` does
 * @example
 * ```ts
 * toText({ op: "divide", of: ["good", { op: "add", of: ["good", "nps-bad"] }] }); // => 'good / (good + "nps-bad")'
 * ```
 */
export function toText(expression: Expression): string {
  const writer: Writer = {
    of: (part) => (typeof part === "object" ? kindOf(part).text(part, writer) : leaf(part)),
    condition: (part) => conditionInText(part, writer),
    operand: (part, binds, sign) => bracketing(writer.of(part), binds, sign, ["(", ")"]),
  };
  return writer.of(parseExpression(expression)).text;
}

function leaf(part: number | string): Piece {
  if (constantOf(part) !== undefined) return textConstant(part);
  const name = String(part);
  return { text: isWord(name) ? name : JSON.stringify(name), binds: binding.atom };
}
