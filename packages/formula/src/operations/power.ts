import { faultCode } from "../fault-code.js";
import { chinese } from "../prose/chinese.js";
import { binding } from "../writing.js";
import { arithmetic, two } from "./arithmetic.js";
import { latexPower } from "./latex-power.js";
import { cell } from "./strict-step.js";

/**
 * $a^b$ with $0^0 = 1$. A negative base under a fractional exponent, and 0 under a negative one, are the fault
 * `undefined-power`.
 */
export const power = arithmetic({
  op: "power",
  operands: two,
  compute: (columns, row) => cell(columns, 0, row) ** cell(columns, 1, row),
  explain: (columns, row) => {
    const base = cell(columns, 0, row);
    const exponent = cell(columns, 1, row);
    return base === 0 || (base < 0 && !Number.isInteger(exponent))
      ? faultCode["undefined-power"]
      : faultCode.overflow;
  },
  latex: ({ of: [a = 0, b = 0] }, writer) => ({
    text: latexPower(a, writer.of(b).text, writer),
    binds: binding.power,
  }),
  text: ({ of: [a = 0, b = 0] }, writer) => ({
    text: `${writer.operand(a, binding.call, "bracketed")} ^ ${writer.operand(b, binding.call, "bracketed")}`,
    binds: binding.power,
  }),
  prose: {
    en: ({ of: [a = 0, b = 0] }, { operand }) => `${operand(a)} to the power ${operand(b)}`,
    zh: ({ of: [a = 0, b = 0] }, { operand }) => chinese(operand(a), "的", operand(b), "次幂"),
  },
});
