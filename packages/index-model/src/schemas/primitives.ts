import { LocalizedTextSchema, ProvenanceSchema } from "@cxmetrics/domain/schema";
import * as z from "zod";
import { nodeIdPattern } from "../node-id.js";
import { weightPattern } from "../read/weight.js";

/** A text that is not blank. */
export const text = z.string().regex(/\S/);

/** An id of a node, view, group, template, constant or rollup. */
export const name = z.string().regex(nodeIdPattern);

/** A text in both languages. */
export const localizedText = LocalizedTextSchema.meta({ id: "LocalizedText" });

/** Where a part comes from. */
export const provenance = ProvenanceSchema.meta({ id: "Provenance" });

/** A weight: a number, or a text that is a number or a fraction. */
export const weight = z.union([z.number().min(0), z.string().regex(weightPattern)]).meta({ id: "Weight" });

/** A range of numbers. */
export const range = z.strictObject({ lower: z.number(), upper: z.number() });

/** Rows of a reference table. */
export const scopeOf = (eachPeriod: boolean) =>
  z.union([
    eachPeriod ? z.enum(["pooled", "each-period"]) : z.literal("pooled"),
    z.strictObject({ period: text }),
  ]);
