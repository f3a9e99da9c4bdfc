import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Available } from "../expression.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { binding } from "../writing.js";
import { oneOrMore } from "./arithmetic.js";
import { availabilityStep } from "./availability-step.js";
import type { OperationKind } from "./operation-kind.js";
import { parseWeights } from "./reduction/parse-weights.js";

/** How much of the operands is available: a share of the applicable weight, or a number of operands. */
export const available: OperationKind<Available> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "as", "of"], ["weights"]);
    const op = "available";
    const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
    const weights = record["weights"];
    return {
      op,
      as: expectOneOf(record["as"], [...path, "as"], ["share", "count"]),
      of,
      ...(weights === undefined ? {} : { weights: parseWeights(weights, [...path, "weights"], of.length) }),
    };
  },
  children: ({ of }) => of,
  compile: availabilityStep,
  latex: ({ as, of }, writer) => ({
    text: `\\operatorname{available}_{\\text{${as}}}\\left(${of.map((part) => writer.of(part).text).join(", ")}\\right)`,
    binds: binding.call,
  }),
  text: ({ as, of, weights }, writer) => ({
    text: `available_${as}(${of
      .map((part, k) => `${weights ? `${weights[k]}: ` : ""}${writer.of(part).text}`)
      .join(", ")})`,
    binds: binding.call,
  }),
  prose: {
    en: ({ as, of, weights }, { operand }) => {
      const parts = of.map((part, k) => `${operand(part)}${weights ? ` (weight ${weights[k]})` : ""}`);
      const what =
        as === "share" ? "the available share of the applicable weight" : "the number of available values";
      return `${what} among ${listInEnglish(parts)}`;
    },
    zh: ({ as, of, weights }, { operand }) => {
      const parts = of.map((part, k) => `${operand(part)}${weights ? `（权重 ${weights[k]}）` : ""}`);
      return chinese(
        listInChinese(parts),
        as === "share" ? "中可用权重占适用权重的比例" : "中可用数值的个数",
      );
    },
  },
};
