/** Longest name of an input. */
export const longestName = 200;

/** Texts that look like numbers or rationals and so are hardly meant as names. */
const numeric = /^\s*[-+]?(?:\d[\d.,_\s]*|\.\d+)(?:e[-+]?\d+)?\s*%?\s*$/i;
const rationalLike = /^\s*[-+]?[\d.,\s]*\d[\d.,\s]*\/[-+\d.,\s]*$/;

/** Whether a text is a number in quotes. */
export function looksNumeric(text: string): boolean {
  return numeric.test(text);
}

/** Whether a text was meant as a rational, well written or not. */
export function looksRational(text: string): boolean {
  return rationalLike.test(text);
}

/** Whether a text may name an input: not blank, not overlong, no control characters, no broken surrogates. */
export function isName(text: string): boolean {
  return (
    text.trim() !== "" &&
    text.length <= longestName &&
    !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text)
  );
}

/** Whether a name reads as one word where no quotation marks stand around it. */
export function isWord(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name);
}
