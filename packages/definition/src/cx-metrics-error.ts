import { describeValue } from "./describe-value.js";
import type { Language, LocalizedText } from "./localized-text.js";
import { wrongType } from "./problems.js";

/** A kind of mistake: its stable code and its sentence in both languages, with `{name}` where a value goes. */
export interface Problem extends LocalizedText {
  readonly code: string;
}

/** The numbers and names behind a message; a name that differs between languages is given in both. */
export type ProblemValues = Readonly<Record<string, string | number | boolean | null | LocalizedText>>;

/** Where in the input the mistake stands: keys and row numbers from the outside in. */
export type ProblemPath = readonly (string | number)[];

/**
 * Puts values into the `{name}` places of a problem's sentence, in both languages. A place without a value stays as it is,
 * and a value is never searched for further places.
 *
 * @param text the sentence in both languages
 * @param values what goes into its places; a text in two languages gives each language its own
 * @returns the filled sentences
 * @throws `CxMetricsError` `document.wrong-type` when `text` lacks a language
 * @example
 * ```ts
 * const text = { en: "Expected {expected}.", zh: "应为{expected}。" };
 * fillMessage(text, { expected: { en: "a list", zh: "列表" } }).zh; // => "应为列表。"
 * fillMessage(text, {}).en; // => "Expected {expected}."
 * ```
 */
export function fillMessage(text: LocalizedText, values: ProblemValues): LocalizedText {
  if (typeof text?.en !== "string" || typeof text.zh !== "string")
    throw new CxMetricsError(wrongType, {
      values: {
        expected: { en: "a text in en and zh", zh: "含 en 和 zh 的文本" },
        found: describeValue(text),
      },
    });
  const fill = (language: Language) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      if (!Object.hasOwn(values ?? {}, name)) return place;
      const value = values[name];
      if (typeof value !== "object" || value === null) return String(value);
      return typeof value[language] === "string" ? value[language] : describeValue(value)[language];
    });
  return { en: fill("en"), zh: fill("zh") };
}

/**
 * A caller's mistake, as data: a stable `code`, the `path` to the mistake, the `values` behind it, and a sentence in each
 * language that says how to mend it. Tell it apart by `code`, never by `instanceof`: two builds of a package may meet.
 *
 * @example
 * ```ts
 * const problem = { code: "rating.off-scale", en: "Rating {rating} is off the scale.", zh: "评分 {rating} 超出量表范围。" };
 * const error = new CxMetricsError(problem, { path: ["ratings", 3], values: { rating: 11 } });
 * error.message; // => "Rating 11 is off the scale."
 * error.messages.zh; // => "评分 11 超出量表范围。"
 * ```
 */
export class CxMetricsError extends Error {
  override readonly name = "CxMetricsError";
  readonly code: string;
  readonly path: ProblemPath;
  readonly values: ProblemValues;
  readonly messages: LocalizedText;

  constructor(
    problem: Problem,
    details: { readonly path?: ProblemPath; readonly values?: ProblemValues } = {},
  ) {
    const values = details?.values ?? {};
    const messages = fillMessage(problem, values);
    super(messages.en);
    this.code = problem.code;
    this.path = Array.isArray(details?.path) ? details.path : [];
    this.values = values;
    this.messages = messages;
  }

  /** Plain data, as `JSON.stringify` writes it. */
  toJSON(): { code: string; path: ProblemPath; values: ProblemValues; messages: LocalizedText } {
    return { code: this.code, path: this.path, values: this.values, messages: this.messages };
  }
}

/**
 * Whether a thrown value is a `CxMetricsError`, from this or any other build of the package, frame or worker.
 *
 * @param thrown what was caught
 * @returns true when it has the name and the fields of the error
 * @example
 * ```ts
 * isCxMetricsError(new CxMetricsError({ code: "x", en: "x", zh: "x" })); // => true
 * isCxMetricsError(new Error("x")); // => false
 * ```
 */
export function isCxMetricsError(thrown: unknown): thrown is CxMetricsError {
  if (typeof thrown !== "object" || thrown === null) return false;
  const { name, code, message, messages } = thrown as Partial<CxMetricsError>;
  return (
    name === "CxMetricsError" &&
    typeof code === "string" &&
    typeof message === "string" &&
    typeof messages?.en === "string" &&
    typeof messages.zh === "string"
  );
}
