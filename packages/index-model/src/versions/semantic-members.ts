import { rational, weightToNumber } from "@cxmetrics/formula";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { exactShares, fractionOf, fractionText } from "./fraction.js";
import { isWording, withoutWording } from "./wording.js";

/** What a node computes, member by member: defaults resolved, wording left out, references put through `refer`. */
export type SemanticMembers = Readonly<Record<string, unknown>>;

/** Means that weights enter only as shares, and whose children may stand in any order. */
const shareMethods = new Set(["arithmetic-mean", "geometric-mean", "harmonic-mean", "power-mean"]);

/** Members whose texts are never ids of nodes. */
const noReferences = new Set([
  "normalise",
  "impute",
  "treat",
  "column",
  "lag",
  "transform",
  "attribute",
  "values",
  "unit",
  "source",
  "kind",
  "method",
  "op",
  "compare",
  "mode",
  "policy",
  "cap",
]);

/**
 * The members of a node as far as they enter a score. Two nodes with equal members, on equal inputs, have equal values. Kinds and
 * members that are not known here are kept as written, so that any change of them counts as one.
 */
export function semanticMembers(
  definition: IndexDefinition,
  id: string,
  refer: (node: string) => string,
): SemanticMembers {
  const node: Readonly<Record<string, unknown>> = { ...nodeAt(definition, id) };
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(node)) {
    // Tags are read by views alone, which are compared by themselves.
    if (isWording(key, value) || (key === "tags" && node["kind"] === "indicator")) continue;
    // The template from which a node was made; what it was made into is compared by itself.
    if (key === "origin") continue;
    members.set(key, referring(withoutWording(value), key, definition, refer));
  }
  if (node["kind"] === "indicator") {
    members.set("column", node["column"] ?? id);
    members.set("normalise", resolvedNormaliser(members.get("normalise"), definition));
    if (node["appliesTo"] !== undefined) members.set("appliesTo", asSet(members.get("appliesTo")));
  }
  if (node["kind"] === "aggregate" && shareMethods.has(String(node["method"]))) {
    // What the weights must sum to is checked when the document is read, and enters no score.
    members.delete("mustSum");
    const { policy, minimumCount } = (members.get("missing") ?? {}) as Readonly<Record<string, unknown>>;
    const counted = (policy !== "propagate" && policy !== "renormalise") || minimumCount !== undefined;
    const children = inShares(members.get("children"), counted);
    if (children) members.set("children", children);
    if (members.has("missing")) members.set("missing", exactMembers(members.get("missing")));
  }
  if (node["kind"] === "formula") members.set("expression", constantsAsNumbers(members.get("expression")));
  return Object.fromEntries(members);
}

/** Puts every text that is the id of a node, or begins with one and a dot, through `refer`. */
export function referring(
  value: unknown,
  key: string,
  definition: IndexDefinition,
  refer: (node: string) => string,
): unknown {
  if (noReferences.has(key)) return value;
  if (typeof value === "string") {
    const dot = value.indexOf(".");
    const head = dot === -1 ? value : value.slice(0, dot);
    return Object.hasOwn(definition.nodes, head) ? `${refer(head)}${value.slice(head.length)}` : value;
  }
  if (Array.isArray(value)) return value.map((item) => referring(item, key, definition, refer));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, referring(member, name, definition, refer)]),
  );
}

function resolvedNormaliser(value: unknown, definition: IndexDefinition): unknown {
  const parameters = value as Readonly<Record<string, unknown>>;
  const { method } = parameters;
  if (method !== "goalposts" && method !== "log-goalposts") return value;
  return { ...parameters, cap: parameters["cap"] ?? "both", onto: parameters["onto"] ?? definition.scale };
}

function asSet(value: unknown): unknown {
  const { values, ...rest } = value as { readonly values?: readonly string[] };
  return Array.isArray(values) ? { ...rest, values: [...new Set(values)].sort() } : value;
}

/** Children of a mean by name with their exact shares; those that weigh nothing are left out unless the policy may count them. */
function inShares(value: unknown, counted: boolean): unknown {
  if (!Array.isArray(value)) return undefined;
  const children = value as readonly Readonly<Record<string, unknown>>[];
  const shares = exactShares(children.map((child) => child["weight"]));
  return shares
    ?.map((share, index) => ({ ...children[index], weight: share }))
    .filter((child) => counted || child.weight !== "0")
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function exactMembers(value: unknown): unknown {
  return Object.fromEntries(
    Object.entries(value as object).map(([key, member]) => {
      const fraction = fractionOf(member);
      return [key, fraction ? fractionText(fraction) : member];
    }),
  );
}

/** A rational text and the number to which it evaluates are the same operand. */
function constantsAsNumbers(value: unknown): unknown {
  if (typeof value === "string") return rational(value) ? weightToNumber(value) : value;
  if (Array.isArray(value)) return value.map(constantsAsNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, constantsAsNumbers(member)]));
}
