import * as z from "zod";
import type { Assessment } from "../assessment.js";
import { checklistAssessment } from "./checklist-assessment.js";
import { rubricAssessment } from "./rubric-assessment.js";
import { usabilitySession } from "./usability-session.js";

/**
 * An assessment of any kind, told apart by `kind`.
 *
 * @example
 * ```ts
 * import { AssessmentSchema } from "@cxmetrics/domain/schema";
 *
 * const items = [{ id: "colour", result: "fail" }];
 * AssessmentSchema.parse({ kind: "checklist", id: "a-2", object: "M", assessor: "e-1", items }).kind; // => "checklist"
 * AssessmentSchema.safeParse({ kind: "opinion", id: "a-3" }).success; // => false
 * ```
 */
export const AssessmentSchema: z.ZodType<Assessment> = z.discriminatedUnion("kind", [
  rubricAssessment,
  checklistAssessment,
  usabilitySession,
]);
