import { columnOf } from "../../check-table.js";
import { linksOf } from "../../links-of.js";
import { nodeAt } from "../../node-at.js";
import { leafAt } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { listed } from "../say-names.js";
import type { Criterion } from "./criterion.js";

/** What enters the index more than once. */
export interface DoubleCountingValues {
  /** Nodes that several nodes add up, with these. */
  readonly nodes: Readonly<Record<string, readonly string[]>>;
  /** Columns of the table that several indicators read, with these. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const remedy = {
  en: "Make sure that this is meant, and say that it counts more than once; otherwise keep one link.",
  zh: "请确认这是有意为之，并注明其被重复计入；否则只保留一处。",
};
const shared: FindingText = {
  code: "audit.shared-node",
  en: "Feeds several nodes and so counts more than once: {nodes} → {parents}.",
  zh: "进入多个节点，被重复计入：{nodes} → {parents}。",
  remedy,
};
const sameColumn: FindingText = {
  code: "audit.shared-column",
  en: "Several indicators read the column {column}: {nodes}.",
  zh: "多个指标读取同一列 {column}：{nodes}。",
  remedy,
};

/** Whether anything counts twice. Gates, and formulas that read a raw value, do not add it up. */
export const doubleCounting: Criterion<"double-counting", DoubleCountingValues> = {
  id: "double-counting",
  title: { en: "Double counting", zh: "重复计入" },
  thresholds: [],
  examine: (context) => {
    const { document, nodes, leaves } = context;
    const parents = new Map<string, Set<string>>();
    for (const id of nodes) {
      const node = nodeAt(document, id);
      if (node.kind === "gate") continue;
      for (const link of linksOf(node))
        if (!link.raw) parents.set(link.node, (parents.get(link.node) ?? new Set()).add(id));
    }
    const fed = nodes.flatMap((id) => {
      const above = [...(parents.get(id) ?? [])];
      return above.length > 1 ? [[id, above] as const] : [];
    });
    const readers = new Map<string, string[]>();
    for (const id of leaves) {
      const column = columnOf(leafAt(context, id), id);
      readers.set(column, [...(readers.get(column) ?? []), id]);
    }
    const columns = [...readers].filter(([, ids]) => ids.length > 1);
    return {
      message: {
        en: `${fed.length} nodes feed several others; ${columns.length} columns are read by several indicators.`,
        zh: `进入多个节点的节点有 ${fed.length} 个；被多个指标读取的列有 ${columns.length} 个。`,
      },
      findings: [
        ...fed.map(([id, above]) =>
          finding(context, "warn", shared, { nodes: [id], texts: { parents: listed(above) } }),
        ),
        ...columns.map(([column, ids]) =>
          finding(context, "warn", sameColumn, { nodes: ids, values: { column } }),
        ),
      ],
      values: { nodes: Object.fromEntries(fed), columns: Object.fromEntries(columns) },
    };
  },
};
