import type { Compiler, Step } from "../../block.js";
import type { PowerMean } from "../../expression.js";
import { faultCode } from "../../fault-code.js";
import { reductionStep } from "../reduction/reduction-step.js";
import { arithmeticBlock, maskedArithmeticBlock } from "./arithmetic-block.js";
import { meanOfRow } from "./mean-of-row.js";

/** A step for a power mean. An operand of zero weight is not even read. */
export function compilePowerMean(operation: PowerMean, compiler: Compiler): Step {
  const mean = meanOfRow(operation.exponent);
  return reductionStep(operation, compiler, (weights, total, blockLength) => {
    const terms = new Float64Array(weights.length);
    return {
      fault: faultCode["undefined-mean"],
      row: (values, of, count, sum) => {
        let least = values[0] as number;
        let greatest = least;
        for (let k = 1; k < count; k += 1) {
          const value = values[k] as number;
          if (value < least) least = value;
          if (value > greatest) greatest = value;
        }
        const result = mean(values, of, count, sum, least, greatest, terms);
        return Math.min(Math.max(result, least), greatest);
      },
      ...(operation.exponent === 1 && {
        block: arithmeticBlock(weights, total, blockLength),
        masked: maskedArithmeticBlock(weights, blockLength),
      }),
    };
  });
}
