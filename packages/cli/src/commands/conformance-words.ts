import { CxMetricsError } from "@cxmetrics/definition";
import { emptyProgram } from "./conformance-problems.js";

/**
 * The words of a command, as written in `--against`: separated by blanks, `"…"` and `'…'` keep blanks together. No shell reads them, so
 * that nothing in them is expanded and the program itself can be ended.
 *
 * @throws `CxMetricsError` `usage.empty-program`
 * @example
 * ```js
 * commandWords(`python3 "my engine.py" --fast`); // => ["python3", "my engine.py", "--fast"]
 * ```
 */
export function commandWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const letter of text) {
    if (quote !== undefined) {
      if (letter === quote) quote = undefined;
      else word = (word ?? "") + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= "";
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + letter;
  }
  if (word !== undefined) words.push(word);
  if (quote !== undefined || !words[0])
    throw new CxMetricsError(emptyProgram, { path: ["--against"], values: { found: text } });
  return words;
}
