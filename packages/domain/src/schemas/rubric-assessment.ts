import * as z from "zod";
import type { Rubric, RubricAssessment } from "../rubric-assessment.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { moment } from "./moment.js";
import { alias, name, version, words } from "./names.js";
import { distinct, rule } from "./rule.js";

/**
 * A rubric with at least two levels, each once.
 *
 * @example
 * ```ts
 * import { RubricSchema } from "@cxmetrics/domain/schema";
 *
 * const rubric = {
 *   id: "R1",
 *   version: "1.0.0",
 *   title: { en: "Clarity", zh: "清晰度" },
 *   levels: [
 *     { level: 1, score: 0, anchor: { en: "Key facts missing", zh: "关键信息缺失" } },
 *     { level: 2, score: 25, anchor: { en: "Jargon", zh: "术语难懂" } },
 *   ],
 * };
 * RubricSchema.parse(rubric).levels.length; // => 2
 * ```
 */
export const RubricSchema: z.ZodType<Rubric> = z.strictObject({
  id: name,
  version,
  title: LocalizedTextSchema,
  levels: z
    .array(z.strictObject({ level: z.number(), score: z.number(), anchor: LocalizedTextSchema }))
    .min(2)
    .refine(
      (levels) => distinct(levels, ({ level }) => level),
      rule("two levels have the same number", "有两个等级的编号相同"),
    ),
});

/** Not annotated, so that `AssessmentSchema` can tell it apart by its kind. */
export const rubricAssessment = z
  .strictObject({
    kind: z.literal("rubric"),
    id: name,
    rubric: RubricSchema,
    ratings: z.array(
      z.strictObject({
        rater: alias,
        object: name,
        level: z.number(),
        timeMs: moment.exactOptional(),
        note: words.exactOptional(),
      }),
    ),
  })
  .refine(
    ({ rubric, ratings }) => {
      const levels = new Set(rubric.levels.map(({ level }) => level));
      return ratings.every(({ level }) => levels.has(level));
    },
    rule("a rating gives a level that the rubric lacks", "有评分使用了评分标准中不存在的等级", ["ratings"]),
  )
  .refine(
    ({ ratings }) => distinct(ratings, ({ rater, object }) => JSON.stringify([rater, object])),
    rule("a rater rates an object twice", "同一评估人对同一对象评分两次", ["ratings"]),
  );

/**
 * Objects rated against a rubric: every rating gives a level of the rubric, and a rater rates an object once.
 *
 * @example
 * ```ts
 * import { RubricAssessmentSchema } from "@cxmetrics/domain/schema";
 *
 * const levels = [1, 2, 3].map((level) => ({ level, score: 50 * (level - 1), anchor: { en: "…", zh: "……" } }));
 * const rubric = { id: "R1", version: "1.0.0", title: { en: "Clarity", zh: "清晰度" }, levels };
 * const ratings = [{ rater: "e-1", object: "M", level: 3 }];
 * RubricAssessmentSchema.parse({ kind: "rubric", id: "a-1", rubric, ratings }).ratings[0]?.level; // => 3
 * ratings.push({ rater: "e-2", object: "M", level: 9 });
 * RubricAssessmentSchema.safeParse({ kind: "rubric", id: "a-1", rubric, ratings }).success; // => false
 * ```
 */
export const RubricAssessmentSchema: z.ZodType<RubricAssessment> = rubricAssessment;
