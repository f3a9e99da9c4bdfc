import { type Condition, type Expression, weightToNumber } from "@cxmetrics/formula";
import type { Range } from "../../read/range.js";
import type { PointsChild, PointsNode } from "./points-node.js";

/** The points of the node: those of its children added up, scaled to full marks where some are left out. */
export function lowerPoints(node: PointsNode, scale: Range): Expression {
  const points = node.children.map((child) => countedPoints(node, child, scale));
  const leavesOut = node.notApplicable === "prorated" || node.missing.policy === "prorated";
  const sum: Expression = {
    op: "add",
    of: points,
    missing: node.missing.policy === "prorated" ? "skip" : "propagate",
  };
  if (!leavesOut) return sum;
  const attainable = node.children.map(
    (child, index): Expression => ({
      op: "multiply",
      of: [child.maximum, { op: "available", as: "count", of: [points[index] as Expression] }],
    }),
  );
  const scaled: Expression = {
    op: "divide",
    of: [
      { op: "multiply", of: [node.maximum, sum] },
      { op: "add", of: attainable, missing: "propagate" },
    ],
  };
  if (node.missing.policy === "propagate" || weightToNumber(node.missing.minimumAvailable) === 0)
    return scaled;
  const available: Expression = {
    op: "available",
    as: "share",
    of: points,
    weights: node.children.map((child) => child.maximum),
  };
  return chosen({ compare: ">=", of: [available, node.missing.minimumAvailable] }, scaled, {
    op: "absent",
    reason: "missing",
  });
}

/** The points of one child, before anything is said about those that are out of range, not applicable or missing. */
export function givenPoints({ node, maximum, given }: PointsChild, scale: Range): Expression {
  if (given === "points") return node;
  if (given === "share") return { op: "multiply", of: [maximum, node] };
  const above: Expression = scale.lower === 0 ? node : { op: "subtract", of: [node, scale.lower] };
  return { op: "divide", of: [{ op: "multiply", of: [maximum, above] }, scale.upper - scale.lower] };
}

/** The points of one child as they enter the sum. */
export function countedPoints(
  { notApplicable, outOfRange }: PointsNode,
  child: PointsChild,
  scale: Range,
): Expression {
  const given = givenPoints(child, scale);
  const kept: Expression =
    outOfRange === "cap"
      ? { op: "clamp", of: [given], lower: 0, upper: child.maximum }
      : chosen(
          {
            all: [
              { compare: ">=", of: [given, 0] },
              { compare: "<=", of: [given, child.maximum] },
            ],
          },
          given,
          { op: "absent", reason: "missing" },
        );
  if (notApplicable === "prorated") return kept;
  return {
    op: "coalesce",
    of: [kept, notApplicable === "full" ? child.maximum : 0],
    for: ["not-applicable"],
  };
}

function chosen(when: Condition, yes: Expression, no: Expression): Expression {
  // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
  return { op: "if", when, then: yes, else: no };
}
