import type { Expression } from "@cxmetrics/formula";
import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import type { Aggregate, IndexDefinition, Weight } from "../index-definition.js";
import { columnName } from "../node-id.js";
import { givenWeights, weightingNeedsFit } from "./registry.js";

/** The weights of the children of a node. */
export interface ChildWeights {
  /** Numbers or rationals; `undefined` where a column of the table gives them, or a fit that has not been made. */
  readonly weights: readonly Weight[] | undefined;
  /** The same as formulas: numbers, rationals, or names. */
  readonly formulas: readonly Expression[];
}

/** Where the weights of a node stand: written, worked out from evidence, fitted, or in a column of the table. */
export function childWeights(definition: IndexDefinition, id: string, node: Aggregate): ChildWeights {
  const { children, weighting } = node;
  const worked = weighting && weightsOf(definition, id, node);
  const formulas = children.map(({ node: child, weight, weightColumn }, index): Expression => {
    if (weighting) return worked?.[index] ?? `${id}.weight.${child}`;
    return weightColumn === undefined ? (weight ?? 1) : columnName(weightColumn);
  });
  const known = weighting
    ? worked !== undefined
    : children.every((child) => child.weightColumn === undefined);
  return { weights: known ? (formulas as readonly Weight[]) : undefined, formulas };
}

function weightsOf(
  definition: IndexDefinition,
  id: string,
  { children, weighting }: Aggregate,
): readonly number[] | undefined {
  if (!weighting) return undefined;
  if (weightingNeedsFit(weighting)) return fittedNodeOf(definition, id)?.weights;
  const outcome = givenWeights(
    weighting,
    children.map((child) => child.node),
  );
  return outcome.status === "ok" ? outcome.weights : undefined;
}
