import type { Compiler, Step } from "../../block.js";
import type { PowerMean } from "../../expression.js";
import { faultCode } from "../../fault-code.js";
import { weightToNumber } from "../../rational.js";
import { compensatedDot } from "../compensated-sum.js";
import { cell } from "../strict-step.js";
import { arithmeticBlock } from "./arithmetic-block.js";
import { meanOfRow } from "./mean-of-row.js";
import { wholeWeights } from "./whole-weights.js";

/** Shares that should be equal may differ by rounding: 2/3 of the weight passes a bound of "2/3". */
const tolerance = 1e-12;

const notApplicable = faultCode["not-applicable"];

/** A step for a power mean. An operand of zero weight is not even read. */
export function compilePowerMean(operation: PowerMean, compiler: Compiler): Step {
  const weighed = operation.of
    .map((part, k) => ({ part, weight: operation.weights?.[k] ?? 1 }))
    .filter(({ weight }) => weightToNumber(weight) > 0);
  const steps = weighed.map(({ part }) => compiler.step(part));
  const out = compiler.outcomeOf(steps);
  const columns: Float64Array[] = steps.map(() => out.values);
  const masks: Uint8Array[] = steps.map(() => out.fault);

  const weights = wholeWeights(weighed.map(({ weight }) => weight));
  const ones = new Float64Array(weights.length).fill(1);
  const total = compensatedDot(weights, ones, weights.length);
  const mean = meanOfRow(operation.exponent);
  const quick = operation.exponent === 1 ? arithmeticBlock(weights, total, out.values.length) : undefined;
  const renormalise = operation.missing === "renormalise";
  const least = weightToNumber(operation.minimumAvailable ?? 0) - tolerance;

  // The available operands of one row, side by side.
  const values = new Float64Array(steps.length);
  const shares = new Float64Array(steps.length);
  const terms = new Float64Array(steps.length);

  const refuse = (row: number, code: number): void => {
    out.fault[row] = code;
    out.values[row] = 0;
    out.faulty = true;
  };

  /** Writes the mean of a row from its gathered operands. */
  const settle = (row: number, count: number, of: Float64Array, sum: number): void => {
    let least = values[0] as number;
    let greatest = least;
    for (let k = 1; k < count; k += 1) {
      const value = values[k] as number;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    const result = mean(values, of, count, sum, least, greatest, terms);
    if (Number.isNaN(result)) {
      refuse(row, faultCode["undefined-mean"]);
      return;
    }
    out.fault[row] = 0;
    out.values[row] = Math.min(Math.max(result, least), greatest);
  };

  const settleWithFaults = (row: number): void => {
    let count = 0;
    let available = 0;
    let applicable = 0;
    let first = 0;
    for (let k = 0; k < steps.length; k += 1) {
      const code = (masks[k] as Uint8Array)[row] as number;
      const weight = weights[k] as number;
      if (code === notApplicable) continue;
      applicable += weight;
      if (code === 0) {
        values[count] = (columns[k] as Float64Array)[row] as number;
        shares[count] = weight;
        available += weight;
        count += 1;
      } else if (first === 0 || code < first) first = code;
    }
    if (applicable === 0) refuse(row, notApplicable);
    else if (first !== 0 && (!renormalise || count === 0)) refuse(row, first);
    else if (available / applicable < least) refuse(row, faultCode["insufficient-coverage"]);
    else if (count === steps.length) settle(row, count, weights, total);
    else settle(row, count, shares, compensatedDot(shares, ones, count));
  };

  return {
    buffer: out,
    read: (start, count) => {
      let faulty = false;
      for (let k = 0; k < steps.length; k += 1) {
        const block = (steps[k] as Step).read(start, count);
        columns[k] = block.values;
        masks[k] = block.fault;
        faulty ||= block.faulty;
      }
      out.faulty = false;
      if (!faulty && quick?.(columns, count, out.values) === true) {
        out.fault.fill(0, 0, count);
        return out;
      }
      for (let row = 0; row < count; row += 1) {
        if (faulty) settleWithFaults(row);
        else {
          for (let k = 0; k < steps.length; k += 1) values[k] = cell(columns, k, row);
          settle(row, steps.length, weights, total);
        }
      }
      return out;
    },
  };
}
