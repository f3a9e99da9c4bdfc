import type { IndexExplanation } from "@cxmetrics/index-model";
import type { TreeNode } from "../charts/tree.js";
import type { ReportPage } from "../page/report-page.js";

/** The tree of a unit from the root down. A node that several others read stands under the first of them. */
export function treeNodes(page: ReportPage, trace: IndexExplanation): readonly TreeNode[] {
  const { result, lang, say } = page;
  const byId = new Map(trace.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const out: TreeNode[] = [];
  const visit = (id: string, depth: number) => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    const { value, reason, effectiveGlobalWeight: weight, title, kind } = node;
    const outcome = kind === "indicator" ? result.estimates[id]?.[trace.unit] : undefined;
    const root = id === trace.root ? result.roots[trace.unit] : undefined;
    out.push({
      label: title[lang],
      depth: Math.min(depth, 20),
      value,
      ...(value === null ? { reason: reason?.message[lang] ?? say("notStated") } : {}),
      weight,
      contribution: weight === null || value === null ? null : weight * value,
      n: outcome?.status === "ok" ? outcome.n : null,
      interval: root?.status === "ok" && root.interval.status === "ok" ? root.interval : null,
    });
    for (const part of node.parts) visit(part.node, depth + 1);
  };
  visit(trace.root, 0);
  return out;
}
