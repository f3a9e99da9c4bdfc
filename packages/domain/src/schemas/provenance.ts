import type { Provenance } from "@cxmetrics/definition";
import * as z from "zod";
import { LocalizedTextSchema } from "./localized-text.js";
import { notBlank, partialDate, webAddress } from "./text-patterns.js";

/**
 * Where a part of a definition comes from. Accepts exactly what `expectProvenance` of `@cxmetrics/definition` accepts.
 *
 * @example
 * ```ts
 * import { ProvenanceSchema } from "@cxmetrics/domain/schema";
 *
 * ProvenanceSchema.parse({ status: "published", source: "HBR, Dec 2003" }).status; // => "published"
 * ProvenanceSchema.safeParse({ status: "hearsay", source: "HBR" }).success; // => false
 * ```
 */
export const ProvenanceSchema: z.ZodType<Provenance> = z.strictObject({
  status: z.enum(["standard-text", "published", "illustrative"]),
  source: z.string().regex(notBlank.form),
  clause: z.string().regex(notBlank.form).exactOptional(),
  url: z.string().regex(webAddress.form).exactOptional(),
  date: z.string().regex(partialDate.form).exactOptional(),
  note: LocalizedTextSchema.exactOptional(),
});
