import { CxMetricsError } from "@cxmetrics/definition";
import type { Aggregate, IndexDefinition, IndexNode } from "../index-definition.js";
import { linksOf } from "../links-of.js";
import { withValueAt } from "./place-at.js";
import { cannotExclude } from "./problems.js";
import type { Decision } from "./read-factors.js";

/** A definition decided otherwise, unchecked. Views are left off: they change no score, and a node left out has no place in them. */
export function variantOf(document: IndexDefinition, decisions: readonly Decision[]): IndexDefinition {
  const { views: _, ...rest } = document;
  let variant: IndexDefinition = rest;
  for (const { set } of decisions)
    for (const { place, value } of set)
      if (place[0] !== "views") variant = withValueAt(variant, place, value);
  const excluded = decisions.flatMap(({ exclude }) => exclude);
  return withoutSums(excluded.length > 0 ? withoutNodes(variant, new Set(excluded)) : variant, document);
}

/** What weights must sum to holds for the document as written: weights decided otherwise, or fewer of them, are relative. */
function withoutSums(variant: IndexDefinition, document: IndexDefinition): IndexDefinition {
  const touched = Object.entries(variant.nodes).filter(
    ([id, node]) => node.kind === "aggregate" && node.mustSum !== undefined && node !== document.nodes[id],
  );
  if (touched.length === 0) return variant;
  const nodes = new Map<string, IndexNode>(Object.entries(variant.nodes));
  for (const [id, node] of touched) {
    const { mustSum: _, ...rest } = node as Aggregate;
    nodes.set(id, rest);
  }
  return { ...variant, nodes: Object.fromEntries(nodes) };
}

/** A definition whose means lack some nodes. */
function withoutNodes(document: IndexDefinition, excluded: ReadonlySet<string>): IndexDefinition {
  const nodes: [string, IndexNode][] = Object.entries(document.nodes).map(([id, node]) => {
    const children = childrenOf(node);
    if (excluded.has(id) || !children?.some((child) => excluded.has(child.node))) return [id, node];
    const kept = children.filter((child) => !excluded.has(child.node));
    // Full marks and order weights belong to a number of children: without one of them they say nothing.
    const counted = node.kind === "points" || (node.kind === "aggregate" && node.orderWeights !== undefined);
    if (kept.length === 0 || counted) throw refusal([...excluded][0] ?? "", id);
    return [id, Object.assign({}, node, { children: kept })];
  });
  for (const [id, node] of nodes)
    if (!excluded.has(id))
      for (const link of linksOf(node)) if (excluded.has(link.node)) throw refusal(link.node, id);
  if (excluded.has(document.root)) throw refusal(document.root, "root");
  return { ...document, nodes: Object.fromEntries(nodes) };
}

function refusal(node: string, parent: string): CxMetricsError {
  return new CxMetricsError(cannotExclude, { path: ["exclude"], values: { node, parent } });
}

function childrenOf(node: IndexNode): readonly { readonly node: string }[] | undefined {
  const { children } = node as { readonly children?: unknown };
  if (!Array.isArray(children)) return undefined;
  return children.every((child: unknown) => typeof (child as { node?: unknown } | null)?.node === "string")
    ? (children as readonly { readonly node: string }[])
    : undefined;
}
