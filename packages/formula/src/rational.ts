import { CxMetricsError } from "@cxmetrics/definition";
import { badRational } from "./problems.js";

/** A quotient of two whole numbers, as written. */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
}

const form = /^(-?)(\d+)(?:\.(\d+))?\/(\d+)(?:\.(\d+))?$/;

/**
 * Reads an exact rational such as `"6/16"`, `"-1/3"` or `"2.5/3"`: digits, maybe with a decimal point, on both sides of one
 * slash, and maybe a minus in front. Decimals are brought to whole numbers (2.5/3 is 25/30), so that no rounding happens
 * before the division. Nothing else is a rational: not `"0.5"` (write the number 0.5), not `"1 / 3"`, `"1/-3"` or `"1e3/7"`.
 *
 * @param text what to read
 * @returns the quotient, not reduced; `undefined` when the text has another form, or its value is no finite number (a
 * denominator of 0, or more digits than a number can hold)
 * @example
 * ```ts
 * rational("6/16"); // => { numerator: 6, denominator: 16 }
 * rational("-0.5/3"); // => { numerator: -5, denominator: 30 }
 * rational("0.5"); // => undefined
 * ```
 */
export function rational(text: string): Rational | undefined {
  const match = typeof text === "string" ? form.exec(text) : null;
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", wholeBelow = "", fractionBelow = ""] = match;
  const places = Math.max(fraction.length, fractionBelow.length);
  const above = Number(whole + fraction.padEnd(places, "0"));
  const denominator = Number(wholeBelow + fractionBelow.padEnd(places, "0"));
  const size = above / denominator;
  // A quotient that underflows to 0 would be a silent 0.
  if (!Number.isFinite(above) || !Number.isFinite(denominator) || !Number.isFinite(size)) return undefined;
  if (size === 0 && above !== 0) return undefined;
  return { numerator: sign === "-" && above > 0 ? -above : above, denominator };
}

/**
 * The number for which a weight stands: itself, or the value of a rational text.
 *
 * @param weight a finite number, or a rational such as `"6/16"`
 * @throws `CxMetricsError` `formula.bad-rational` when it is neither
 * @example
 * ```ts
 * weightToNumber("6/16"); // => 0.375
 * weightToNumber(2.5); // => 2.5
 * ```
 */
export function weightToNumber(weight: number | string): number {
  if (typeof weight === "number" && Number.isFinite(weight)) return weight;
  const read = typeof weight === "string" ? rational(weight) : undefined;
  if (read === undefined) throw new CxMetricsError(badRational, { values: { found: String(weight) } });
  return read.numerator / read.denominator;
}
