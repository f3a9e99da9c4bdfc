import { expectText } from "@cxmetrics/definition";
import { type Column, evaluateColumns } from "@cxmetrics/formula";
import { evaluateFitted } from "../calibration/evaluate-fitted.js";
import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import { fitLeaf, leafNeedsFit } from "../leaf/fit-leaf.js";
import { cappingWarnings } from "../leaf/leaf-warnings.js";
import { lowerCapped, lowerScaled } from "../leaf/lower-leaf.js";
import { readName } from "../node-id.js";
import { normaliserKind, normaliserOf, readNormaliser } from "../normalisers/registry.js";
import { numbersOf } from "../numbers-of.js";
import type { NodeContext, NodeKind } from "./node-kind.js";
import type { RescaleNode } from "./rescale/rescale-node.js";

/** Normalises a node again: a leaf whose raw value is another node. */
export const rescale: NodeKind<RescaleNode> = {
  kind: "rescale",
  title: { en: "Rescaling", zh: "再归一化" },
  members: { required: ["of", "normalise"], optional: [] },
  read: (record, path) => {
    expectText(record["of"], [...path, "of"]);
    readNormaliser(record["normalise"], [...path, "normalise"]);
  },
  links: ({ of }) => [{ ...readName(of), at: ["of"] }],
  tableColumns: ({ normalise }) => normaliserOf(normalise).columns?.(normalise) ?? [],
  lower: (definition, id, node) => {
    const fitted = fittedNodeOf(definition, id);
    return lowerScaled(definition.scale, id, node, lowerCapped(id, node, node.of, fitted), fitted);
  },
  compute: (definition, id, node, context) => {
    const { columns, length, table } = context;
    const x = columnBelow(node, context);
    const fitted = fittedNodeOf(definition, id);
    const capped = evaluateFitted(
      lowerCapped(id, node, "x", fitted),
      new Map([...columns, ["x", x]]),
      length,
    );
    const scaled = lowerScaled(definition.scale, id, node, "x", fitted);
    const value =
      scaled === undefined
        ? (normaliserOf(node.normalise).compute?.(node.normalise, x, definition.scale, { table, length }) ??
          x)
        : evaluateFitted(scaled, new Map([...columns, ["x", capped]]), length);
    const count = x.values.reduce((sum, own, row) => sum + (own === capped.values[row] ? 0 : 1), 0);
    return {
      value,
      ...(count === 0 ? {} : { told: () => ({ capped: numbersOf(capped) }) }),
      warnings: cappingWarnings(id, count),
    };
  },
  needsFit: leafNeedsFit,
  fit: (_definition, id, node, context) => {
    const fit = fitLeaf(id, node, context.table);
    fit.stage("normalise", columnBelow(node, context));
    return fit.node();
  },
  methodKind: ({ normalise }) => normaliserKind(normalise),
  describe: (_definition, _id, { normalise }) => normaliserOf(normalise).title,
  entry: {
    formula: String.raw`f(x) \text{ with } x \text{ the value of another node, } f \text{ a normaliser}`,
    source: "Min–max over the sub-index: United Nations E-Government Survey, technical appendix",
    edgeCases: {
      en: "As for the normaliser. A node without a value stays without one and does not enter the reference population.",
      zh: "同所用归一化方法。无值的节点仍无值，也不计入参照总体。",
    },
    example: {
      node: { kind: "rescale", of: "mean", normalise: { method: "goalposts", worst: -2, best: 3 } },
      inputs: { mean: 1 },
      value: 60,
    },
  },
};

/** The values that are normalised. */
function columnBelow({ of }: RescaleNode, { columns, length }: NodeContext): Column {
  return evaluateColumns(of, columns, length);
}
