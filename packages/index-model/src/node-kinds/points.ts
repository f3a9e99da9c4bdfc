import { evaluateColumns, faultCode } from "@cxmetrics/formula";
import type { IndexDefinition } from "../index-definition.js";
import { warning } from "../warning.js";
import type { NodeContext, NodeKind } from "./node-kind.js";
import { countedPoints, givenPoints, lowerPoints } from "./points/lower-points.js";
import type { PointsChild, PointsNode } from "./points/points-node.js";
import { readPoints } from "./points/read-points.js";

/** Units whose points of one child lie below 0 or above its maximum. */
function outsideCount({ scale }: IndexDefinition, child: PointsChild, context: NodeContext): number {
  const { values, fault } = evaluateColumns(givenPoints(child, scale), context.columns, context.length);
  let count = 0;
  for (let row = 0; row < context.length; row += 1) {
    const points = values[row] as number;
    if (fault[row] === faultCode.none && (points < 0 || points > child.maximum)) count += 1;
  }
  return count;
}

/** Scoring by full marks. */
export const points: NodeKind<PointsNode> = {
  kind: "points",
  title: { en: "Full marks", zh: "满分制" },
  members: { required: ["maximum", "children", "notApplicable", "missing", "outOfRange"], optional: [] },
  read: readPoints,
  links: (node) =>
    node.children.map((child, index) => ({ node: child.node, raw: false, at: ["children", index, "node"] })),
  lower: (definition, _id, node) => lowerPoints(node, definition.scale),
  outputs: (definition, _id, node) =>
    Object.fromEntries(
      node.children.map((child) => [child.node, countedPoints(node, child, definition.scale)] as const),
    ),
  outputNames: (node) => node.children.map((child) => child.node),
  compute: (definition, _id, node, context) => ({
    value: evaluateColumns(lowerPoints(node, definition.scale), context.columns, context.length),
    named: Object.fromEntries(
      node.children.map((child) => {
        const counted = countedPoints(node, child, definition.scale);
        return [child.node, evaluateColumns(counted, context.columns, context.length)] as const;
      }),
    ),
    warnings: node.children.flatMap((child) => {
      const count = outsideCount(definition, child, context);
      return count === 0
        ? []
        : [
            warning(
              "index.points-out-of-range",
              node.outOfRange === "cap"
                ? {
                    en: '"{node}" had points below 0 or above its maximum of {maximum} in {count} units; they were set to the bound.',
                    zh: "“{node}” 有 {count} 个对象的得分低于 0 或高于满分 {maximum}，已按边界计。",
                  }
                : {
                    en: '"{node}" had points below 0 or above its maximum of {maximum} in {count} units; they were taken for missing.',
                    zh: "“{node}” 有 {count} 个对象的得分低于 0 或高于满分 {maximum}，已按缺失处理。",
                  },
              { node: child.node, maximum: child.maximum, count },
            ),
          ];
    }),
  }),
  methodKind: () => "row",
  entry: {
    formula: String.raw`M \cdot \frac{\sum_{j \in A} p_j}{\sum_{j \in A} M_j}, \quad \sum_j M_j = M`,
    source:
      "Full-marks scoring (满分制) as used in Chinese service and website evaluations; the conventions for parts that do not apply are named parameters",
    edgeCases: {
      en: "The maxima of the children sum to the maximum of the node. A child that is not applicable is prorated, counts full or counts zero. Points below 0 or above the maximum are named in a warning. Under `full`, a unit to which nothing applies has full marks.",
      zh: "各子项满分之和等于本项满分。不适用的子项按比例折算、按满分计或按零分计。低于 0 或高于满分的得分在警告中指明。选择 full 时，全部子项不适用的对象得满分。",
    },
    example: {
      node: {
        kind: "points",
        maximum: 50,
        children: [
          { node: "hall", maximum: 30, given: "points" },
          { node: "queue", maximum: 20, given: "share" },
        ],
        notApplicable: "prorated",
        missing: { policy: "propagate" },
        outOfRange: "missing",
      },
      inputs: { hall: 24, queue: 0.9 },
      value: 42,
    },
  },
};
