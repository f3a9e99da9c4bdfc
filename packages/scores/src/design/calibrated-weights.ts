import { compensatedSum } from "@cxmetrics/stats";
import { type ReadMargin, sumByPlace } from "./read-margins.js";

/** One category of a margin before and after calibration. */
export interface CalibratedCell {
  readonly category: string;
  /** Records, those of weight 0 too. */
  readonly records: number;
  /** Σw before. */
  readonly before: number;
  /** Σw after. */
  readonly after: number;
  readonly target: number;
}

/** Weights that fit the population. */
export interface CalibratedWeights {
  readonly status: "ok";
  readonly method: "post-stratification" | "raking";
  /** One weight per record, in the order of the records. */
  readonly weights: readonly number[];
  readonly margins: readonly { readonly name: string; readonly cells: readonly CalibratedCell[] }[];
  /** Largest |Σw / target − 1| that is left. */
  readonly maxGap: number;
  /** Passes over all margins. */
  readonly iterations: number;
  /** Records whose weight stands at a bound. */
  readonly trimmed: number;
  /** Kish's design effect $n \sum w^2 / (\sum w)^2$ over records with a weight: what the weights alone cost in precision. */
  readonly designEffect: { readonly before: number; readonly after: number };
}

/** Largest relative gap between sums of weights and targets. */
export function largestGap(weights: Float64Array, margins: readonly ReadMargin[]): number {
  let gap = 0;
  for (const { places, names, targets } of margins) {
    const sums = sumByPlace(weights, places, names.length);
    targets.forEach((target, place) => {
      if (target > 0) gap = Math.max(gap, Math.abs((sums[place] as number) / target - 1));
    });
  }
  return gap;
}

/** The result as plain data. */
export function finishCalibration(
  method: CalibratedWeights["method"],
  before: Float64Array,
  after: Float64Array,
  margins: readonly ReadMargin[],
  iterations: number,
  trimmed: number,
): CalibratedWeights {
  return {
    status: "ok",
    method,
    weights: Array.from(after),
    margins: margins.map(({ name, names, places, targets }) => {
      const [old, own] = [before, after].map((weights) => sumByPlace(weights, places, names.length));
      const records = new Array<number>(names.length).fill(0);
      for (const place of places) records[place] = (records[place] ?? 0) + 1;
      return {
        name,
        cells: names.map((category, place) => ({
          category,
          records: records[place] ?? 0,
          before: old?.[place] ?? 0,
          after: own?.[place] ?? 0,
          target: targets[place] ?? 0,
        })),
      };
    }),
    maxGap: largestGap(after, margins),
    iterations,
    trimmed,
    designEffect: { before: kishDesignEffect(before), after: kishDesignEffect(after) },
  };
}

/** $n \sum w^2 / (\sum w)^2$ over weights above 0. Weights are taken relative to their sum, so that no square overflows. */
export function kishDesignEffect(weights: Float64Array): number {
  const held = weights.filter((weight) => weight > 0);
  const total = compensatedSum(held);
  return held.length * compensatedSum(held.map((weight) => (weight / total) ** 2));
}
