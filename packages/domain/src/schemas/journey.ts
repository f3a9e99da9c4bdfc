import * as z from "zod";
import type { Journey } from "../journey.js";
import { JourneyStageSchema } from "./journey-stage.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";
import { distinct, rule } from "./rule.js";

/**
 * A journey with at least one stage, the ids of its stages all different.
 *
 * @example
 * ```ts
 * import { JourneySchema } from "@cxmetrics/domain/schema";
 *
 * const title = { en: "Open an account", zh: "开户" };
 * const stages = [
 *   { id: "J1", title: { en: "Enter", zh: "进入" } },
 *   { id: "J2", title: { en: "Authenticate", zh: "注册认证" } },
 * ];
 * JourneySchema.parse({ id: "open", title, stages }).stages.length; // => 2
 * JourneySchema.safeParse({ id: "open", title, stages: [] }).success; // => false
 * ```
 */
export const JourneySchema: z.ZodType<Journey> = z.strictObject({
  id: name,
  title: LocalizedTextSchema,
  stages: z
    .array(JourneyStageSchema)
    .min(1)
    .refine(
      (stages) => distinct(stages, (stage) => stage.id),
      rule("two stages have the same id", "有两个阶段的 id 相同"),
    ),
  segments: z.array(name).exactOptional(),
});
