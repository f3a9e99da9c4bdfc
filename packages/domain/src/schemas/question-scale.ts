import * as z from "zod";
import type { QuestionScale } from "../question-scale.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { distinct, rule } from "./rule.js";

/**
 * A rating scale with at least two whole points; labels stand at different points of the scale.
 *
 * @example
 * ```ts
 * import { QuestionScaleSchema } from "@cxmetrics/domain/schema";
 *
 * const scale = { kind: "rating", min: 0, max: 10, direction: "higher-is-better" };
 * QuestionScaleSchema.parse(scale).max; // => 10
 * QuestionScaleSchema.safeParse({ ...scale, max: 0 }).success; // => false
 * ```
 */
export const QuestionScaleSchema: z.ZodType<QuestionScale> = z
  .strictObject({
    kind: z.literal("rating"),
    min: z.int(),
    max: z.int(),
    direction: z.enum(["higher-is-better", "lower-is-better"]),
    labels: z.array(z.strictObject({ point: z.int(), label: LocalizedTextSchema })).exactOptional(),
  })
  .refine((scale) => scale.min < scale.max, rule("min is not smaller than max", "min 不小于 max", ["max"]))
  .refine(
    ({ labels = [], min, max }) => labels.every(({ point }) => point >= min && point <= max),
    rule("a label stands at a point off the scale", "有标签位于量表范围之外", ["labels"]),
  )
  .refine(
    ({ labels = [] }) => distinct(labels, ({ point }) => point),
    rule("two labels stand at the same point", "有两个标签位于同一刻度", ["labels"]),
  );
