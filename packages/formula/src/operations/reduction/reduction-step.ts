import type { Block, Compiler, Glance, Step } from "../../block.js";
import type { Coverage, Expression } from "../../expression.js";
import { faultCode } from "../../fault-code.js";
import { weightToNumber } from "../../rational.js";
import { compensatedDot } from "../compensated-sum.js";
import { type CoverageBlock, coverageBlock } from "./coverage-block.js";
import { whole, wholeWeights } from "./whole-weights.js";

/** Shares that should be equal may differ by rounding: 2/3 of the weight passes a bound of "2/3". */
const tolerance = 1e-12;

/** Blocks read with care after one that was not sound. */
const blocksOfCare = 16;

const notApplicable = faultCode["not-applicable"];

/** An operation over operands of which some may be left out. */
export interface Reduction extends Coverage {
  readonly of: readonly Expression[];
  readonly weights?: readonly (number | string)[];
  readonly missing?: "propagate" | "renormalise" | "skip";
}

/** What a reduction makes of the available operands of one row. */
export interface Reducer {
  /** `count` values with their weights, whose sum is `total`; `NaN` or an infinity where there is no result. */
  readonly row: (values: Float64Array, weights: Float64Array, count: number, total: number) => number;
  /** Fault of a row whose result is `NaN`; an infinite one is an overflow. */
  readonly fault: number;
  /** Fills `out` from a block without faults and answers whether every row holds a number; if not, `row` is asked. */
  readonly block?: (columns: readonly Float64Array[], count: number, out: Float64Array) => boolean;
  /** As `block` from what the operands are before constants scale them; nobody has looked yet whether that is numbers. */
  readonly scaled?: (read: readonly Glance[], count: number, out: Float64Array) => boolean;
  /** As `block` where values are absent: fills every row that has a value with what `row` gives, under these sums of weights. */
  readonly masked?: (
    blocks: readonly Block[],
    count: number,
    available: Float64Array,
    out: Float64Array,
  ) => void;
}

/** The operands that count: those with a positive weight, which alone are read. */
export function weighed({ of, weights }: Pick<Reduction, "of" | "weights">) {
  const all = of.map((part, k) => ({ part, weight: weights?.[k] ?? 1 }));
  return all.filter(({ weight }) => weightToNumber(weight) > 0);
}

/**
 * A step that reduces the operands of a row to one number. Operands that are not applicable never enter. What else has no
 * number is left out where the operation says so and enough remains; otherwise the smallest fault code is that of the row.
 */
export function reductionStep(
  operation: Reduction,
  compiler: Compiler,
  reducerOf: (weights: Float64Array, total: number, blockLength: number, steps: readonly Step[]) => Reducer,
): Step {
  const members = weighed(operation);
  const steps = members.map(({ part }) => compiler.step(part));
  const out = compiler.outcomeOf(steps);
  const columns: Float64Array[] = steps.map(() => out.values);
  const masks: Uint8Array[] = steps.map(() => out.fault);
  const weights = wholeWeights(members.map(({ weight }) => weight));
  const total = compensatedDot(weights, new Float64Array(weights.length).fill(1), weights.length);
  const reducer = reducerOf(weights, total, out.values.length, steps);
  const settle = settlement(operation, reducer, weights, total, out);

  const blocks: Block[] = steps.map(() => out);
  const coverage =
    reducer.masked && whole(weights) ? coverageBlock(weights, total, out.values.length) : undefined;
  const leavesOut = operation.missing === "renormalise" || operation.missing === "skip";
  const least = weightToNumber(operation.minimumAvailable ?? 0) - tolerance;
  const fewest = operation.minimumCount ?? 1;

  /** Settles every row of which what is there can be told at a glance, and asks for the others. */
  const settleMasked = (count: number, { absent, available, applicable, first }: CoverageBlock): void => {
    reducer.masked?.(blocks, count, available, out.values);
    for (let row = 0; row < count; row += 1) {
      const lacking = absent[row] as number;
      const enough =
        steps.length - lacking >= fewest &&
        (lacking === 0 ||
          ((leavesOut || first[row] === 0) &&
            (available[row] as number) / (applicable[row] as number) >= least));
      // What is refused, or has overflowed, is told by the careful way.
      if (enough && Math.abs(out.values[row] as number) <= Number.MAX_VALUE) out.fault[row] = 0;
      else settle(columns, masks, row);
    }
  };

  const glances = reducer.scaled && glancing(steps);
  // Gaps seldom come alone: after a block that wanted care, the next ones are not tried.
  let pause = 0;
  const swift = (start: number, count: number): boolean => {
    if (glances === undefined) return false;
    if (pause > 0) {
      pause -= 1;
      return false;
    }
    const read = glances(start, count);
    if (read !== undefined && reducer.scaled?.(read, count, out.values) === true) return true;
    pause = blocksOfCare;
    return false;
  };

  return {
    buffer: out,
    read: (start, count) => {
      if (swift(start, count)) {
        out.faulty = false;
        out.fault.fill(0, 0, count);
        return out;
      }
      let faulty = false;
      for (let k = 0; k < steps.length; k += 1) {
        const block = (steps[k] as Step).read(start, count);
        blocks[k] = block;
        columns[k] = block.values;
        masks[k] = block.fault;
        faulty ||= block.faulty;
      }
      out.faulty = false;
      if (!faulty && reducer.block?.(columns, count, out.values) === true) {
        out.fault.fill(0, 0, count);
        return out;
      }
      if (faulty && coverage) {
        coverage.scan(blocks, count);
        settleMasked(count, coverage);
      } else for (let row = 0; row < count; row += 1) settle(columns, masks, row);
      return out;
    },
  };
}

