const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The finite number that a text writes in decimal notation, or `null`. Neither hexadecimal nor `Infinity` is one. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim();
  if (!decimal.test(trimmed)) return null;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number + 0 : null;
}
