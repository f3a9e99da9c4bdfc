const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a decimal number, as a cell of a file writes it. Blanks around it do not count. Thousands separators, percent signs, hexadecimal
 * digits, `NaN` and `Infinity` are no numbers: guessing at them would change a figure in silence.
 *
 * @returns the number, or `undefined` where the text is none or its number is too large
 * @example
 * ```js
 * textToNumber(" 9.50 "); // => 9.5
 * textToNumber("1,250"); // => undefined
 * ```
 */
export function textToNumber(text: string): number | undefined {
  const plain = text.trim();
  if (!decimal.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