/** Looks at what the operands are before constants scale them; `undefined` where a fault is among them. */
function glancing(steps: readonly Step[]) {
  const sources = steps.map((step) => step.scaled?.of ?? step);
  const own: Glance[] = sources.map(() => ({ values: new Float64Array(0), at: 0, faulty: false }));
  const read = [...own];
  return (start: number, count: number): readonly Glance[] | undefined => {
    for (let k = 0; k < sources.length; k += 1) {
      const source = sources[k] as Step;
      if (source.glance) read[k] = source.glance(start, count);
      else {
        const block = source.read(start, count);
        const glance = own[k] as Glance;
        glance.values = block.values;
        glance.faulty = block.faulty;
        read[k] = glance;
      }
      if ((read[k] as Glance).faulty) return undefined;
    }
    return read;
  };
}

/** Decides one row and writes it. */
function settlement(
  { missing, minimumAvailable, minimumCount = 1 }: Reduction,
  reducer: Reducer,
  weights: Float64Array,
  total: number,
  out: Block,
) {
  const leavesOut = missing === "renormalise" || missing === "skip";
  const least = weightToNumber(minimumAvailable ?? 0) - tolerance;
  const length = weights.length;
  // The available operands of one row, side by side.
  const values = new Float64Array(length);
  const shares = new Float64Array(length);
  const ones = new Float64Array(length).fill(1);
  const exact = whole(weights);

  let result = 0;
  /** The fault code of a row; 0 when `result` is its value. */
  const decide = (columns: readonly Float64Array[], masks: readonly Uint8Array[], row: number): number => {
    let count = 0;
    let available = 0;
    let applicable = 0;
    let first = 0;
    for (let k = 0; k < length; k += 1) {
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
    if (applicable === 0) return notApplicable;
    if (first !== 0 && (!leavesOut || count === 0)) return first;
    if (available / applicable < least || count < minimumCount) return faultCode["insufficient-coverage"];
    const sum = count === length ? total : exact ? available : compensatedDot(shares, ones, count);
    result = reducer.row(values, shares, count, sum);
    if (Number.isNaN(result)) return reducer.fault;
    return Math.abs(result) === Number.POSITIVE_INFINITY ? faultCode.overflow : 0;
  };

  return (columns: readonly Float64Array[], masks: readonly Uint8Array[], row: number): void => {
    const code = decide(columns, masks, row);
    out.fault[row] = code;
    out.values[row] = code === 0 ? result : 0;
    if (code !== 0) out.faulty = true;
  };
}
