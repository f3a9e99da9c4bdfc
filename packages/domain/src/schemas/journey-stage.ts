import * as z from "zod";
import type { JourneyStage } from "../journey-stage.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";

/**
 * One stage of a journey.
 *
 * @example
 * ```ts
 * import { JourneyStageSchema } from "@cxmetrics/domain/schema";
 *
 * JourneyStageSchema.parse({ id: "J4", title: { en: "Transact", zh: "办理交易" } }).id; // => "J4"
 * ```
 */
export const JourneyStageSchema: z.ZodType<JourneyStage> = z.strictObject({
  id: name,
  title: LocalizedTextSchema,
  goal: LocalizedTextSchema.exactOptional(),
});
