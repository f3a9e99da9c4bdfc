import { aggregateMethods } from "../aggregates/registry.js";
import { findWeightBase } from "../find-weight-base.js";
import { childShares, globalWeights } from "../global-weights.js";
import type { Aggregate, AggregateChild } from "../index-definition.js";
import { linksOf } from "../links-of.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { weightMethods } from "../weights/registry.js";
import { escapeMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";
import { showPercent } from "./show-number.js";

/** The tree as an indented list, with each weight as written, inside its parent and inside the index. */
export function structureSection(page: PageContext): string {
  const { document, words, titleOf } = page;
  const base = findWeightBase(document);
  const global =
    base === undefined ? undefined : globalWeights(document, orderNodes(document.nodes), base).weights;
  const inside = (share: string) =>
    base === undefined || base === document.root ? words.ofIndex(share) : words.ofBase(share, titleOf(base));
  const told = new Set<string>();
  const lines: string[] = [];
  // A stack instead of recursion: a chain of nodes may be longer than the call stack.
  const stack = [{ id: document.root, depth: 0, remark: "" }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { id, depth, remark } = item;
    const node = nodeAt(document, id);
    const again = told.has(id);
    told.add(id);
    const method = node.kind === "aggregate" ? methodsOf(page, node) : [];
    const share = depth > 0 && global?.has(id) ? [inside(showPercent(global.get(id)))] : [];
    const facts = [...(remark ? [remark] : []), ...share, ...method, ...(again ? [words.seeAbove] : [])];
    // Beyond some depth an indented list turns into code blocks for some readers, so it stops growing.
    const indent = "  ".repeat(Math.min(depth, 12));
    const tail = facts.length > 0 ? `${words.colon}${facts.join(words.semicolon)}` : "";
    lines.push(`${indent}- ${titleOf(id)}${words.aside(`\`${id}\``)}${tail}`);
    if (again) continue;
    const shares = node.kind === "aggregate" ? childShares(document, id, node) : [];
    const children =
      node.kind === "aggregate"
        ? node.children.map((child, index) => ({
            id: child.node,
            remark: weightRemark(page, node, child, shares[index] ?? null),
          }))
        : [...new Set(linksOf(node).map((link) => link.node))].map((name) => ({
            id: name,
            remark: words.readBy,
          }));
    for (const child of children.reverse()) stack.push({ ...child, depth: depth + 1 });
  }
  return [`## ${words.structure}`, "", ...lines].join("\n");
}

/** How an aggregate combines its children, and how their weights came about. */
function methodsOf({ say, words }: PageContext, { method, weighting }: Aggregate): readonly string[] {
  const title = say(aggregateMethods[method].title);
  return weighting ? [title, words.weighed(say(weightMethods[weighting.method].title))] : [title];
}

function weightRemark(
  { words }: PageContext,
  { weighting }: Aggregate,
  { weight, weightColumn }: AggregateChild,
  share: number | null,
): string {
  if (weightColumn !== undefined) return words.weightBy(escapeMarkdown(weightColumn));
  const inside = share === null ? "" : words.ofParent(showPercent(share));
  if (weighting || weight === undefined) return inside;
  return `${words.weight(String(weight))}${inside && words.aside(inside)}`;
}
