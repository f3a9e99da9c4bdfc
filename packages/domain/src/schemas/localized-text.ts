import type { LocalizedText } from "@cxmetrics/definition";
import * as z from "zod";
import { notBlank } from "./text-patterns.js";

/**
 * A text in English and Simplified Chinese, neither of them blank.
 *
 * @example
 * ```ts
 * import { LocalizedTextSchema } from "@cxmetrics/domain/schema";
 *
 * LocalizedTextSchema.parse({ en: "Reliability", zh: "可靠性" }).zh; // => "可靠性"
 * LocalizedTextSchema.safeParse({ en: "Reliability" }).success; // => false
 * ```
 */
export const LocalizedTextSchema: z.ZodType<LocalizedText> = z.strictObject({
  en: z.string().regex(notBlank.form),
  zh: z.string().regex(notBlank.form),
});
