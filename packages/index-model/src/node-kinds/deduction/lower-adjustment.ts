import type { Clamp, Expression } from "@cxmetrics/formula";
import type { BonusNode, DeductionNode, PointAdjustment, PointItem } from "./deduction-node.js";

/** Points of one item; one that is not applicable gives none. */
function lowerItem({ of, each = 0, steps, atMost }: PointItem): Expression {
  const points: Expression = steps
    ? {
        op: "step",
        of: [of],
        steps: steps.map(({ from, points }) => [from, points] as const),
        boundary: "lower-included",
        below: 0,
      }
    : { op: "multiply", of: [each, of] };
  const kept = limited(points, { lower: 0, ...(atMost === undefined ? {} : { upper: atMost }) });
  return { op: "coalesce", of: [kept, 0], for: ["not-applicable"] };
}

/** Points of all items together. */
function lowerAmount({ items, atMost }: PointAdjustment): Expression {
  const points = items.map(lowerItem);
  const sum: Expression = points.length === 1 ? (points[0] as Expression) : { op: "add", of: points };
  return limited(sum, atMost === undefined ? {} : { upper: atMost });
}

/** The score after the points were taken off. */
export function lowerDeduction(node: DeductionNode): Expression {
  return limited({ op: "subtract", of: [node.from, lowerAmount(node)] }, node.limits ?? {});
}

/** The score after the points were added. */
export function lowerBonus(node: BonusNode): Expression {
  return limited({ op: "add", of: [node.to, lowerAmount(node)] }, node.limits ?? {});
}

/** All points together, and those of every item. */
export function adjustmentOutputs(node: PointAdjustment): Readonly<Record<string, Expression>> {
  return {
    amount: lowerAmount(node),
    ...Object.fromEntries(node.items.map((item) => [item.id, lowerItem(item)])),
  };
}

function limited(value: Expression, bounds: Omit<Clamp, "op" | "of">): Expression {
  return bounds.lower === undefined && bounds.upper === undefined
    ? value
    : { op: "clamp", of: [value], ...bounds };
}
