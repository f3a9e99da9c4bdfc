import * as z from "zod";
import { headShape, shapesOf } from "./schemas/standard-shape.js";
import type { StandardSupplement } from "./standard/standard-supplement.js";
import { supplementFields } from "./standard/supplement-fields.js";

const { trial, ...fields } = supplementFields.fields;
const trialFields = trial?.kind === "group" ? trial.fields : {};
// Where no trial was held, the reason stands alone.
const eachOptional = Object.fromEntries(
  Object.entries(trialFields).map(([name, field]) => [name, { ...field, optional: true as const }]),
);
const supplement = z.strictObject({
  ...headShape,
  ...shapesOf(fields),
  trial: z.strictObject(shapesOf(eachOptional)),
});

/**
 * Shape of a filled companion document of a standard, as zod schema, for editors and forms. `parseStandardSupplement` also takes one that still
 * has empty fields; `findEmptyFields` checks more: that every indicator and mean of the definition is there.
 *
 * @example
 * ```ts
 * import { StandardSupplementSchema } from "@cxmetrics/report/schema";
 *
 * StandardSupplementSchema.safeParse({ formatVersion: 2 }).success; // => false
 * ```
 */
export const StandardSupplementSchema = supplement as unknown as z.ZodType<StandardSupplement>;

/**
 * The same shape as JSON Schema (draft 2020-12); the package ships it as `schemas/standard-supplement-1.schema.json`.
 *
 * @example
 * ```ts
 * import { standardSupplementJsonSchema } from "@cxmetrics/report/schema";
 *
 * standardSupplementJsonSchema.$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const standardSupplementJsonSchema: Readonly<Record<string, unknown>> = {
  title: "Companion document of a standard, format 1",
  ...z.toJSONSchema(supplement, { target: "draft-2020-12" }),
};
