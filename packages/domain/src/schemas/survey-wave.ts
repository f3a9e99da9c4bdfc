import * as z from "zod";
import type { RelationalWave, SurveyWave, TransactionalWave } from "../survey-wave.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { moment } from "./moment.js";
import { name } from "./names.js";
import { QuestionSchema } from "./question.js";
import { distinct, rule } from "./rule.js";

const head = {
  id: name,
  title: LocalizedTextSchema,
  questions: z
    .array(QuestionSchema)
    .min(1)
    .refine(
      (questions) => distinct(questions, ({ id }) => id),
      rule("two questions have the same id", "有两道题目的 id 相同"),
    ),
  startTimeMs: moment,
  endTimeMs: moment.exactOptional(),
  sampling: z.enum(["census", "probability", "panel", "self-selected"]).exactOptional(),
  frame: LocalizedTextSchema.exactOptional(),
};

const runsForward = ({ startTimeMs, endTimeMs }: { startTimeMs: number; endTimeMs?: number }) =>
  endTimeMs === undefined || endTimeMs >= startTimeMs;
const endsAfterStart = rule("the wave ends before it starts", "结束时间早于开始时间", ["endTimeMs"]);

const relational = z
  .strictObject({ ...head, kind: z.literal("relational") })
  .refine(runsForward, endsAfterStart);
const transactional = z
  .strictObject({ ...head, kind: z.literal("transactional"), touchpoint: name })
  .refine(runsForward, endsAfterStart);

/**
 * A wave that asks about the relationship as a whole.
 *
 * @example
 * ```ts
 * import { RelationalWaveSchema } from "@cxmetrics/domain/schema";
 *
 * const wave = {
 *   kind: "relational",
 *   id: "2024-H1",
 *   title: { en: "First half of 2024", zh: "2024 年上半年" },
 *   questions: [{ kind: "text", id: "why", text: { en: "Why?", zh: "为什么？" } }],
 *   startTimeMs: Date.UTC(2024, 0, 1),
 * };
 * RelationalWaveSchema.parse(wave).id; // => "2024-H1"
 * RelationalWaveSchema.safeParse({ ...wave, kind: "transactional", touchpoint: "t" }).success; // => false
 * ```
 */
export const RelationalWaveSchema: z.ZodType<RelationalWave> = relational;

/**
 * A wave that asks right after something happened at a touchpoint.
 *
 * @example
 * ```ts
 * import { TransactionalWaveSchema } from "@cxmetrics/domain/schema";
 *
 * const wave = {
 *   kind: "transactional",
 *   id: "new-policy",
 *   title: { en: "After a new policy", zh: "购买新单后" },
 *   questions: [{ kind: "text", id: "why", text: { en: "Why?", zh: "为什么？" } }],
 *   startTimeMs: Date.UTC(2024, 0, 1),
 *   touchpoint: "first-policy",
 * };
 * TransactionalWaveSchema.parse(wave).touchpoint; // => "first-policy"
 * ```
 */
export const TransactionalWaveSchema: z.ZodType<TransactionalWave> = transactional;

/**
 * A wave of either kind, told apart by `kind`.
 *
 * @example
 * ```ts
 * import { SurveyWaveSchema } from "@cxmetrics/domain/schema";
 *
 * SurveyWaveSchema.safeParse({ kind: "mixed" }).success; // => false
 * ```
 */
export const SurveyWaveSchema: z.ZodType<SurveyWave> = z.discriminatedUnion("kind", [
  relational,
  transactional,
]);
