import * as z from "zod";
import { expression } from "./expression-shape.js";
import { imputation, normaliser, treatment } from "./method-shapes.js";
import { head, parts } from "./node-head.js";
import { localizedText, name, provenance, text } from "./primitives.js";

const codes = z.array(z.number()).min(1).exactOptional();
const adjustment = z.strictObject({
  unit: text,
  period: text.exactOptional(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  reason: localizedText,
  by: text,
  provenance,
});
/** Shape of a leaf. */
export const indicator = z.strictObject({
  kind: z.literal("indicator"),
  ...head,
  column: text.exactOptional(),
  unit: text,
  source: z.enum(["survey", "expert", "behaviour", "operational", "text", "statistic"]),
  codes: z.strictObject({ notApplicable: codes, refused: codes, missing: codes }).exactOptional(),
  adjustments: z.array(adjustment).min(1).exactOptional(),
  evidence: parts.evidence.exactOptional(),
  lag: text.exactOptional(),
  transform: expression.exactOptional(),
  impute: imputation.exactOptional(),
  treat: treatment.exactOptional(),
  normalise: normaliser,
  appliesTo: z.strictObject({ attribute: text, values: z.array(text).min(1) }).exactOptional(),
  tags: z.record(name, name).exactOptional(),
});
