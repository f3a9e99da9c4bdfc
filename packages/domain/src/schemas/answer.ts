import * as z from "zod";
import { type Answer, missingReasons } from "../answer.js";
import { words } from "./names.js";

/**
 * An answer, or the reason why there is none. A blank text is no answer: write `{ missing: "blank" }`.
 *
 * @example
 * ```ts
 * import { AnswerSchema } from "@cxmetrics/domain/schema";
 *
 * AnswerSchema.parse(9); // => 9
 * AnswerSchema.parse({ missing: "not-asked" }); // => { missing: "not-asked" }
 * AnswerSchema.safeParse(null).success; // => false
 * ```
 */
export const AnswerSchema: z.ZodType<Answer> = z.union([
  z.number(),
  words,
  z.array(words),
  z.strictObject({ missing: z.enum(Object.keys(missingReasons) as (keyof typeof missingReasons)[]) }),
]);
