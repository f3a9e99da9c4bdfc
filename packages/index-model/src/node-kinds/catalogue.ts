import type { LocalizedText } from "@cxmetrics/definition";
import { frozenCopy } from "../frozen-copy.js";
import type { KindEntry } from "./kind-entry.js";
import { nodeKinds } from "./registry.js";

/**
 * Every kind of node that says a convention of evaluations by name, with title, formula, source, edge cases and a worked
 * example: let, points, deduction, bonus, gate, membership, synthesis, defuzzify, rescale.
 *
 * @example
 * ```ts
 * nodeKindEntries["deduction"].example.value; // => 76
 * ```
 */
export const nodeKindEntries: Readonly<Record<string, KindEntry & { readonly title: LocalizedText }>> =
  Object.fromEntries(
    Object.values(nodeKinds).flatMap((kind) => {
      const entry = "entry" in kind ? (kind.entry as KindEntry) : undefined;
      if (entry === undefined) return [];
      const told = frozenCopy({ title: kind.title, ...entry }) as KindEntry & {
        readonly title: LocalizedText;
      };
      return [[kind.kind, told] as const];
    }),
  );
