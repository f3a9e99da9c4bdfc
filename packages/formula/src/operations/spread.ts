import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Spread } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { latexConstant } from "../latex/constant.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { weightToNumber } from "../rational.js";
import { binding } from "../writing.js";
import { oneOrMore } from "./arithmetic.js";
import { compensatedDot } from "./compensated-sum.js";
import type { OperationKind } from "./operation-kind.js";
import { parsePolicy, policyKeys } from "./reduction/parse-policy.js";
import { parseWeights } from "./reduction/parse-weights.js";
import { reductionStep, weighed } from "./reduction/reduction-step.js";
import { policyInChinese, policyInEnglish, policyInText } from "./reduction/say-policy.js";
import { standardDeviation } from "./reduction/standard-deviation.js";

const types = ["population", "sample"] as const;

/** Standard deviation across operands, in two passes and scaled, so that it neither cancels nor overflows. */
export const spread: OperationKind<Spread> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "type", "of"], ["weights", ...policyKeys]);
    const op = "spread";
    const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
    const weights = record["weights"];
    return {
      op,
      type: expectOneOf(record["type"], [...path, "type"], types),
      of,
      ...(weights === undefined ? {} : { weights: parseWeights(weights, [...path, "weights"], of.length) }),
      ...parsePolicy(record, path, "renormalise", of.length),
    };
  },
  children: ({ of }) => of,
  compile: (operation, compiler) =>
    reductionStep(operation, compiler, (weights) => {
      const sample = operation.type === "sample";
      const terms = new Float64Array(weights.length);
      return {
        fault: faultCode["undefined-spread"],
        row: (values, shares, count, total) => {
          if (sample && count < 2) return Number.NaN;
          const squares = compensatedDot(shares, shares, count);
          const divisor = sample ? total - squares / total : total;
          return standardDeviation(values, shares, count, total, divisor, terms);
        },
      };
    }),
  latex: (operation, writer) => {
    const { names, weights } = parts(operation);
    const below = operation.type === "sample" ? "n-1" : "n";
    const told = weights === undefined ? "" : `;\\, ${weights.map((w) => latexConstant(w).text).join(", ")}`;
    const inside = names.map((part) => writer.of(part).text).join(", ");
    return {
      text: `\\operatorname{SD}_{${below}}\\left(${inside}${told}\\right)`,
      binds: binding.call,
    };
  },
  text: (operation, writer) => {
    const { names, weights } = parts(operation);
    const inside = names.map((part, k) => `${weights ? `${weights[k]}: ` : ""}${writer.of(part).text}`);
    return {
      text: `sd_${operation.type}(${inside.join(", ")}${policyInText(operation)})`,
      binds: binding.call,
    };
  },
  prose: {
    en: (operation, { operand }) => {
      const { names, weights } = parts(operation);
      const inside = names.map((part, k) => `${operand(part)}${weights ? ` (weight ${weights[k]})` : ""}`);
      return `the ${weights ? "weighted " : ""}${operation.type} standard deviation of ${listInEnglish(inside)}${policyInEnglish(operation)}`;
    },
    zh: (operation, { operand }) => {
      const { names, weights } = parts(operation);
      const inside = names.map((part, k) => `${operand(part)}${weights ? `（权重 ${weights[k]}）` : ""}`);
      const type = operation.type === "sample" ? "样本标准差" : "总体标准差";
      return chinese(listInChinese(inside), "的", weights ? "加权" : "", type, policyInChinese(operation));
    },
  },
};

/** The operands that weigh, and their weights where these differ. */
function parts(operation: Spread) {
  const members = weighed(operation);
  const weights = members.map(({ weight }) => weight);
  const equal = weights.every((weight) => weightToNumber(weight) === weightToNumber(weights[0] ?? 1));
  return { names: members.map(({ part }) => part), weights: equal ? undefined : weights };
}
