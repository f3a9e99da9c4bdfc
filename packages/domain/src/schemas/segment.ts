import * as z from "zod";
import type { Segment } from "../segment.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";

/**
 * A group of customers.
 *
 * @example
 * ```ts
 * import { SegmentSchema } from "@cxmetrics/domain/schema";
 *
 * SegmentSchema.parse({ id: "60+", title: { en: "Aged 60 and over", zh: "60 岁及以上" } }).id; // => "60+"
 * ```
 */
export const SegmentSchema: z.ZodType<Segment> = z.strictObject({
  id: name,
  title: LocalizedTextSchema,
  criteria: LocalizedTextSchema.exactOptional(),
});
