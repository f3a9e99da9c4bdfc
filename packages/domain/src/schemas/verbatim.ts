import * as z from "zod";
import type { Verbatim } from "../verbatim.js";
import { moment } from "./moment.js";
import { name, words } from "./names.js";
import { languageTag } from "./text-patterns.js";

/**
 * Something said in a person's own words.
 *
 * @example
 * ```ts
 * import { VerbatimSchema } from "@cxmetrics/domain/schema";
 *
 * VerbatimSchema.parse({ id: "v-1", text: "转账步骤太多", language: "zh-CN" }).text; // => "转账步骤太多"
 * VerbatimSchema.safeParse({ id: "v-1", text: " " }).success; // => false
 * ```
 */
export const VerbatimSchema: z.ZodType<Verbatim> = z.strictObject({
  id: name,
  text: words,
  timeMs: moment.exactOptional(),
  language: z.string().regex(languageTag.form).exactOptional(),
  response: name.exactOptional(),
  channel: name.exactOptional(),
  touchpoint: name.exactOptional(),
});
