import { expectRecord } from "@cxmetrics/definition";
import type { OrderedMean } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { latexConstant } from "../latex/constant.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { binding } from "../writing.js";
import { oneOrMore } from "./arithmetic.js";
import { compensatedDot } from "./compensated-sum.js";
import type { OperationKind } from "./operation-kind.js";
import { parsePolicy, policyKeys } from "./reduction/parse-policy.js";
import { parseWeights } from "./reduction/parse-weights.js";
import { quantifierWeights } from "./reduction/quantifier-weights.js";
import { reductionStep } from "./reduction/reduction-step.js";
import { policyInChinese, policyInEnglish, policyInText } from "./reduction/say-policy.js";

/** Ordered weighted average; a row that lacks operands is weighed by the quantifier that the weights stand for. */
export const orderedMean: OperationKind<OrderedMean> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of", "weights"], policyKeys);
    const op = "ordered-mean";
    const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
    return {
      op,
      of,
      weights: parseWeights(record["weights"], [...path, "weights"], of.length),
      ...parsePolicy(record, path, "renormalise", of.length),
    };
  },
  children: ({ of }) => of,
  compile: ({ weights, ...rest }, compiler) => {
    const weightsOf = quantifierWeights(weights);
    return reductionStep(rest, compiler, () => ({
      fault: faultCode.overflow,
      row: (values, _weights, count) => {
        const ranked = values.subarray(0, count).sort().reverse();
        const { shares, total } = weightsOf(count);
        const mean = compensatedDot(shares, ranked, count) / total;
        if (Number.isFinite(mean)) return within(mean, ranked, shares);
        // Only the products have overflowed: a mean is never beyond its values.
        const scaled = ranked.map((value) => value * 2 ** -700);
        return within((compensatedDot(shares, scaled, count) / total) * 2 ** 700, ranked, shares);
      },
    }));
  },
  latex: ({ of, weights }, writer) => ({
    text: `\\operatorname{OWA}_{${weights.map((weight) => latexConstant(weight).text).join(", ")}}\\left(${of
      .map((part) => writer.of(part).text)
      .join(", ")}\\right)`,
    binds: binding.call,
  }),
  text: (operation, writer) => ({
    text: `ordered_mean[${operation.weights.join(", ")}](${operation.of
      .map((part) => writer.of(part).text)
      .join(", ")}${policyInText(operation)})`,
    binds: binding.call,
  }),
  prose: {
    en: (operation, { operand }) =>
      `the ordered weighted average of ${listInEnglish(operation.of.map(operand))} with the weights ${listInEnglish(
        operation.weights.map(String),
      )} from the greatest value to the least${policyInEnglish(operation, "spreading the weights over the ranks that remain")}`,
    zh: (operation, { operand }) =>
      chinese(
        listInChinese(operation.of.map(operand)),
        `的有序加权平均数（由大到小的权重为 ${operation.weights.join("、")}）`,
        policyInChinese(operation, "权重按剩余名次重新分配"),
      ),
  },
};

/** Limited to the values that weigh: rounding may push a mean past them. */
function within(mean: number, ranked: Float64Array, shares: Float64Array): number {
  const first = shares.findIndex((share) => share > 0);
  const last = shares.findLastIndex((share) => share > 0);
  return Math.min(Math.max(mean, ranked[last] as number), ranked[first] as number);
}
