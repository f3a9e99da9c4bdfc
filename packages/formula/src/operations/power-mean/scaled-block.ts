import type { Glance, Step } from "../../block.js";
import type { Scaling } from "../scaling.js";
import { fillMeans } from "./fill-means.js";
import { addLimitedPair, limitsOf, oftenLimited, startLimitedPair } from "./limited-pair.js";
import { runningSums } from "./running-sums.js";
import { addScaledPair, startScaledOne, startScaledPair, stride } from "./scaled-pair.js";

/**
 * Weighted arithmetic means of operands that constants scale, in one go: what is read is limited, shifted, stretched, weighed
 * and added, and no column in between is ever written. Every row goes through the very operations, in the very order, of the
 * scaling and of `addColumns`, so that all ways agree to the last bit.
 *
 * Returns a function that fills `out` and answers whether every row read finite numbers and gave one; where not, `out` is
 * scratch and the block wants the careful way. `undefined` where no operand is scaled, or where there is only one.
 */
export function scaledBlock(
  steps: readonly Step[],
  weights: Float64Array,
  total: number,
  blockLength: number,
) {
  const size = steps.length;
  if (size < 2 || !steps.some(({ scaled }) => scaled)) return undefined;
  const scalings = steps.map(({ scaled }) => scaled?.by);
  const limits = scalings.map(limitsOf);
  const sideBySide = (constants: readonly (readonly number[])[]) =>
    Float64Array.from(constants.flatMap((own, k) => [...own, weights[k] as number]));
  const constants = sideBySide(scalings.map(constantsOf));
  const limitConstants = sideBySide(limits.map((own, k) => own ?? constantsOf(scalings[k])));
  const sums = runningSums(blockLength);
  const last = new Float64Array(blockLength);
  const odd = size % 2;
  // As for the heaviest operand, in inverse proportion to the share.
  const nearness = (1e-14 * total) / (weights[size - 1] as number);
  /** Pairs that are limited without branches: chosen by a look at the first rows that are read, given up where it fails. */
  let branchless: boolean[] | undefined;

  const add = (read: readonly Glance[], k: number, count: number): boolean => {
    const limit = branchless?.[k] === true;
    const [of, start, more] = limit
      ? [limitConstants, startLimitedPair, addLimitedPair]
      : [constants, startScaledPair, addScaledPair];
    const sound = k === 0 ? start(read, of, count, sums, last) : more(read, k, of, count, sums, last);
    if (limit && branchless) branchless[k] = sound;
    return sound;
  };
  const chosen = (read: readonly Glance[]): boolean[] => {
    const often = scalings.map((by, k) => by !== undefined && oftenLimited(read[k] as Glance, by));
    return scalings.map(
      (_, k) => limits[k] !== undefined && limits[k + 1] !== undefined && (often[k] || often[k + 1]) === true,
    );
  };

  const fill = (read: readonly Glance[], count: number, out: Float64Array): boolean => {
    let sound = odd === 0 || startScaledOne(read[0] as Glance, constants, count, sums);
    for (let k = odd; k < size; k += 2) {
      const tried = branchless?.[k];
      sound = add(read, k, count) && sound;
      if (tried && branchless?.[k] === false) return fill(read, count, out);
    }
    const within = (mean: number, row: number) => withinRange(mean, read, constants, row);
    return fillMeans({ sums, total, anchor: last, nearness }, count, within, out) && sound;
  };
  return (read: readonly Glance[], count: number, out: Float64Array): boolean => {
    branchless ??= chosen(read);
    return fill(read, count, out);
  };
}

function constantsOf(scaling: Scaling | undefined): readonly number[] {
  if (scaling === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 1, 1, 0];
  const { lower, upper, sign, from, divisor, factor, plus } = scaling;
  // A sign changes nothing but the sign, wherever it stands.
  return [lower, upper, from, sign * divisor, factor, plus];
}

function withinRange(mean: number, read: readonly Glance[], constants: Float64Array, row: number): number {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < read.length; k += 1) {
    const { values, at } = read[k] as Glance;
    const constant = (place: number) => constants[stride * k + place] as number;
    const limited = Math.min(Math.max(values[at + row] as number, constant(0)), constant(1));
    const value = ((limited - constant(2)) / constant(3)) * constant(4) + constant(5);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return Math.min(Math.max(mean, least), greatest);
}
