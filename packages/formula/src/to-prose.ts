import { expectOneOf, type Language } from "@cxmetrics/definition";
import { bracketing } from "./bracketing.js";
import type { Expression, Operation } from "./expression.js";
import { constantOf } from "./leaf.js";
import { isWord } from "./name-form.js";
import { kindOf } from "./operations/registry.js";
import { sayCondition } from "./operations/write-condition.js";
import { parseExpression } from "./parse-expression.js";
import { withoutNeutral } from "./prose/without-neutral.js";
import { textConstant } from "./text-constant.js";
import { binding, type Piece, type Speaker, type Writer } from "./writing.js";

/** How inputs are called. */
export interface ProseOptions {
  /** What to call an input, for example its title in the language asked for. */
  readonly name?: (name: string) => string;
}

/**
 * A formula as a fragment of a sentence. The outermost operation is said in words; inside it plain arithmetic is written with
 * signs, and any other operand that is itself composed stands in parentheses, so that the sentence has one reading. Factors of 1 and
 * summands of 0 are not told.
 *
 * @param expression the formula
 * @param language `en` or `zh`
 * @param options what to call the inputs; their own names, in quotation marks where they are not single words, when left out
 * @throws `CxMetricsError` as `parseExpression` does; `document.not-allowed` for another language
 * @example
 * ```ts
 * const rounded = { op: "round", of: ["score"], digits: 3, mode: "half-up" } as const;
 * toProse(rounded, "en"); // => "score rounded half up to 3 decimal places"
 * toProse(rounded, "zh", { name: () => "总分" }); // => "将总分按四舍五入保留 3 位小数"
 * ```
 */
export function toProse(expression: Expression, language: Language, options: ProseOptions = {}): string {
  expectOneOf(language, ["language"], ["en", "zh"]);
  const [open, close] = language === "en" ? (["(", ")"] as const) : (["（", "）"] as const);
  const call = (name: string): string => {
    const own: unknown = typeof options?.name === "function" ? options.name(name) : undefined;
    if (typeof own === "string") return own;
    return isWord(name) ? name : `“${name}”`;
  };
  const plain = (part: Expression): string =>
    typeof part === "object" ? kindOf(part).prose[language](part, speaker) : leaf(part).text;
  const leaf = (part: number | string): Piece =>
    constantOf(part) === undefined ? { text: call(String(part)), binds: binding.atom } : textConstant(part);
  const composite = (part: Operation): Piece => {
    const infix = kindOf(part).infix?.(part, writer);
    return infix ?? { text: `${open}${plain(part)}${close}`, binds: binding.atom };
  };
  const writer: Writer = {
    of: (part) => (typeof part === "object" ? composite(part) : leaf(part)),
    condition: (part) => ({ text: sayCondition(part, language, speaker), binds: binding.choice }),
    operand: (part, binds, sign) => bracketing(writer.of(part), binds, sign, ["(", ")"]),
  };
  const speaker: Speaker = {
    operand: (part) => writer.operand(part, typeof part === "object" ? binding.atom : binding.choice),
    item: (part) => writer.of(part).text,
    condition: (part) => sayCondition(part, language, speaker),
  };
  return plain(withoutNeutral(parseExpression(expression)));
}
