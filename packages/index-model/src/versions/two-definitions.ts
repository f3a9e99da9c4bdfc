import type { IndexDefinition } from "../index-definition.js";
import { findRenames } from "./find-renames.js";
import { fingerprints } from "./fingerprints.js";
import { publishedNodes, restingOn } from "./published-figures.js";

/** Two definitions seen together: which node is which, and which changes reach a published figure. */
export interface TwoDefinitions {
  readonly a: IndexDefinition;
  readonly b: IndexDefinition;
  readonly prints: { readonly a: ReadonlyMap<string, string>; readonly b: ReadonlyMap<string, string> };
  /** New id by old id, of renamed nodes alone. */
  readonly renames: ReadonlyMap<string, string>;
  /** What the second definition calls a node of the first. */
  readonly newName: (id: string) => string;
  /** Whether a node of the first (`a`) or second (`b`) definition feeds a published figure that computes something else now. */
  readonly feedsChange: (side: "a" | "b", id: string) => boolean;
}

/** Brings two checked definitions together. */
export function twoDefinitions(a: IndexDefinition, b: IndexDefinition): TwoDefinitions {
  const prints = { a: fingerprints(a), b: fingerprints(b) };
  const renames = findRenames(a, b, prints);
  const newName = (id: string) => renames.get(id) ?? id;
  const before = publishedNodes(a, newName);
  const after = publishedNodes(b, (id) => id);
  const changed = [...before].filter(([role, id]) => {
    const now = after.get(role);
    return now !== undefined && prints.a.get(id) !== prints.b.get(now);
  });
  const feeding = {
    a: restingOn(
      a,
      changed.map(([, id]) => id),
    ),
    b: restingOn(
      b,
      changed.map(([role]) => after.get(role) as string),
    ),
  };
  return { a, b, prints, renames, newName, feedsChange: (side, id) => feeding[side].has(id) };
}
