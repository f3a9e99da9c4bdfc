import * as z from "zod";
import type { CohortParameters } from "../cohort/cohort-method.js";
import { cohortMethodNames } from "../cohort/registry.js";
import { aggregate } from "./aggregate-shape.js";
import { expression } from "./expression-shape.js";
import { indicator } from "./indicator-shape.js";
import { kindShapes, useShape } from "./kind-shapes.js";
import { normaliser } from "./method-shapes.js";
import { head, shared } from "./node-head.js";
import { text, weight } from "./primitives.js";

const formula = z.strictObject({ kind: z.literal("formula"), ...head, expression });
const cohort = z.strictObject({
  kind: z.literal("cohort"),
  ...head,
  algorithm: z.looseObject({ method: z.enum(cohortMethodNames) }) as unknown as z.ZodType<CohortParameters>,
  children: z.array(z.strictObject({ node: text, weight: weight.exactOptional() })).min(1),
});
const rescale = z.strictObject({ kind: z.literal("rescale"), ...head, of: text, normalise: normaliser });
const kinds = [indicator, aggregate, formula, cohort, ...kindShapes({ ...shared, head }), rescale] as const;
/** Shape of a node of a checked definition. */
export const node = z.discriminatedUnion("kind", kinds);

/** Shape of a node of a document as written. */
export const writtenNode = z.discriminatedUnion("kind", [...kinds, useShape({ ...shared, head })]);
