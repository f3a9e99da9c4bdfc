import { type Expression, weightToNumber } from "@cxmetrics/formula";
import type { Aggregate, IndexDefinition } from "../index-definition.js";
import { type ChildWeights, childWeights } from "../weightings/child-weights.js";
import type { Operands } from "./operands.js";
import { aggregateMethods } from "./registry.js";

/** The value of an aggregate as a formula over its children. */
export function lowerAggregate(definition: IndexDefinition, id: string, node: Aggregate): Expression {
  return aggregateMethods[node.method].lower(node, operandsOf(definition, id, node));
}

/** What an aggregate combines, after its missing policy. */
function operandsOf(definition: IndexDefinition, id: string, node: Aggregate): Operands {
  const given = childWeights(definition, id, node);
  const { missing } = node;
  const rest = {
    weights: given.weights,
    weightFormulas: given.formulas,
    missing: missing.policy === "renormalise" ? ("renormalise" as const) : ("propagate" as const),
    minimumAvailable: missing.policy === "renormalise" ? missing.minimumAvailable : 0,
    minimumCount: missing.policy === "renormalise" ? missing.minimumCount : undefined,
  };
  const names = node.children.map((child) => child.node);
  const fill = fillOf(definition, node, given);
  if (fill === undefined) return { of: names, ...rest };
  return {
    of: names.map((name) => ({
      op: "coalesce",
      of: [name, fill],
      for: ["missing", "insufficient-coverage"],
    })),
    ...rest,
  };
}

/** What stands in for a missing child; `undefined` where nothing does. */
function fillOf(
  definition: IndexDefinition,
  node: Aggregate,
  { weights }: ChildWeights,
): Expression | undefined {
  const { missing, children } = node;
  switch (missing.policy) {
    case "zero":
      return 0;
    case "constant":
      return missing.value;
    case "worst":
      return definition.scale.lower;
    case "best":
      return definition.scale.upper;
    case "mean-of-others": {
      // A child that is missing is not among those that are available, so the mean of these is that of the others.
      const shares = aggregateMethods[node.method].weights === "relative" ? weights : undefined;
      const weighed = shares?.some((weight) => weightToNumber(weight) > 0) ? { weights: shares } : {};
      return {
        op: "power-mean",
        exponent: 1,
        of: children.map((child) => child.node),
        ...weighed,
        missing: "renormalise",
      };
    }
    default:
      return undefined;
  }
}
