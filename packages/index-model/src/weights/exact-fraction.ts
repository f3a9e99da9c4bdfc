import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badFraction } from "./problems.js";

/** A quotient of whole numbers in lowest terms; the denominator is above 0. */
export interface ExactFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const decimal = /^(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/;

/** Reads a number of at least 0 as the decimal it is written as (0.1 is 1/10), or a text such as `"6/16"` or `"2.5/3"`. */
export function readFraction(value: unknown, path: ProblemPath): ExactFraction {
  const parts =
    typeof value === "number" ? [String(value)] : typeof value === "string" ? value.split("/") : [];
  const [above, below] = parts.map(decimalFraction);
  const isTextWithoutSlash = typeof value === "string" && parts.length !== 2;
  if (!above || isTextWithoutSlash || (parts.length === 2 && (!below || below.numerator === 0n)))
    throw new CxMetricsError(badFraction, { path, values: { found: describeValue(value) } });
  return below ? reduced(above.numerator * below.denominator, above.denominator * below.numerator) : above;
}

/** Exact sum. */
export function sumOfFractions(fractions: readonly ExactFraction[]): ExactFraction {
  return fractions.reduce(
    (a, b) =>
      reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    { numerator: 0n, denominator: 1n },
  );
}

/** Exact quotient; the divisor is not 0. */
export function divideFractions(a: ExactFraction, b: ExactFraction): ExactFraction {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Whether two fractions in lowest terms are the same number. */
export function sameFraction(a: ExactFraction, b: ExactFraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** As a text that an index definition accepts. */
export function fractionText({ numerator, denominator }: ExactFraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** Nearest number: 60 extra bits make the one rounding of the division decisive. */
export function fractionToNumber({ numerator, denominator }: ExactFraction): number {
  if (numerator === 0n) return 0;
  const shift = 60n + BigInt(Math.max(0, bits(denominator) - bits(numerator)));
  const scaled = (numerator << shift) / denominator;
  // Scaling down in two steps keeps powers of two inside the range of a number.
  const half = Number(shift) / 2;
  return Number(scaled) * 2 ** -Math.floor(half) * 2 ** -Math.ceil(half);
}

function decimalFraction(text: string): ExactFraction | undefined {
  const match = decimal.exec(text);
  if (!match) return undefined;
  const [, whole = "", places = "", exponent = "0"] = match;
  const power = Number(exponent) - places.length;
  const digits = BigInt(whole + places);
  return power >= 0 ? reduced(digits * 10n ** BigInt(power), 1n) : reduced(digits, 10n ** BigInt(-power));
}

function reduced(numerator: bigint, denominator: bigint): ExactFraction {
  let a = numerator;
  let b = denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

const bits = (value: bigint) => value.toString(2).length;
