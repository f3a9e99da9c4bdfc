import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import { expressionColumns } from "../expression-links.js";
import { imputationOf } from "../imputations/registry.js";
import type { Indicator } from "../index-definition.js";
import { leafNeedsFit } from "../leaf/fit-leaf.js";
import { leafColumns } from "../leaf/leaf-columns.js";
import { leafLists } from "../leaf/leaf-lists.js";
import { leafWarnings } from "../leaf/leaf-warnings.js";
import { lowerLeaf } from "../leaf/lower-leaf.js";
import type { MethodKind } from "../method-kind.js";
import { normaliserKind, normaliserOf } from "../normalisers/registry.js";
import { readIndicator } from "../read/indicator.js";
import type { NodeKind } from "./node-kind.js";

/** A leaf: one column of the table, step by step to a node value. */
export const indicator: NodeKind<Indicator> = {
  kind: "indicator",
  title: { en: "Indicator", zh: "指标" },
  members: {
    required: ["unit", "source", "normalise"],
    optional: [
      "column",
      "appliesTo",
      "tags",
      "codes",
      "adjustments",
      "evidence",
      "lag",
      "transform",
      "impute",
      "treat",
    ],
  },
  read: readIndicator,
  links: () => [],
  attributes: (node) => [
    ...(node.appliesTo ? [node.appliesTo.attribute] : []),
    ...(node.evidence?.stated ?? []),
    ...(node.impute ? (imputationOf(node.impute).attributes?.(node.impute) ?? []) : []),
  ],
  tableColumns: (node) => [
    ...(node.evidence?.conditions ?? []).map((condition) => condition.column),
    ...(node.lag === undefined ? [] : [node.lag]),
    ...(node.transform === undefined ? [] : expressionColumns(node.transform)),
    ...(node.impute ? (imputationOf(node.impute).columns?.(node.impute) ?? []) : []),
    ...(normaliserOf(node.normalise).columns?.(node.normalise) ?? []),
  ],
  lower: lowerLeaf,
  compute: (definition, id, node, context) => {
    const leaf = leafColumns(definition, id, node, context, fittedNodeOf(definition, id));
    return {
      value: leaf.value,
      named: { raw: leaf.raw, capped: leaf.capped },
      untold: ["raw", "capped"],
      told: () => leafLists(node, leaf),
      warnings: leafWarnings(id, leaf),
    };
  },
  needsFit: leafNeedsFit,
  fit: (definition, id, node, context) =>
    leafColumns(definition, id, node, context, "fit").fitted ?? { n: {} },
  methodKind: (node): MethodKind => {
    const normaliser = normaliserKind(node.normalise);
    const imputation = node.impute ? imputationOf(node.impute).kind : "row";
    if (normaliser === "cohort" || imputation === "cohort") return "cohort";
    return leafNeedsFit(node) ? "fit" : "row";
  },
};
