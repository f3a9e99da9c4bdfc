/**
 * Text as it may stand in a document: what XML forbids, lone surrogates and the invisible marks that turn the direction of the text
 * around are replaced with U+FFFD, so that a label can neither break the file nor dress up as another one.
 */
export function plainText(text: string): string {
  if (typeof text !== "string") throw new TypeError("a text is not a text");
  return text.replace(/[\r\n\t\u2028\u2029]+/g, " ").replace(unwelcome, "\ufffd");
}

const unwelcome = /[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;
