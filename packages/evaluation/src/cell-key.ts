import type { CellValue } from "./evaluation-plan.js";

// Leading zeros and more than 15 digits make a code, not a number: `007` is not `7`.
const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

/**
 * The form in which cells are compared: text trimmed, and a plain decimal number as JavaScript prints it, so that `1`, `"1"`
 * and `"1.0"` are the same value while `"007"` stays a code.
 */
export function cellKey(value: CellValue): string {
  const text = String(value).trim();
  return plainNumber.test(text) ? String(Number(text) + 0) : text;
}
