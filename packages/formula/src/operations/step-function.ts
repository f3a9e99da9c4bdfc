import {
  CxMetricsError,
  describeValue,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { StepFunction } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { latexConstant } from "../latex/constant.js";
import { readConstant } from "../leaf.js";
import { badBelow } from "../problems.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Piece, type Writer } from "../writing.js";
import { one } from "./arithmetic.js";
import type { OperationKind } from "./operation-kind.js";
import { members, parsePairs } from "./parse-pairs.js";
import { cell, strictStep } from "./strict-step.js";

const boundaries = ["lower-included", "upper-included"] as const;

/** A value for each range of its operand. */
export const stepFunction: OperationKind<StepFunction> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of", "steps", "boundary", "below"]);
    const op = "step";
    const [x = 0] = parser.list(record["of"], [...path, "of"], { op, ...one }, parser.expression);
    return {
      op,
      of: [x],
      steps: parsePairs(record["steps"], [...path, "steps"], { op: "steps", least: 1 }, parser),
      boundary: expectOneOf(record["boundary"], [...path, "boundary"], boundaries),
      below: parseBelow(record["below"], [...path, "below"]),
    };
  },
  children: ({ of }) => of,
  compile: ({ of, steps, boundary, below }, compiler) => {
    const [from, values] = [members(steps, 0), members(steps, 1)];
    const under = readConstant(below) ?? Number.NaN;
    const upper = boundary === "upper-included";
    return strictStep(of, compiler, {
      compute: (columns, row) => {
        const passed = countPassed(from, cell(columns, 0, row), upper);
        return passed === 0 ? under : (values[passed - 1] as number);
      },
      explain: () => faultCode["outside-domain"],
    });
  },
  latex: (operation, writer) => cases(operation, writer),
  text: ({ of: [x], steps, boundary, below }, writer) => ({
    text: `step(${writer.of(x).text}; ${below === "undefined" ? "none" : below} below, ${steps.map(([from, value]) => `${from} -> ${value}`).join(", ")}; ${boundary})`,
    binds: binding.call,
  }),
  prose: {
    en: ({ of: [x], steps, boundary, below }, { operand }) => {
      const word = boundary === "lower-included" ? "from" : "above";
      const listed = steps.map(([from, value]) => `${value} ${word} ${from}`).join(", ");
      return `the value for ${operand(x)} in the table (${listed}, ${below === "undefined" ? "no value" : below} below)`;
    },
    zh: ({ of: [x], steps, boundary, below }, { operand }) => {
      const word = boundary === "lower-included" ? "大于等于" : "大于";
      const listed = steps.map(([from, value]) => `${word} ${from} 时取 ${value}`).join("，");
      return chinese(
        operand(x),
        `按分档取值（${listed}，低于首档时${below === "undefined" ? "无值" : `取 ${below}`}）`,
      );
    },
  },
};

function parseBelow(value: unknown, path: ProblemPath): number | string {
  if (value === "undefined" || readConstant(value) !== undefined) return value as number | string;
  throw new CxMetricsError(badBelow, { path, values: { found: describeValue(value) } });
}

/** How many thresholds x has reached (or, where the upper bound is included, passed). */
function countPassed(from: Float64Array, x: number, upper: boolean): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const threshold = from[middle] as number;
    if (upper ? threshold < x : threshold <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cases({ of: [x], steps, boundary, below }: StepFunction, writer: Writer): Piece {
  const symbol = writer.operand(x, binding.sum);
  const [lower, upper] = boundary === "lower-included" ? ["\\geq", "<"] : [">", "\\leq"];
  const [first = [0, 0]] = steps;
  // From the top down, so that every condition needs one bound.
  const lines = steps.map(
    ([from, value]) =>
      `${latexConstant(value).text} & \\text{if } ${symbol} ${lower} ${latexConstant(from).text}`,
  );
  const under =
    below === "undefined"
      ? []
      : [`${latexConstant(below).text} & \\text{if } ${symbol} ${upper} ${latexConstant(first[0]).text}`];
  return {
    text: `\\begin{cases} ${[...lines.reverse(), ...under].join(" \\\\ ")} \\end{cases}`,
    binds: binding.choice,
  };
}
