import type { Arithmetic, OrderedMean, PowerMean, Spread } from "../expression.js";
import { quantifierWeights } from "../operations/reduction/quantifier-weights.js";
import { wholeWeights } from "../operations/reduction/whole-weights.js";
import { weightToNumber } from "../rational.js";
import { type SlopeRule, type Slopes, slopesOfSound } from "./local-slopes.js";

/** The values of a row that are there, with their weights and places among the operands. */
interface Present {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly total: number;
  readonly places: readonly number[];
}

/** Slopes of an operation that leaves operands out: they are those of the operation over what is there. */
export function reductionSlopes(operation: PowerMean | OrderedMean | Spread | Arithmetic): SlopeRule {
  const given = operation.op === "ordered-mean" || !("weights" in operation) ? undefined : operation.weights;
  const weights = given === undefined ? undefined : scaled(given);
  const rule = ruleOf(operation);
  return (operands, row, value, out) => {
    const places = operands.flatMap(({ fault }, k) => (fault[row] === 0 && weights?.[k] !== 0 ? [k] : []));
    const w = places.map((k) => weights?.[k] ?? 1);
    const x = places.map((k) => operands[k]?.values[row] as number);
    rule({ x, w, places, total: w.reduce((sum, weight) => sum + weight, 0) }, value, out);
  };
}

/** Whole weights in proportion, 0 where there is none. */
function scaled(weights: readonly (number | string)[]): readonly number[] {
  const whole = wholeWeights(weights.filter((weight) => weightToNumber(weight) > 0));
  let next = 0;
  return weights.map((weight) => (weightToNumber(weight) > 0 ? (whole[next++] as number) : 0));
}

type Rule = (present: Present, value: number, out: Slopes) => void;

function ruleOf(operation: PowerMean | OrderedMean | Spread | Arithmetic): Rule {
  switch (operation.op) {
    case "power-mean":
      return (present, value, out) => powerMeanSlopes(operation.exponent, present, value, out);
    case "ordered-mean":
      return orderedMeanSlopes(operation);
    case "spread":
      return (present, value, out) => spreadSlopes(operation.type, present, value, out);
    default:
      return ({ x, places }, value, out) => slopesOfSound(operation.op, x, value, out, places);
  }
}

/** $(w_i / W) (x_i / M)^{p-1}$. */
function powerMeanSlopes(p: number, { x, w, places, total }: Present, mean: number, out: Slopes): void {
  x.forEach((value, i) => {
    const share = (w[i] as number) / total;
    let slope = share * (value / mean) ** (p - 1);
    if (p === 1) slope = share;
    else if (mean === 0) {
      out.kink = true;
      // Only a mean of zeros under a positive exponent starts with a slope; below, a zero holds the others down.
      if (p > 0) slope = share ** (1 / p);
      else slope = value === 0 ? Number.POSITIVE_INFINITY : 0;
    }
    out.by[places[i] as number] = slope;
  });
}

function orderedMeanSlopes({ weights }: OrderedMean): Rule {
  const weightsOf = quantifierWeights(weights);
  return ({ x, places }, _value, out) => {
    const { shares, total } = weightsOf(x.length);
    const order = x.map((_, i) => i).sort((i, j) => (x[j] as number) - (x[i] as number) || i - j);
    order.forEach((i, rank) => {
      out.by[places[i] as number] = (shares[rank] as number) / total;
      const next = order[rank + 1];
      if (next !== undefined && x[next] === x[i] && shares[rank] !== shares[rank + 1]) out.kink = true;
    });
  };
}

/** $w_i (x_i - m) / (d s)$; values that are all equal spread by $\sqrt{(w_i - w_i^2 / W) / d}$ to either side. */
function spreadSlopes(type: Spread["type"], { x, w, places, total }: Present, s: number, out: Slopes): void {
  const squares = w.reduce((sum, weight) => sum + weight * weight, 0);
  const divisor = type === "sample" ? total - squares / total : total;
  const anchor = x[0] as number;
  const mean = anchor + x.reduce((sum, value, i) => sum + (w[i] as number) * (value - anchor), 0) / total;
  x.forEach((value, i) => {
    const weight = w[i] as number;
    out.by[places[i] as number] =
      s === 0
        ? Math.sqrt((weight - (weight * weight) / total) / divisor)
        : (weight * (value - mean)) / divisor / s;
  });
  // A single value has no spread whatever it is.
  out.kink = s === 0 && x.length > 1;
}
