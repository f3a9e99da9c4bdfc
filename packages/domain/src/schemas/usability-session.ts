import * as z from "zod";
import type { UsabilitySession } from "../usability-session.js";
import { moment, span } from "./moment.js";
import { alias, name } from "./names.js";

/** Not annotated, so that `AssessmentSchema` can tell it apart by its kind. */
export const usabilitySession = z.strictObject({
  kind: z.literal("usability"),
  id: name,
  participant: alias,
  task: name,
  object: name.exactOptional(),
  success: z.boolean(),
  durationMs: span,
  errors: z.int().min(0),
  steps: z.int().min(0).exactOptional(),
  optimalSteps: z.int().min(1).exactOptional(),
  timeMs: moment.exactOptional(),
});

/**
 * One attempt of one participant at one task.
 *
 * @example
 * ```ts
 * import { UsabilitySessionSchema } from "@cxmetrics/domain/schema";
 *
 * const session = {
 *   kind: "usability",
 *   id: "u-1",
 *   participant: "p-7",
 *   task: "transfer",
 *   success: true,
 *   durationMs: 48200,
 *   errors: 2,
 * };
 * UsabilitySessionSchema.parse(session).durationMs; // => 48200
 * UsabilitySessionSchema.safeParse({ ...session, durationMs: -5 }).success; // => false
 * ```
 */
export const UsabilitySessionSchema: z.ZodType<UsabilitySession> = usabilitySession;
