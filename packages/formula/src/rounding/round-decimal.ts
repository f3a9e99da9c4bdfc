import { CxMetricsError, expectNumber, expectOneOf } from "@cxmetrics/definition";
import type { RoundingMode } from "../expression.js";
import { notANumber } from "../problems.js";
import { roundingModes } from "./registry.js";
import { roundText } from "./round-text.js";
import { type RoundingRule, remainder } from "./rounding-rule.js";

/** Digits after the decimal point to which rounding goes, and before it when negative. */
export const digitRange = { least: -15, most: 15 } as const;

/**
 * Rounds a number to decimal digits. It acts on the shortest decimal text of the number (what `String(x)` prints), so that
 * 2.675 rounds as 2.675 and not as the binary fraction 2.67499999999999982236431605997495353221893310546875 beneath it.
 *
 * Halves go away from zero under `half-up`. A result of zero is 0, never −0.
 *
 * @param value any finite number
 * @param digits digits after the decimal point, −15…15; −2 rounds to hundreds
 * @param mode where the digits cut off send the value
 * @returns the number closest to the rounded decimal
 * @throws `CxMetricsError` `formula.not-a-number` when the value is not a finite number, `document.wrong-type` when digits
 * are no whole number −15…15, `document.not-allowed` for an unknown mode
 * @example
 * ```ts
 * roundDecimal(2.675, 2, "half-up"); // => 2.68
 * roundDecimal(1.005, 2, "half-up"); // => 1.01
 * roundDecimal(-1250, -2, "half-even"); // => -1200
 * ```
 */
export function roundDecimal(value: number, digits: number, mode: RoundingMode): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new CxMetricsError(notANumber, { path: ["value"], values: { found: String(value) } });
  expectNumber(digits, ["digits"], { ...digitRange, integer: true });
  expectOneOf(mode, ["mode"], Object.keys(roundingModes));
  return roundWith(roundingModes[mode].rule, value, digits);
}

/** Rounds under a rule; the arguments are taken to be checked. */
export function roundWith(rule: RoundingRule, value: number, digits: number): number {
  if (digits >= 0 && Number.isInteger(value)) return value + 0;
  const negative = value < 0;
  const size = Math.abs(value);
  const power = powersOfTen[Math.abs(digits)] ?? 1;
  const scaled = digits < 0 ? size / power : size * power;
  // Below 2^40 the scaled value is within 2^-12 of the decimal one, so that away from a tie and from a whole number both
  // lie on the same side; there no text is needed. Whole numbers and powers are exact, hence the quotient is the nearest.
  if (scaled < 2 ** 40) {
    const whole = Math.floor(scaled);
    const cut = scaled - whole;
    if (cut > 1e-3 && cut < 1 - 1e-3 && Math.abs(cut - 0.5) > 1e-3) {
      const kind = cut < 0.5 ? remainder.belowHalf : remainder.aboveHalf;
      const kept = rule(negative, whole % 2 === 1, kind) ? whole + 1 : whole;
      const rounded = digits < 0 ? kept * power : kept / power;
      return negative && rounded > 0 ? -rounded : rounded;
    }
  }
  return roundText(rule, value, digits);
}

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
