import { expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { ScoreDisplay } from "./score-definition.js";

/**
 * A value as its source shows it: with a fixed number of decimal places, on the decimal digits that the value is written with.
 *
 * The binary number behind 2.675 lies below it; rounding looks at the digits 2.675 instead, so that a half is a half. For texts
 * only: estimates, intervals and comparisons rest on the value itself.
 *
 * @param value any finite number
 * @param display decimal places and rounding of a half
 * @returns the text, with a full stop and without a sign before zero
 * @throws `CxMetricsError` `document.wrong-type`, `document.not-allowed`, `document.unknown-key`, `document.missing-key`
 * @example
 * ```ts
 * displayValue(3.75, { digits: 1, mode: "half-up" }); // => "3.8"
 * displayValue(2.675, { digits: 2, mode: "half-even" }); // => "2.68"
 * displayValue(-0.25, { digits: 1, mode: "half-even" }); // => "-0.2"
 * ```
 */
export function displayValue(value: number, display: ScoreDisplay): string {
  const number = expectNumber(value, ["value"]);
  const { digits, mode } = expectDisplay(display, ["display"]);
  // Beyond 2^53 a double has no decimal places to round.
  if (Math.abs(number) >= 2 ** 53) return `${BigInt(number)}${digits > 0 ? `.${"0".repeat(digits)}` : ""}`;
  const [whole = "0", places = ""] = plainDigits(Math.abs(number)).split(".");
  const kept = BigInt(whole + places.slice(0, digits).padEnd(digits, "0"));
  const rest = places.slice(digits);
  const half = /^50*$/.test(rest);
  const up = half ? mode === "half-up" || kept % 2n === 1n : /^[5-9]/.test(rest);
  const rounded = (up ? kept + 1n : kept).toString().padStart(digits + 1, "0");
  const text = digits === 0 ? rounded : `${rounded.slice(0, -digits)}.${rounded.slice(-digits)}`;
  return number < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The shortest digits of a number that is not negative, without an exponent. */
function plainDigits(number: number): string {
  const [digits = "0", exponent] = String(number).split("e");
  // Below 2^53 only small numbers are written with an exponent.
  return exponent === undefined ? digits : `0.${"0".repeat(-Number(exponent) - 1)}${digits.replace(".", "")}`;
}

/** Expects the rounding of a shown number. */
export function expectDisplay(value: unknown, path: readonly string[]): ScoreDisplay {
  const display = expectRecord(value, path, ["digits", "mode"]);
  const digits = expectNumber(display["digits"], [...path, "digits"], { least: 0, most: 10, integer: true });
  const mode = expectOneOf(display["mode"], [...path, "mode"], ["half-up", "half-even"]);
  return { digits, mode };
}
