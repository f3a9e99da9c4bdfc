import * as z from "zod";
import { aggregateMethods } from "../aggregates/registry.js";
import type { Aggregate } from "../index-definition.js";
import { type WeightMethodName, weightMethods } from "../weights/registry.js";
import { members } from "./method-shapes.js";
import { head } from "./node-head.js";
import { scopeOf, text, weight } from "./primitives.js";

const missing = z.discriminatedUnion("policy", [
  z.strictObject({ policy: z.enum(["propagate", "zero", "mean-of-others", "worst", "best", "bounds"]) }),
  z.strictObject({ policy: z.literal("constant"), value: z.number() }),
  z.strictObject({
    policy: z.literal("renormalise"),
    minimumAvailable: weight,
    minimumCount: z.int().min(1).exactOptional(),
  }),
]);
const weighting = z.strictObject({
  method: z.enum(Object.keys(weightMethods) as WeightMethodName[]),
  input: z.unknown().exactOptional(),
  options: z.record(z.string(), z.unknown()).exactOptional(),
  over: scopeOf(false).exactOptional(),
});
const child = z.strictObject({
  node: text,
  weight: weight.exactOptional(),
  weightColumn: text.exactOptional(),
});
/** One shape for each method, with the members of that method. */
const aggregates = Object.entries(aggregateMethods).map(([method, { parameters }]) =>
  z.strictObject({
    kind: z.literal("aggregate"),
    ...head,
    method: z.literal(method),
    children: z.array(child).min(1),
    missing,
    mustSum: weight.exactOptional(),
    weighting: weighting.exactOptional(),
    ...members(parameters),
  }),
);
/** Shape of an aggregate. */
export const aggregate = z.discriminatedUnion(
  "method",
  aggregates as unknown as [z.core.$ZodTypeDiscriminable],
) as unknown as z.ZodType<Aggregate> & z.core.$ZodTypeDiscriminable;
