import * as z from "zod";
import type { Code } from "../code.js";
import { alias, name, version } from "./names.js";

/**
 * One code given to one verbatim by one coder.
 *
 * @example
 * ```ts
 * import { CodeSchema } from "@cxmetrics/domain/schema";
 *
 * const code = {
 *   verbatim: "v-1",
 *   codebook: { id: "topics", version: "2.1.0" },
 *   coder: { kind: "model", id: "topic-tagger", version: "2024-03" },
 *   code: "too-many-steps",
 *   polarity: -0.6,
 * };
 * CodeSchema.parse(code).polarity; // => -0.6
 * CodeSchema.safeParse({ ...code, polarity: -2 }).success; // => false
 * ```
 */
export const CodeSchema: z.ZodType<Code> = z.strictObject({
  verbatim: name,
  codebook: z.strictObject({ id: name, version }),
  coder: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("person"), id: alias }),
    z.strictObject({ kind: z.literal("model"), id: name, version: name }),
  ]),
  code: name,
  polarity: z.number().min(-1).max(1),
});
