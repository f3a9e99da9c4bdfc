import type { PowerMean } from "../../expression.js";
import { chinese, listInChinese } from "../../prose/chinese.js";
import { listInEnglish } from "../../prose/english.js";
import type { Speaker } from "../../writing.js";
import { policyInChinese, policyInEnglish } from "../reduction/say-policy.js";
import { termsOf } from "./terms.js";

const names = new Map([
  [1, { en: "arithmetic mean", zh: "算术平均数" }],
  [0, { en: "geometric mean", zh: "几何平均数" }],
  [-1, { en: "harmonic mean", zh: "调和平均数" }],
]);

/** A power mean as a noun phrase in English. Operands of zero weight are left out. */
export function sayPowerMeanInEnglish(operation: PowerMean, { operand }: Speaker): string {
  const { parts, equal } = termsOf(operation);
  const operands = parts.map(({ part, weight }) =>
    equal ? operand(part) : `${operand(part)} (weight ${weight})`,
  );
  const name = names.get(operation.exponent)?.en ?? `power mean with exponent ${operation.exponent}`;
  return `the ${equal ? "" : "weighted "}${name} of ${listInEnglish(operands)}${policyInEnglish(operation)}`;
}

/** A power mean as a noun phrase in Chinese. Operands of zero weight are left out. */
export function sayPowerMeanInChinese(operation: PowerMean, { operand }: Speaker): string {
  const { parts, equal } = termsOf(operation);
  const operands = parts.map(({ part, weight }) =>
    equal ? operand(part) : `${operand(part)}（权重 ${weight}）`,
  );
  const name = names.get(operation.exponent)?.zh ?? "幂平均数";
  const exponent = names.has(operation.exponent) ? "" : `指数为 ${operation.exponent} 的`;
  return chinese(
    listInChinese(operands),
    "的",
    exponent,
    equal ? "" : "加权",
    name,
    policyInChinese(operation),
  );
}
