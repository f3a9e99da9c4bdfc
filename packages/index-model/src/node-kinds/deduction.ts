import { expectText } from "@cxmetrics/definition";
import { expressionColumns, expressionLinks } from "../expression-links.js";
import type { BonusNode, DeductionNode, PointAdjustment } from "./deduction/deduction-node.js";
import { adjustmentOutputs, lowerBonus, lowerDeduction } from "./deduction/lower-adjustment.js";
import { readAdjustment } from "./deduction/read-adjustment.js";
import type { KindEntry } from "./kind-entry.js";
import type { NodeKind, NodeLink } from "./node-kind.js";

const itemLinks = (node: PointAdjustment): readonly NodeLink[] =>
  node.items.flatMap((item, index) =>
    expressionLinks(item.of).map((link) => ({ ...link, at: ["items", index, "of"] })),
  );
const itemColumns = (node: PointAdjustment) => node.items.flatMap((item) => expressionColumns(item.of));
const names = (node: PointAdjustment) => ["amount", ...node.items.map((item) => item.id)];

const edgeCases: KindEntry["edgeCases"] = {
  en: "Counts below 0 count as 0. An item that is not applicable gives no points; one that is missing leaves the score without a value. Steps are half-open: a bound belongs to the step above it.",
  zh: "低于 0 的数量按 0 计。不适用的项目不计分；缺失的项目使得分无值。分档为左闭右开：边界值归上一档。",
};
const source =
  "Deductions and bonuses (扣分, 加分) as used in Chinese evaluation practice; caps and order are named parameters";

/** Takes points off a score. */
export const deduction: NodeKind<DeductionNode> = {
  kind: "deduction",
  title: { en: "Deduction", zh: "扣分" },
  members: { required: ["from", "items"], optional: ["atMost", "limits"] },
  read: (record, path) => {
    expectText(record["from"], [...path, "from"]);
    readAdjustment(record, path);
  },
  links: (node) => [{ node: node.from, raw: false, at: ["from"] }, ...itemLinks(node)],
  tableColumns: itemColumns,
  lower: (_definition, _id, node) => lowerDeduction(node),
  outputs: (_definition, _id, node) => adjustmentOutputs(node),
  outputNames: names,
  methodKind: () => "row",
  entry: {
    formula: String.raw`\min\bigl(U, \max\bigl(L, S - \min(D, \textstyle\sum_k d_k)\bigr)\bigr)`,
    source,
    edgeCases,
    example: {
      node: {
        kind: "deduction",
        from: "mean",
        items: [
          { id: "late", of: "late", each: 1 },
          {
            id: "outage",
            of: "hours",
            steps: [
              { from: 1, points: 0.5 },
              { from: 4, points: 2 },
            ],
          },
        ],
        atMost: 5,
      },
      inputs: { mean: 80, late: 2, hours: 4 },
      value: 76,
    },
  },
};

/** Adds points to a score. */
export const bonus: NodeKind<BonusNode> = {
  kind: "bonus",
  title: { en: "Bonus", zh: "加分" },
  members: { required: ["to", "items"], optional: ["atMost", "limits"] },
  read: (record, path) => {
    expectText(record["to"], [...path, "to"]);
    readAdjustment(record, path);
  },
  links: (node) => [{ node: node.to, raw: false, at: ["to"] }, ...itemLinks(node)],
  tableColumns: itemColumns,
  lower: (_definition, _id, node) => lowerBonus(node),
  outputs: (_definition, _id, node) => adjustmentOutputs(node),
  outputNames: names,
  methodKind: () => "row",
  entry: {
    formula: String.raw`\min\bigl(U, \max\bigl(L, S + \min(B, \textstyle\sum_k b_k)\bigr)\bigr)`,
    source,
    edgeCases,
    example: {
      node: {
        kind: "bonus",
        to: "score",
        items: [{ id: "certificate", of: "certificates", each: 2 }],
        atMost: 3,
        limits: { upper: 100 },
      },
      inputs: { score: 90, certificates: 2 },
      value: 93,
    },
  },
};
