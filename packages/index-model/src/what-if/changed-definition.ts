import { CxMetricsError, didYouMean, digestOf, refuseUnsafeKeys } from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { readMap } from "../read/map.js";
import { mergePatch } from "./merge-patch.js";
import { notAChild, notAMean } from "./problems.js";

/**
 * A definition with other weights and members. It is nobody's published version, so its own is marked `-what-if`; the same object comes back when
 * nothing changes.
 */
export function changedDefinition(
  definition: IndexDefinition,
  weights: unknown,
  patch: unknown,
): IndexDefinition {
  if (weights === undefined && patch === undefined) return definition;
  refuseUnsafeKeys(weights, ["options", "weights"]);
  refuseUnsafeKeys(patch, ["options", "definitionPatch"]);
  const nodes = new Map<string, IndexNode>(Object.entries(definition.nodes));
  if (weights !== undefined)
    for (const [id, changes] of readMap(weights, ["options", "weights"]))
      nodes.set(id, reweighed(nodeAt(definition, id), id, changes));
  const weighed = { ...definition, nodes: Object.fromEntries(nodes) };
  const patched = patch === undefined ? weighed : mergePatch(weighed, patchOf(patch));
  if (digestOf(patched) === digestOf(definition)) return definition;
  const { version } = patched as { readonly version?: unknown };
  const marked =
    version === definition.version
      ? `${definition.version}${definition.version.includes("-") ? "." : "-"}what-if`
      : version;
  return defineIndex({ ...(patched as object), version: marked });
}

function patchOf(patch: unknown): unknown {
  readMap(patch, ["options", "definitionPatch"]);
  return patch;
}

function reweighed(node: IndexNode, id: string, changes: unknown): IndexNode {
  const path = ["options", "weights", id];
  const children: unknown = Reflect.get(node, "children");
  const listed = Array.isArray(children) ? (children as readonly Readonly<Record<string, unknown>>[]) : [];
  const names = listed.map((child) => String(child["node"]));
  if (listed.length === 0) throw new CxMetricsError(notAMean, { path, values: { node: id } });
  const found = new Map<string, unknown>();
  for (const [child, weight] of readMap(changes, path)) {
    if (!names.includes(child))
      throw new CxMetricsError(notAChild, {
        path: [...path, child],
        values: { child: child.slice(0, 60), node: id, hint: didYouMean(child, names) },
      });
    found.set(child, weight);
  }
  const weighed = listed.map((child, index) => {
    const name = names[index] as string;
    return found.has(name) ? { ...child, weight: found.get(name) } : child;
  });
  // What the weights must sum to holds for the document as written; here they are relative.
  const { mustSum: _, ...rest } = node as IndexNode & { readonly mustSum?: unknown };
  return Object.assign({}, rest, { children: weighed }) as IndexNode;
}
