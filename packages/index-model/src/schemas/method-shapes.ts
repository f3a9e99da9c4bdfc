import * as z from "zod";
import { imputationMethods } from "../imputations/registry.js";
import type { Imputation, Normaliser, Treatment } from "../index-definition.js";
import { normaliserMethods } from "../normalisers/registry.js";
import type { ParameterSpec, ParameterSpecs } from "../parameters/parameter-spec.js";
import { treatmentMethods } from "../treatments/registry.js";
import { range, scopeOf, text, weight } from "./primitives.js";

/** The shape of one parameter of a method. */
function parameter(spec: ParameterSpec): z.ZodType {
  switch (spec.type) {
    case "number": {
      let number: z.ZodNumber = spec.integer ? z.int() : z.number();
      if (spec.atLeast !== undefined) number = number.min(spec.atLeast);
      if (spec.atMost !== undefined) number = number.max(spec.atMost);
      if (spec.above !== undefined) number = number.gt(spec.above);
      if (spec.below !== undefined) number = number.lt(spec.below);
      return number;
    }
    case "choice":
      return z.enum(spec.of);
    case "text":
    case "node":
      return text;
    case "range":
      return range;
    case "weight":
    case "share":
      return weight;
    case "scope":
      return scopeOf(spec.eachPeriod === true);
    case "list":
      return z.array(parameter(spec.of)).min(spec.least ?? 0);
    case "record":
      return z.strictObject(members(spec.members));
    case "either":
      return z.union(spec.of.map(parameter));
  }
}

/** The shapes of the parameters of a method. */
export function members(specs: ParameterSpecs): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(specs).map(([key, spec]) => [
      key,
      spec.optional ? parameter(spec).exactOptional() : parameter(spec),
    ]),
  );
}

/** One shape for each method of a registry. */
function methodsOf<Method>(
  registry: Readonly<Record<string, { parameters: ParameterSpecs }>>,
): z.ZodType<Method> {
  const shapes = Object.entries(registry).map(([method, { parameters }]) =>
    z.strictObject({ method: z.literal(method), ...members(parameters) }),
  );
  return z.discriminatedUnion(
    "method",
    shapes as unknown as [z.core.$ZodTypeDiscriminable],
  ) as unknown as z.ZodType<Method>;
}

/** Shape of a normaliser. */
export const normaliser = methodsOf<Normaliser>(normaliserMethods);

/** Shape of a treatment of outliers. */
export const treatment = methodsOf<Treatment>(treatmentMethods);

/** Shape of an imputation. */
export const imputation = methodsOf<Imputation>(imputationMethods);
