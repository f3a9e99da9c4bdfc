import { type Fault, weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods } from "../aggregates/registry.js";
import { childShares } from "../global-weights.js";
import type { Aggregate, IndexDefinition } from "../index-definition.js";
import type { PartExplanation } from "../index-explanation.js";
import type { NodeResult } from "../index-result.js";
import { childWeights } from "../weightings/child-weights.js";

/** Reasons for which a missing policy puts something in the place of a child. */
const gaps: readonly (Fault | null | undefined)[] = ["missing", "insufficient-coverage"];

/** What the children of an aggregate are for one unit. */
export interface UnitChildren {
  /** Values, with what the missing policy put in the place of missing ones; `null` where nothing stands. */
  readonly values: readonly (number | null)[];
  /** Whether the value was put in by the policy. */
  readonly filled: readonly boolean[];
  /** Weights of this unit as written, `null` where there are none. */
  readonly weights: readonly (number | null)[];
}

/** The children of an aggregate for one unit, as the computation saw them. */
export function unitChildren(
  definition: IndexDefinition,
  id: string,
  node: Aggregate,
  at: (id: string) => NodeResult,
  row: number,
): UnitChildren {
  const { weights } = childWeights(definition, id, node);
  const byColumn = at(id).weights;
  const unitWeights = node.children.map((child, index) => {
    if (aggregateMethods[node.method].weights === "none") return null;
    if (child.weightColumn !== undefined) return byColumn?.[child.node]?.[row] ?? null;
    return weights ? weightToNumber(weights[index] ?? 1) : null;
  });
  const own = node.children.map((child) => at(child.node).values[row] ?? null);
  const fill = fillFor(definition, node, own, unitWeights);
  const filled = node.children.map(
    (child, index) => fill !== null && own[index] === null && gaps.includes(at(child.node).reasons?.[row]),
  );
  return {
    values: own.map((value, index) => (filled[index] ? fill : value)),
    filled,
    weights: unitWeights,
  };
}

function fillFor(
  { scale }: IndexDefinition,
  { missing, method }: Aggregate,
  values: readonly (number | null)[],
  weights: readonly (number | null)[],
): number | null {
  switch (missing.policy) {
    case "zero":
      return 0;
    case "constant":
      return missing.value;
    case "worst":
      return scale.lower;
    case "best":
      return scale.upper;
    case "mean-of-others": {
      const relative = aggregateMethods[method].weights === "relative";
      let sum = 0;
      let total = 0;
      values.forEach((value, index) => {
        if (value === null) return;
        const weight = relative ? (weights[index] ?? 1) : 1;
        sum += weight * value;
        total += weight;
      });
      return total === 0 ? null : sum / total;
    }
    default:
      return null;
  }
}

/** Shares of the children for one unit after renormalising; `null` where the node has no value or no shares. */
export function unitShares(
  node: Aggregate,
  value: number | null,
  { values, weights }: UnitChildren,
): readonly (number | null)[] {
  const none = node.children.map(() => null);
  if (value === null || weights.some((weight, index) => weight === null && values[index] !== null))
    return none;
  const counted = weights.map((weight, index) => (values[index] === null ? 0 : (weight ?? 0)));
  const sum = counted.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? none : counted.map((weight) => weight / sum);
}

/** How each child of an aggregate enters it, for one unit. */
export function aggregateParts(
  definition: IndexDefinition,
  id: string,
  node: Aggregate,
  value: number | null,
  children: UnitChildren,
): readonly PartExplanation[] {
  const { contribution: kind, partOf, weights: weighed } = aggregateMethods[node.method];
  const nominal = childShares(definition, id, node);
  const effective = unitShares(node, value, children);
  return node.children.map((child, index): PartExplanation => {
    const own = children.values[index] ?? null;
    const share = effective[index] ?? null;
    const weight = weighed === "absolute" ? (children.weights[index] ?? null) : share;
    const part =
      kind === "none" || share === null || weight === null ? null : own === null ? 0 : partOf(weight, own);
    return {
      node: child.node,
      raw: false,
      value: children.filled[index] ? null : own,
      ...(children.filled[index] ? { filled: own } : {}),
      ...(child.weight === undefined ? {} : { weightAsWritten: child.weight }),
      ...(child.weightColumn === undefined ? {} : { weightColumn: child.weightColumn }),
      weight: nominal[index] ?? null,
      effectiveWeight: share,
      contribution: part === null || kind === "none" ? null : { kind, value: part },
    };
  });
}
