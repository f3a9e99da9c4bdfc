import { expectOneOf, type LocalizedText } from "@cxmetrics/definition";
import { type Fault, faults } from "./column.js";

/**
 * The sentence that says why a cell holds no number.
 *
 * @throws `CxMetricsError` `document.not-allowed` for an unknown fault
 * @example
 * ```ts
 * messageOfFault("division-by-zero").en; // => "The divisor is 0, so the quotient does not exist."
 * ```
 */
export function messageOfFault(fault: Fault): LocalizedText {
  return messages[expectOneOf(fault, ["fault"], faults)];
}

const messages: Readonly<Record<Fault, LocalizedText>> = {
  none: { en: "There is a number.", zh: "该处有数值。" },
  "not-applicable": { en: "The question does not apply here.", zh: "此处不适用。" },
  missing: { en: "A value that is needed is missing.", zh: "缺少所需的数值。" },
  withheld: { en: "A value that is needed is withheld.", zh: "所需的数值不予公布。" },
  "insufficient-coverage": {
    en: "Too few of the values are available for a mean.",
    zh: "可用的数值过少，不足以计算平均数。",
  },
  "division-by-zero": {
    en: "The divisor is 0, so the quotient does not exist.",
    zh: "除数为 0，商不存在。",
  },
  "logarithm-of-non-positive": {
    en: "The logarithm exists only for numbers greater than 0.",
    zh: "对数仅对大于 0 的数有定义。",
  },
  "undefined-power": {
    en: "The power does not exist: a negative base with a fractional exponent, or 0 with a negative one.",
    zh: "幂不存在：底数为负且指数为分数，或底数为 0 且指数为负。",
  },
  "undefined-mean": {
    en: "This mean exists only for numbers that are not negative.",
    zh: "该平均数仅对非负数有定义。",
  },
  overflow: { en: "The result is too large for a number.", zh: "结果过大，超出可表示的范围。" },
  "undefined-spread": {
    en: "The sample standard deviation needs at least two values.",
    zh: "样本标准差至少需要两个数值。",
  },
  "outside-domain": {
    en: "The value lies outside the range for which the formula states a result.",
    zh: "数值超出公式规定的取值范围。",
  },
};
