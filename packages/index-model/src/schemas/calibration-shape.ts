import * as z from "zod";
import { localizedText, name, text } from "./primitives.js";

const fittedValues = z.record(text, z.union([z.number(), z.array(z.number())]));
const fittedNode = z.strictObject({
  impute: fittedValues.exactOptional(),
  treat: fittedValues.exactOptional(),
  normalise: fittedValues.exactOptional(),
  aggregate: z.record(text, z.union([z.number(), z.string(), z.array(z.number())])).exactOptional(),
  weights: z.array(z.number().min(0)).min(1).exactOptional(),
  n: z.record(text, z.int().min(0)),
  notFitted: z
    .record(
      text,
      z.strictObject({ status: z.literal("not-computable"), reason: text, message: localizedText }),
    )
    .exactOptional(),
  diagnostics: z.record(text, z.unknown()).exactOptional(),
});
/** Shape of what a fit has frozen. */
export const calibration = z.strictObject({
  population: localizedText.exactOptional(),
  period: text.exactOptional(),
  n: z.int().min(1),
  dataDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  source: z.strictObject({ id: text, version: text, digest: text }),
  nodes: z.record(name, fittedNode),
});
