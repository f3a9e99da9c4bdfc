import type { ConformanceAnswer } from "./answer.js";

/** What one line of a program's output is: an answer to a request by its id, or no answer at all. */
export type AnswerLine =
  | { readonly id: string; readonly answer: ConformanceAnswer }
  | { readonly id: null; readonly answer: { readonly fault: "garbage"; readonly detail: string } };

/**
 * Reads one line that a program wrote: `{ "id", "output" }` or `{ "id", "error": { "code", "message"? } }`.
 *
 * A line that is no JSON (numbers that are not finite have no JSON), no object, has no id, or has neither or both of output and error is garbage; the
 * detail says which, and quotes the start of the line. An answer with an id but without sound content is garbage under that id.
 *
 * @param line one line, without its end
 * @returns the id and the answer; it never throws
 * @example
 * ```ts
 * readAnswerLine('{"id":"a","output":{"value":25}}'); // => { id: "a", answer: { output: { value: 25 } } }
 * readAnswerLine('{"id":"a","output":NaN}').answer.fault; // => "garbage"
 * ```
 */
export function readAnswerLine(line: string): AnswerLine {
  if (typeof line !== "string") return { id: null, answer: garbage("not a text", "") };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, answer: /\b(NaN|Infinity)\b/.test(line) ? notFinite : garbage("not JSON", line) };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { id: null, answer: garbage("not an object", line) };
  const { id, output, error } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== "string") return { id: null, answer: garbage("no id", line) };
  const hasOutput = Object.hasOwn(value, "output");
  if (hasOutput === Object.hasOwn(value, "error"))
    return { id, answer: garbage(`${hasOutput ? "both" : "neither"} output and error`, line) };
  if (hasOutput) return { id, answer: { output } };
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof code !== "string") return { id, answer: garbage("an error without a code", line) };
  return { id, answer: { error: { code, ...(typeof message === "string" ? { message } : {}) } } };
}

/** Python and others write such tokens unless they are told not to (`allow_nan=False`); quoting them here would only spread them. */
const notFinite = {
  fault: "garbage",
  detail: "a number that is not finite, which JSON has no way to write",
} as const;

function garbage(what: string, line: string) {
  const start = [...line.slice(0, 200)].map((letter) => (/\p{C}/u.test(letter) ? "�" : letter)).join("");
  return { fault: "garbage", detail: `${what}: ${start}${line.length > 200 ? " …" : ""}` } as const;
}
