import { compensatedDot } from "../compensated-sum.js";

/**
 * Mean of the first `count` values, which run from `least` to `greatest`, under their weights, whose sum is `total`; `NaN`
 * where it is undefined. `terms` is scratch of the same length. The caller limits the result to the range of the values.
 */
export type MeanOfRow = (
  values: Float64Array,
  weights: Float64Array,
  count: number,
  total: number,
  least: number,
  greatest: number,
  terms: Float64Array,
) => number;

/** Whether a mean is the geometric one: nearer to 0 than this, it differs from it by less than the last digit. */
export function isGeometric(exponent: number): boolean {
  return Math.abs(exponent) < 1e-20;
}

/** The routine for an exponent. */
export function meanOfRow(exponent: number): MeanOfRow {
  if (exponent === 1) return arithmeticMean;
  if (isGeometric(exponent)) return geometricMean;
  return (values, weights, count, total, least, greatest, terms) =>
    generalMean(exponent, values, weights, count, total, least, greatest, terms);
}

const arithmeticMean: MeanOfRow = (values, weights, count, total, _least, _greatest, terms) => {
  const mean = compensatedDot(weights, values, count) / total;
  if (Number.isFinite(mean)) return mean;
  // Only the products have overflowed: a mean is never beyond its values.
  const scale = 2 ** -700;
  for (let i = 0; i < count; i += 1) terms[i] = (values[i] as number) * scale;
  return compensatedDot(weights, terms, count) / total / scale;
};

const geometricMean: MeanOfRow = (values, weights, count, total, least, greatest, terms) => {
  if (least <= 0) return least < 0 ? Number.NaN : 0;
  const reference = greatest;
  for (let i = 0; i < count; i += 1) terms[i] = logRatio(values[i] as number, reference);
  return scaledBy(reference, compensatedDot(weights, terms, count) / total);
};

/**
 * Relative to the value that dominates (the greatest for p > 0, the least for p < 0), so that no power overflows. For
 * |p| < 1 the powers all lie near 1; there their distance from 1 is summed, or the root 1/p would blow up its error.
 */
function generalMean(
  exponent: number,
  values: Float64Array,
  weights: Float64Array,
  count: number,
  total: number,
  least: number,
  greatest: number,
  terms: Float64Array,
): number {
  if (least < 0) return Number.NaN;
  const reference = exponent > 0 ? greatest : least;
  if (reference === 0) return 0;

  if (Math.abs(exponent) >= 1) {
    for (let i = 0; i < count; i += 1) terms[i] = ((values[i] as number) / reference) ** exponent;
    return reference * (compensatedDot(weights, terms, count) / total) ** (1 / exponent);
  }
  for (let i = 0; i < count; i += 1)
    terms[i] = Math.expm1(exponent * logRatio(values[i] as number, reference));
  const distance = compensatedDot(weights, terms, count) / total;
  if (distance > -0.5) return scaledBy(reference, Math.log1p(distance) / exponent);
  for (let i = 0; i < count; i += 1) terms[i] = Math.exp(exponent * logRatio(values[i] as number, reference));
  return scaledBy(reference, Math.log(compensatedDot(weights, terms, count) / total) / exponent);
}

/** $\ln(x/reference)$; the quotient is the exact way near 1, the difference the safe one far from it. */
function logRatio(x: number, reference: number): number {
  const ratio = x / reference;
  return ratio > 1e-290 && ratio < 1e290 ? Math.log(ratio) : Math.log(x) - Math.log(reference);
}

function scaledBy(reference: number, log: number): number {
  return Math.abs(log) < 600 ? reference * Math.exp(log) : Math.exp(Math.log(reference) + log);
}
