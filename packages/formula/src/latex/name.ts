/** ASCII characters that mean something in the mathematics of LaTeX, and how each is printed as itself. */
const escapes = new Map([
  ["\\", "{\\backslash}"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["$", "\\$"],
  ["%", "\\%"],
  ["&", "\\&"],
  ["#", "\\#"],
  ["_", "\\_"],
  ["^", "\\text{\\textasciicircum}"],
  ["~", "\\text{\\textasciitilde}"],
  ["-", "\\text{-}"],
  ["'", "\\text{'}"],
  ["`", "\\text{`}"],
  ['"', '\\text{"}'],
  [" ", "\\ "],
]);

/** Signs that KaTeX knows in mathematics only: letter-like symbols, operators, brackets. */
const mathematical = /([\u203C\u2100-\u214F\u2200-\u22FF\u231C-\u231F\u27C0-\u27EF\u2980-\u2AFF])/;

/**
 * An untrusted name as a LaTeX symbol: a single letter as itself, anything longer as one word in italics. No name can end
 * the word or start a command; characters beyond ASCII stand in `\text{…}`, which mathematics fonts lack.
 */
export function latexName(name: string): string {
  if (/^[A-Za-z]$/.test(name)) return name;
  // KaTeX refuses characters of private use, and combining accents that make no letter of their own.
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Co}\u{1D6A4}]/gu, "□")
    .replace(/[\u0300-\u036F]/g, "");
  const written = plain.replace(
    /[^\x20-\x7E]+|[^A-Za-z0-9]/gu,
    (found) => escapes.get(found) ?? beyondAscii(found),
  );
  return `\\mathit{${written === "" ? "\\text{□}" : written}}`;
}

/** Signs of mathematics as they are, anything else as text. */
function beyondAscii(run: string): string {
  if (/^[\x20-\x7E]/.test(run)) return run;
  return run
    .split(mathematical)
    .map((part) => (part === "" || mathematical.test(part) ? part : `\\text{${part}}`))
    .join("");
}
