import * as z from "zod";
import { bandIdPattern } from "../read/grades.js";
import { localizedText, name, text, weight } from "./primitives.js";

/** Shape of the ranking of an index. */
export const ranking = z.strictObject({
  of: text,
  order: z.enum(["descending", "ascending"]),
  ties: z.enum(["minimum", "average", "dense", "ordinal", "maximum"]),
  rounded: z.int().min(-15).max(15).exactOptional(),
});

/** Shape of a view. */
export const view = z.strictObject({
  title: localizedText,
  tag: name,
  of: text.exactOptional(),
  groups: z.record(name, localizedText),
});
const grade = z.strictObject({
  id: z.string().regex(bandIdPattern),
  title: localizedText,
  from: z.number().exactOptional(),
  upTo: z.number().exactOptional(),
  conditions: z
    .array(
      z.strictObject({
        node: text,
        raw: z.literal(true).exactOptional(),
        atLeast: z.number().exactOptional(),
        atMost: z.number().exactOptional(),
      }),
    )
    .min(1)
    .exactOptional(),
  quota: weight.exactOptional(),
});
/** Shape of the grades of an index. */
export const grades = z.strictObject({
  of: text,
  bands: z.array(grade).min(1),
  boundary: z.enum(["lower-included", "upper-included"]).exactOptional(),
  onFailedCondition: z.enum(["lower-by-one", "band-that-fits"]),
  veto: z.strictObject({ attribute: text, title: localizedText }).exactOptional(),
  gates: z.array(text).min(1).exactOptional(),
  quotaTies: z.enum(["lower", "keep"]).exactOptional(),
});
