import { expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Round, RoundingMode } from "../expression.js";
import { chinese } from "../prose/chinese.js";
import { roundingModes } from "../rounding/registry.js";
import { digitRange, roundWith } from "../rounding/round-decimal.js";
import { binding } from "../writing.js";
import { one } from "./arithmetic.js";
import type { OperationKind } from "./operation-kind.js";
import { cell, strictStep } from "./strict-step.js";

const modes = Object.keys(roundingModes) as readonly RoundingMode[];

/** Decimal rounding, as `roundDecimal` does it. */
export const round: OperationKind<Round> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of", "digits", "mode"]);
    const [x = 0] = parser.list(record["of"], [...path, "of"], { op: "round", ...one }, parser.expression);
    const digits = expectNumber(record["digits"], [...path, "digits"], { ...digitRange, integer: true });
    return {
      op: "round",
      of: [x],
      digits: digits + 0,
      mode: expectOneOf(record["mode"], [...path, "mode"], modes),
    };
  },
  children: ({ of }) => of,
  compile: ({ of, digits, mode }, compiler) => {
    const { rule } = roundingModes[mode];
    return strictStep(of, compiler, {
      compute: (columns, row) => roundWith(rule, cell(columns, 0, row), digits),
    });
  },
  latex: ({ of: [x], digits, mode }, writer) => ({
    text: `\\operatorname{round}_{${digits}}^{\\text{${mode}}}\\left(${writer.of(x).text}\\right)`,
    binds: binding.call,
  }),
  text: ({ of: [x], digits, mode }, writer) => ({
    text: `round(${writer.of(x).text}, ${digits}, ${mode})`,
    binds: binding.call,
  }),
  prose: {
    en: ({ of: [x], digits, mode }, { operand }) => {
      const places = `${digits} decimal place${digits === 1 ? "" : "s"}`;
      const to = digits > 0 ? places : digits === 0 ? "a whole number" : `a multiple of ${10 ** -digits}`;
      return `${operand(x)} rounded ${roundingModes[mode].phrase.en} to ${to}`;
    },
    zh: ({ of: [x], digits, mode }, { operand }) => {
      const to =
        digits > 0 ? `保留 ${digits} 位小数` : digits === 0 ? "保留到整数" : `取为 ${10 ** -digits} 的整数倍`;
      return chinese("将", operand(x), "按", roundingModes[mode].phrase.zh, to);
    },
  },
};
