import * as z from "zod";
import type { Field } from "../standard/field.js";

const text = z.string().regex(/\S/);
const localizedText = z.strictObject({ en: text, zh: text }).meta({ id: "LocalizedText" });
const judgement = z.union([z.number(), z.string(), z.null()]);
const authority = z.record(z.string(), z.unknown());
const expert = z.strictObject({
  id: text,
  ratings: z.array(z.number().nullable()).exactOptional(),
  budget: z.array(z.number()).exactOptional(),
  matrix: z.array(z.array(judgement)).exactOptional(),
  authority: authority.exactOptional(),
});
const panel = z.strictObject({
  judgement: z.enum(["ratings", "budget", "matrix"]),
  fullScore: z.number().exactOptional(),
  total: z.number().exactOptional(),
  rounds: z.array(z.strictObject({ invited: z.int().min(1), experts: z.array(expert).min(1) })).min(1),
});

/** The shape of a field, from the same description by which the document is read. */
function shapeOf(field: Field): z.ZodType {
  return bare(field).describe(`${field.about.en} / ${field.about.zh}`);
}

function bare(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
      return localizedText;
    case "plain":
      return text;
    case "number": {
      const number = field.integer ? z.int() : z.number();
      return number.min(field.least).max(field.most);
    }
    case "choice":
      return z.enum(field.of);
    case "panel":
      return panel;
    case "list":
      return z.array(shapeOf(field.of)).min(field.least);
    case "group":
      return z.strictObject(shapesOf(field.fields));
    default:
      return z.record(text, shapeOf(field.of));
  }
}

/** The shapes of fields by name. */
export function shapesOf(fields: Readonly<Record<string, Field>>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.optional ? z.exactOptional(shapeOf(field)) : shapeOf(field),
    ]),
  );
}

/** The head that every document has. */
export const headShape = {
  formatVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  title: localizedText,
  provenance: z.strictObject({
    status: z.enum(["standard-text", "published", "illustrative"]),
    source: text,
    clause: text.exactOptional(),
    url: text.exactOptional(),
    date: text.exactOptional(),
    note: localizedText.exactOptional(),
  }),
};
