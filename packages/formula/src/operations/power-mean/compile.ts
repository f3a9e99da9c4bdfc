import type { Compiler, Step } from "../../block.js";
import type { PowerMean } from "../../expression.js";
import { faultCode } from "../../fault-code.js";
import { type Reducer, reductionStep } from "../reduction/reduction-step.js";
import { arithmeticBlock, maskedArithmeticBlock } from "./arithmetic-block.js";
import { geometricBlock } from "./geometric-block.js";
import { isGeometric, meanOfRow } from "./mean-of-row.js";
import { scaledBlock } from "./scaled-block.js";

/** A step for a power mean. An operand of zero weight is not even read. */
export function compilePowerMean(operation: PowerMean, compiler: Compiler): Step {
  const mean = meanOfRow(operation.exponent);
  return reductionStep(operation, compiler, (weights, total, blockLength, steps) => {
    const terms = new Float64Array(weights.length);
    const row: Reducer["row"] = (values, of, count, sum) => {
      let least = values[0] as number;
      let greatest = least;
      for (let k = 1; k < count; k += 1) {
        const value = values[k] as number;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      const result = mean(values, of, count, sum, least, greatest, terms);
      return Math.min(Math.max(result, least), greatest);
    };
    const values = new Float64Array(weights.length);
    const wholeRow = (columns: readonly Float64Array[], at: number) => {
      for (let k = 0; k < columns.length; k += 1) values[k] = (columns[k] as Float64Array)[at] as number;
      return row(values, weights, values.length, total);
    };
    const fault = faultCode["undefined-mean"];
    if (isGeometric(operation.exponent))
      return { fault, row, block: geometricBlock(weights, total, blockLength, wholeRow) };
    if (operation.exponent !== 1) return { fault, row };
    const scaled = scaledBlock(steps, weights, total, blockLength);
    return {
      fault,
      row,
      block: arithmeticBlock(weights, total, blockLength),
      masked: maskedArithmeticBlock(weights, blockLength),
      ...(scaled && { scaled }),
    };
  });
}
