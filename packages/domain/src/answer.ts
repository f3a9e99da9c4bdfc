import type { LocalizedText } from "@cxmetrics/definition";

/**
 * Why there is no answer. The four differ in what they do to a base: a question that was not asked, or does not apply, was
 * never open to be answered; a refusal and a blank were.
 *
 * @example
 * ```ts
 * missingReasons["not-asked"].zh; // => "未询问"
 * Object.keys(missingReasons); // => ["not-asked", "refused", "not-applicable", "blank"]
 * ```
 */
export const missingReasons = {
  "not-asked": { en: "Not asked", zh: "未询问" },
  refused: { en: "Refused", zh: "拒绝回答" },
  "not-applicable": { en: "Not applicable", zh: "不适用" },
  blank: { en: "Left blank", zh: "未作答" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why there is no answer. */
export type MissingReason = keyof typeof missingReasons;

/** An answer: a rating, one code or the words of a text, several codes, or the reason why there is none. */
export type Answer = number | string | readonly string[] | MissingAnswer;

/** The place of an answer that is not there. */
export interface MissingAnswer {
  readonly missing: MissingReason;
}
