import type { IndexDefinition, IndexExplanation } from "@cxmetrics/index-model";
import { defineIndex, explainIndex, scoreIndex, tableNeeds } from "@cxmetrics/index-model";

/** A node where it stands in the tree of an index. */
export interface TreeLine {
  readonly id: string;
  readonly depth: number;
  /** Id of the node that reads it; `null` for the root. */
  readonly parent: string | null;
  /** Whether the node stands further above already; its children are not told again. */
  readonly again: boolean;
  /** As the document states it, or the column of the table that holds it (`@column`); `null` under a formula. */
  readonly weightAsWritten: number | string | null;
  /** Share of its parent; `null` where none is defined. */
  readonly weight: number | null;
  /** Share of the whole index; `null` where none is defined. */
  readonly globalWeight: number | null;
}

/** A definition as a tree, the root first. */
export interface DefinitionTree {
  readonly lines: readonly TreeLine[];
  /** Mean inside which shares of the whole are told; `null` where there is none. */
  readonly weightBase: string | null;
  /** Nodes whose methods need a reference population. */
  readonly toFit: readonly string[];
}

/**
 * The tree of a definition as the engine reads it, from the explanation of a unit without any values.
 *
 * @param definition a checked definition; where methods need a reference population they are left unfitted
 */
export function definitionTree(definition: IndexDefinition): DefinitionTree {
  const { columns, attributes, periods: needed } = tableNeeds(definition);
  const periods = [...new Set(["-", ...needed])];
  const cells = <T>(names: readonly string[], cell: T) =>
    Object.fromEntries(names.map((name) => [name, periods.map(() => cell)]));
  const result = scoreIndex(scorable(definition), {
    units: periods,
    columns: cells(columns, null),
    attributes: cells(attributes, "-"),
    periods,
  });
  const explanation = explainIndex(result, 0);
  return {
    lines: linesOf(explanation),
    weightBase: explanation.weightBase,
    toFit: Object.keys((definition.calibration ?? result.calibration)?.nodes ?? {}),
  };
}

/** Without a calibration or a scope the engine would not score at all. */
function scorable(definition: IndexDefinition): IndexDefinition {
  return definition.calibration || definition.scope
    ? definition
    : defineIndex({ ...definition, scope: "batch" });
}

function linesOf({ nodes, root }: IndexExplanation): readonly TreeLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  const lines: TreeLine[] = [];
  const stack: Omit<TreeLine, "again" | "globalWeight">[] = [
    { id: root, depth: 0, parent: null, weightAsWritten: null, weight: null },
  ];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { id } = item;
    const node = byId.get(id);
    const again = told.has(id);
    lines.push({ ...item, again, globalWeight: node?.globalWeight ?? null });
    if (!node || again) continue;
    told.add(id);
    const parts = node.parts.filter(
      (part, index) => node.parts.findIndex((other) => other.node === part.node) === index,
    );
    for (const { node: child, weight, weightAsWritten, weightColumn } of [...parts].reverse())
      stack.push({
        id: child,
        depth: item.depth + 1,
        parent: id,
        weightAsWritten: weightAsWritten ?? (weightColumn === undefined ? null : `@${weightColumn}`),
        weight,
      });
  }
  return lines;
}
