import { weightToNumber } from "../../rational.js";

/**
 * Weights brought to the smallest whole numbers in the same proportion: 1/3, 1/6 and 0.5 become 2, 1 and 3. So rationals and
 * decimals lose nothing before they meet the values, and `["1/3", "1/3"]` gives the very mean that `[1, 1]` gives. Numbers
 * are taken by their shortest decimal text. Where that would need whole numbers beyond 2^53, the weights stay as they are.
 */
export function wholeWeights(weights: readonly (number | string)[]): Float64Array {
  const quotients = weights.map(quotientOf);
  let multiple = 1n;
  for (const [, below] of quotients) {
    multiple = (multiple * below) / commonDivisor(multiple, below);
    if (multiple > limit) return Float64Array.from(weights, weightToNumber);
  }
  const whole = quotients.map(([above, below]) => (above * multiple) / below);
  const divisor = whole.reduce(commonDivisor, 0n);
  const reduced = whole.map((weight) => (divisor === 0n ? weight : weight / divisor));
  return reduced.some((weight) => weight > limit)
    ? Float64Array.from(weights, weightToNumber)
    : Float64Array.from(reduced, Number);
}

const limit = 2n ** 53n;

function quotientOf(weight: number | string): readonly [bigint, bigint] {
  const [above = "", below = "1"] = String(weight).split("/");
  const [a, aScale] = decimal(above);
  const [b, bScale] = decimal(below);
  return [a * bScale, b * aScale];
}

/** Whole number and power of ten of which a decimal text is the quotient. */
function decimal(text: string): readonly [bigint, bigint] {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places < 0 ? [digits * 10n ** BigInt(-places), 1n] : [digits, 10n ** BigInt(places)];
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** Whether sums of these weights are exact in any order. */
export function whole(weights: Float64Array): boolean {
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum <= 2 ** 53 && weights.every(Number.isInteger);
}
