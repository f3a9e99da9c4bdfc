import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Piecewise } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { chinese } from "../prose/chinese.js";
import { binding } from "../writing.js";
import { one } from "./arithmetic.js";
import type { OperationKind } from "./operation-kind.js";
import { members, parsePairs } from "./parse-pairs.js";
import { piecewiseInLatex } from "./piecewise-latex.js";
import { cell, strictStep } from "./strict-step.js";

const beyondWays = ["clamp", "extrapolate", "undefined"] as const;

const phrases = {
  clamp: { en: "beyond them the nearest value", zh: "范围之外取最近端点的值" },
  extrapolate: { en: "beyond them the outer lines carried on", zh: "范围之外沿端部直线外推" },
  undefined: { en: "beyond them no value", zh: "范围之外无值" },
} as const;

/** Linear interpolation between knots; each knot gives exactly its own value. */
export const piecewise: OperationKind<Piecewise> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of", "knots", "beyond"]);
    const op = "piecewise";
    const [x = 0] = parser.list(record["of"], [...path, "of"], { op, ...one }, parser.expression);
    return {
      op,
      of: [x],
      knots: parsePairs(record["knots"], [...path, "knots"], { op: "knots", least: 2 }, parser),
      beyond: expectOneOf(record["beyond"], [...path, "beyond"], beyondWays),
    };
  },
  children: ({ of }) => of,
  compile: ({ of, knots, beyond }, compiler) => {
    const [xs, ys] = [members(knots, 0), members(knots, 1)];
    const least = xs[0] as number;
    const most = xs.at(-1) as number;
    const outside = (x: number): boolean => x < least || x > most;
    return strictStep(of, compiler, {
      compute: (columns, row) => {
        const x = cell(columns, 0, row);
        if (outside(x)) {
          if (beyond === "undefined") return Number.NaN;
          if (beyond === "clamp") return (x < least ? ys[0] : ys.at(-1)) as number;
        }
        return along(xs, ys, x);
      },
      explain: (columns, row) =>
        beyond === "undefined" && outside(cell(columns, 0, row))
          ? faultCode["outside-domain"]
          : faultCode.overflow,
    });
  },
  latex: piecewiseInLatex,
  text: ({ of: [x], knots, beyond }, writer) => ({
    text: `piecewise(${writer.of(x).text}; ${knots.map(([a, b]) => `${a} -> ${b}`).join(", ")}; ${beyond === "undefined" ? "none" : beyond} beyond)`,
    binds: binding.call,
  }),
  prose: {
    en: ({ of: [x], knots, beyond }, { operand }) =>
      `${operand(x)} on the line through (${knots.map(([a, b]) => `${a} → ${b}`).join(", ")}), ${phrases[beyond].en}`,
    zh: ({ of: [x], knots, beyond }, { operand }) =>
      chinese(
        "将",
        operand(x),
        `按折线（${knots.map(([a, b]) => `${a} → ${b}`).join("，")}）线性插值，${phrases[beyond].zh}`,
      ),
  },
};

/** The value on the line of the segment that holds x, or of the outermost one. */
function along(xs: Float64Array, ys: Float64Array, x: number): number {
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] as number) <= x) low = middle;
    else high = middle;
  }
  const [a, b, from, to] = [xs[low], xs[high], ys[low], ys[high]] as [number, number, number, number];
  if (x === b) return to;
  const value = from + (to - from) * ((x - a) / (b - a));
  if (x < a || x > b) return value;
  return Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
}
