import { digestOf } from "@cxmetrics/definition";
import { findWeightBase } from "../find-weight-base.js";
import type { IndexDefinition } from "../index-definition.js";
import { linksOf } from "../links-of.js";
import { nodeAt } from "../node-at.js";
import { tagOf } from "../tag-of.js";

/** Nodes whose values a reader is told, by the role in which they are told: the root, outputs, grades, weights of views. */
export function publishedNodes(
  definition: IndexDefinition,
  newName: (id: string) => string,
): ReadonlyMap<string, string> {
  const { root, outputs = [], grades, views = {} } = definition;
  const told = new Map([["root", root]]);
  for (const id of outputs) told.set(`output ${newName(id)}`, id);
  if (grades) told.set("grades", grades.of);
  for (const { node } of grades?.bands.flatMap((band) => band.conditions ?? []) ?? [])
    told.set(`condition ${newName(node)}`, node);
  for (const id of Object.keys(views)) told.set(`view ${id}`, baseOfView(definition, id));
  return told;
}

/** What the values of a view rest on, as a digest; equal digests mean equal values of every group. */
export function viewPrint(
  definition: IndexDefinition,
  id: string,
  prints: ReadonlyMap<string, string>,
): string {
  const view = definition.views?.[id];
  if (!view) return "none";
  const leaves = Object.entries(definition.nodes)
    .map(([leaf, node]) => [prints.get(leaf), tagOf(node, view.tag) ?? null])
    .filter(([, group]) => group !== null)
    .map((pair) => JSON.stringify(pair))
    .sort();
  return digestOf([prints.get(baseOfView(definition, id)) ?? null, Object.keys(view.groups).sort(), leaves]);
}

/** The nodes on which the given ones rest, themselves included. */
export function restingOn(definition: IndexDefinition, starts: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const link of linksOf(nodeAt(definition, id))) reached.add(link.node);
  return reached;
}

function baseOfView(definition: IndexDefinition, id: string): string {
  return definition.views?.[id]?.of ?? findWeightBase(definition) ?? definition.root;
}
