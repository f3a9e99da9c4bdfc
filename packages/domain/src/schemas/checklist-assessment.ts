import * as z from "zod";
import type { ChecklistAssessment } from "../checklist-assessment.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { moment } from "./moment.js";
import { alias, name, words } from "./names.js";
import { distinct, rule } from "./rule.js";

/** Not annotated, so that `AssessmentSchema` can tell it apart by its kind. */
export const checklistAssessment = z.strictObject({
  kind: z.literal("checklist"),
  id: name,
  object: name,
  assessor: alias,
  timeMs: moment.exactOptional(),
  items: z
    .array(
      z.strictObject({
        id: name,
        title: LocalizedTextSchema.exactOptional(),
        result: z.enum(["pass", "fail", "not-applicable"]),
        note: words.exactOptional(),
      }),
    )
    .min(1)
    .refine(
      (items) => distinct(items, ({ id }) => id),
      rule("two checks have the same id", "有两个检查项的 id 相同"),
    ),
});

/**
 * One object held against at least one check, each check once.
 *
 * @example
 * ```ts
 * import { ChecklistAssessmentSchema } from "@cxmetrics/domain/schema";
 *
 * const items = [
 *   { id: "colour", result: "pass" },
 *   { id: "voice", result: "not-applicable" },
 * ];
 * const assessment = { kind: "checklist", id: "a-2", object: "M", assessor: "e-1", items };
 * ChecklistAssessmentSchema.parse(assessment).items[1]?.result; // => "not-applicable"
 * ```
 */
export const ChecklistAssessmentSchema: z.ZodType<ChecklistAssessment> = checklistAssessment;
