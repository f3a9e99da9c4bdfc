import * as z from "zod";
import { missingReasons } from "../answer.js";
import type { Question } from "../question.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";
import { QuestionScaleSchema } from "./question-scale.js";
import { distinct, rule } from "./rule.js";

const head = { id: name, text: LocalizedTextSchema };
const missingReason = z.enum(Object.keys(missingReasons) as (keyof typeof missingReasons)[]);

const rating = z
  .strictObject({
    ...head,
    kind: z.literal("rating"),
    scale: QuestionScaleSchema,
    missingCodes: z.array(z.strictObject({ code: z.number(), reason: missingReason })).exactOptional(),
  })
  .refine(
    ({ scale, missingCodes = [] }) =>
      missingCodes.every(({ code }) => !Number.isInteger(code) || code < scale.min || code > scale.max),
    rule("a missing code is a point of the scale", "缺失代码与量表刻度重合", ["missingCodes"]),
  );

const choice = z.strictObject({
  ...head,
  kind: z.literal("choice"),
  choices: z
    .array(z.strictObject({ code: name, label: LocalizedTextSchema }))
    .min(1)
    .refine(
      (choices) => distinct(choices, ({ code }) => code),
      rule("two choices have the same code", "有两个选项的代码相同"),
    ),
  multiple: z.boolean(),
});

const text = z.strictObject({ ...head, kind: z.literal("text") });

/**
 * A question with a rating scale, with choices, or open.
 *
 * @example
 * ```ts
 * import { QuestionSchema } from "@cxmetrics/domain/schema";
 *
 * const question = {
 *   kind: "rating",
 *   id: "ltr",
 *   text: { en: "How likely are you to recommend us?", zh: "您有多大可能推荐我们？" },
 *   scale: { kind: "rating", min: 0, max: 10, direction: "higher-is-better" },
 *   missingCodes: [{ code: 99, reason: "refused" }],
 * };
 * QuestionSchema.parse(question).id; // => "ltr"
 * QuestionSchema.safeParse({ ...question, missingCodes: [{ code: 9, reason: "refused" }] }).success; // => false
 * ```
 */
export const QuestionSchema: z.ZodType<Question> = z.discriminatedUnion("kind", [rating, choice, text]);
