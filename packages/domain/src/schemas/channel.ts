import * as z from "zod";
import type { Channel } from "../channel.js";
import { LocalizedTextSchema } from "./localized-text.js";
import { name } from "./names.js";
import { kebabCase } from "./text-patterns.js";

/**
 * A channel. Its kind is any lower-case words joined by hyphens; the known ones are in `channelKinds`.
 *
 * @example
 * ```ts
 * import { ChannelSchema } from "@cxmetrics/domain/schema";
 *
 * const title = { en: "Mobile bank", zh: "手机银行" };
 * ChannelSchema.parse({ id: "M", kind: "mobile-app", title }).title.zh; // => "手机银行"
 * ChannelSchema.safeParse({ id: "M", kind: "Mobile App", title }).success; // => false
 * ```
 */
export const ChannelSchema: z.ZodType<Channel> = z.strictObject({
  id: name,
  kind: z.string().regex(kebabCase.form),
  title: LocalizedTextSchema,
  note: LocalizedTextSchema.exactOptional(),
});
