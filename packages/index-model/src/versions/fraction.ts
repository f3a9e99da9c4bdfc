import { rational } from "@cxmetrics/formula";

/** A quotient of whole numbers, exact and reduced. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The quotient that a weight is as written: `0.1` is 1/10, not the binary number beneath it; `undefined` for anything else. */
export function fractionOf(weight: unknown): Fraction | undefined {
  if (typeof weight === "number") return Number.isFinite(weight) ? decimal(String(weight)) : undefined;
  if (typeof weight !== "string" || rational(weight) === undefined) return undefined;
  const [above = "", below = ""] = weight.split("/");
  const top = decimal(above);
  const bottom = decimal(below);
  return top && bottom
    ? reduced(top.numerator * bottom.denominator, top.denominator * bottom.numerator)
    : undefined;
}

/** The share of each weight in their sum, as text (`2/3`); `undefined` when one is no number, is negative, or all are 0. */
export function exactShares(weights: readonly unknown[]): readonly string[] | undefined {
  const fractions: Fraction[] = [];
  for (const weight of weights) {
    const fraction = fractionOf(weight);
    if (fraction === undefined || fraction.numerator < 0n) return undefined;
    fractions.push(fraction);
  }
  const sum = fractions.reduce(
    (total, { numerator, denominator }) =>
      reduced(total.numerator * denominator + numerator * total.denominator, total.denominator * denominator),
    { numerator: 0n, denominator: 1n },
  );
  if (sum.numerator === 0n) return undefined;
  return fractions.map(({ numerator, denominator }) =>
    fractionText(reduced(numerator * sum.denominator, denominator * sum.numerator)),
  );
}

/** `2/3`, or `2` where the denominator is 1. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

function decimal(text: string): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", places = "", exponent = "0"] = match;
  const power = Number(exponent) - places.length;
  const digits = BigInt(`${sign}${whole}${places}`);
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : reduced(digits, 10n ** BigInt(-power));
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / a, denominator: denominator / a };
}
