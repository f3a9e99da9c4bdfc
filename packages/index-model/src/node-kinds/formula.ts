import { parseExpression } from "@cxmetrics/formula";
import { expressionColumns, expressionLinks } from "../expression-links.js";
import type { Formula } from "../index-definition.js";
import type { NodeKind } from "./node-kind.js";

/** A formula over other nodes: products, ratios, differences, rounding, gates. */
export const formula: NodeKind<Formula> = {
  kind: "formula",
  title: { en: "Formula", zh: "公式" },
  members: { required: ["expression"], optional: [] },
  read: (record, path) => {
    parseExpression(record["expression"], [...path, "expression"]);
  },
  links: (node) => expressionLinks(node.expression).map((link) => ({ ...link, at: ["expression"] })),
  tableColumns: (node) => expressionColumns(node.expression),
  lower: (_definition, _id, node) => node.expression,
  methodKind: () => "row",
};
