import * as z from "zod";
import type { Touchpoint } from "../touchpoint.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";

/**
 * A touchpoint on one channel.
 *
 * @example
 * ```ts
 * import { TouchpointSchema } from "@cxmetrics/domain/schema";
 *
 * const touchpoint = {
 *   id: "first-policy",
 *   title: { en: "First policy bought", zh: "购买新单" },
 *   channel: "M",
 *   position: { journey: "buy", stage: "J4" },
 * };
 * TouchpointSchema.parse(touchpoint).position?.stage; // => "J4"
 * ```
 */
export const TouchpointSchema: z.ZodType<Touchpoint> = z.strictObject({
  id: name,
  title: LocalizedTextSchema,
  channel: name,
  position: z.strictObject({ journey: name, stage: name }).exactOptional(),
});
