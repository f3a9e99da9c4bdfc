import type { IndexDefinition, IndexNode } from "../index-definition.js";
import { linksOf } from "../links-of.js";
import { exactShares } from "../versions/fraction.js";
import { referring } from "../versions/semantic-members.js";
import type { RevisionAspect } from "./change-attribution.js";

/** Aspects of a definition that can be revised by themselves. */
export const revisionAspects: readonly RevisionAspect[] = [
  "membership",
  "goalposts",
  "methods",
  "weights",
  "other",
];

/** The definition in the names of a later one, without what stands beside scores; leaves keep the column that they read. */
export function inNamesOf(definition: IndexDefinition, newName: (id: string) => string): IndexDefinition {
  const { outputs: _, views: __, grades: ___, ...rest } = definition;
  const nodes = Object.entries(definition.nodes).map(([id, node]) => {
    const { title, provenance, ...members } = node;
    const renamed = Object.entries(members).map(([key, member]) => [
      key,
      referring(member, key, definition, newName),
    ]);
    const column = node.kind === "indicator" ? { column: node.column ?? id } : {};
    return [newName(id), { title, provenance, ...Object.fromEntries(renamed), ...column }] as const;
  });
  return { ...rest, root: newName(definition.root), nodes: Object.fromEntries(nodes) } as IndexDefinition;
}

/**
 * The definition `a` with the given aspects of `b`, both in the same names. `membership` is which nodes there are, which children a mean has and the root;
 * `goalposts` all that turns a raw value into that of a leaf; `weights` the shares of children; `methods` means, policies and formulas; `other` what
 * stands outside the nodes. A child that only one of them has weighs its share there.
 */
export function hybridDefinition(
  a: IndexDefinition,
  b: IndexDefinition,
  moved: (aspect: RevisionAspect) => boolean,
): IndexDefinition {
  const side = (aspect: RevisionAspect) => (moved(aspect) ? b : a);
  const members = side("membership");
  const at = (definition: IndexDefinition, id: string): IndexNode | undefined =>
    Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined;
  const nodes = Object.keys(members.nodes).map((id) => {
    const own = at(members, id) as IndexNode;
    const other = at(members === a ? b : a, id);
    if (!other || other.kind !== own.kind) return [id, own] as const;
    if (own.kind === "indicator") return [id, at(side("goalposts"), id) as IndexNode] as const;
    const method = at(side("methods"), id) as IndexNode;
    if (own.kind !== "aggregate") {
      const known = linksOf(method).every((link) => Object.hasOwn(members.nodes, link.node));
      return [id, known ? method : own] as const;
    }
    const children = weighed(childrenOf(own), childrenOf(at(side("weights"), id)));
    return [id, { ...method, children } as IndexNode] as const;
  });
  const { nodes: _, root: __, ...head } = side("other");
  return { ...head, root: members.root, nodes: Object.fromEntries(nodes) } as IndexDefinition;
}

type Child = Readonly<Record<string, unknown>>;

function childrenOf(node: IndexNode | undefined): readonly Child[] {
  const children: unknown = node && Reflect.get(node, "children");
  return Array.isArray(children) ? (children as readonly Child[]) : [];
}

/** The children of one list with the weights of the other, share by share where the two lists are not of the same children. */
function weighed(own: readonly Child[], weights: readonly Child[]): readonly Child[] {
  if (own === weights) return own;
  const found = new Map(weights.map((child, index) => [child["node"], index]));
  const same = own.length === weights.length && own.every((child) => found.has(child["node"]));
  const ownShares = exactShares(own.map((child) => child["weight"]));
  const shares = exactShares(weights.map((child) => child["weight"]));
  return own.map((child, index) => {
    const place = found.get(child["node"]);
    if (same && place !== undefined) return weights[place] as Child;
    if (!ownShares || !shares) return child;
    return { ...child, weight: asWeight(place === undefined ? ownShares[index] : shares[place]) };
  });
}

/** A share as a weight; fractions with more digits than a number holds become numbers. */
function asWeight(share: string | undefined): string | number {
  const [above = "0", below = "1"] = (share ?? "0").split("/");
  return above.length > 15 || below.length > 15 ? Number(above) / Number(below) : `${above}/${below}`;
}
