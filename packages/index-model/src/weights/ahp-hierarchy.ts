import { CxMetricsError, expectRecord, expectText, type Warning } from "@cxmetrics/definition";
import { type AhpHierarchyLevel, type AhpHierarchyNode, levelsOf } from "./ahp-hierarchy-levels.js";
import { type AhpOptions, readAhpOptions } from "./ahp-options.js";
import { weighJudgements } from "./ahp-weights.js";
import { expectLength, expectMembers } from "./expect-members.js";
import { entriesOf } from "./indicator-table.js";
import { type JudgementMatrix, readJudgements } from "./judgement-matrix.js";
import { badHierarchy } from "./problems.js";
import { inconsistent } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** A hierarchy of judgements: every node that has children compares them. */
export interface AhpHierarchyInput {
  /** Id of the goal. */
  readonly root: string;
  /** Nodes with children by id; an id that has no entry is a leaf. */
  readonly nodes: Readonly<
    Record<string, { readonly children: readonly string[]; readonly matrix: JudgementMatrix }>
  >;
}

/** Global weights of a hierarchy. */
export interface AhpHierarchy extends ComputedWeights {
  readonly method: "ahp-hierarchy";
  /** Ids of the leaves, to which the weights belong. */
  readonly leaves: readonly string[];
  /** Every node with its weight under its parent, its global weight and, where it compares children, their result. */
  readonly nodes: readonly AhpHierarchyNode[];
  readonly levels: readonly AhpHierarchyLevel[];
}

/**
 * Weights of the leaves of a hierarchy, with the consistency of each level as a whole (层次总排序及其一致性检验).
 *
 * $$ w_{leaf} = \prod_{path} w_{local}, \qquad CR_{level} = \frac{\sum_j w_j\, CI_j}{\sum_j w_j\, RI_j} $$
 *
 * The sums run over the nodes whose children make up the level, weighted by their global weights. A level can fail although each matrix looks fair, and
 * pass although one with little weight does not: both are told.
 *
 * Source: Saaty, The Analytic Hierarchy Process (1980), chapter 4; Xu Shubai, 层次分析法原理 (1988).
 *
 * @param hierarchy `root` and `nodes`
 * @param options those of `ahpWeights`
 * @returns weights of the leaves, in the order of the tree, that sum to 1
 * @throws `CxMetricsError` `weights.bad-hierarchy` (unknown root, two parents, a circle, a node that nothing reaches), and as `ahpWeights` does
 * @example
 * ```ts
 * const result = ahpHierarchy({
 *   root: "goal",
 *   nodes: {
 *     goal: { children: ["speed", "trust"], matrix: [[1, 3], [null, 1]] },
 *     speed: { children: ["load", "wait"], matrix: [[1, 1], [null, 1]] },
 *   },
 * });
 * result.leaves; // => ["load", "wait", "trust"]
 * result.weights; // => [0.375, 0.375, 0.25]
 * ```
 */
export function ahpHierarchy(hierarchy: AhpHierarchyInput, options?: AhpOptions): AhpHierarchy {
  const read = readAhpOptions(options);
  const given = expectRecord(hierarchy, ["hierarchy"], ["root", "nodes"]);
  const root = expectText(given["root"], ["hierarchy", "root"]);
  const parents = new Map(
    entriesOf(given["nodes"], ["hierarchy", "nodes"]).map(([id, node]) => {
      const path = ["hierarchy", "nodes", id];
      const record = expectRecord(node, path, ["children", "matrix"]);
      const children = expectMembers(record["children"], [...path, "children"], expectText);
      const judgements = readJudgements(record["matrix"], [...path, "matrix"]);
      expectLength(judgements.rows, children.length, [...path, "matrix"]);
      return [id, { children, result: weighJudgements(judgements, read) }];
    }),
  );
  if (!parents.has(root)) refuse(root, "is the root, but compares nothing", "是根节点，但没有比较任何下级");
  const nodes: AhpHierarchyNode[] = [];
  const seen = new Set<string>();
  const visit = (id: string, level: number, localWeight: number, globalWeight: number) => {
    if (seen.has(id)) refuse(id, "stands twice", "出现了两次");
    if (level > deepestLevel)
      refuse(id, `lies more than ${deepestLevel} levels deep`, `的层级超过 ${deepestLevel} 层`);
    seen.add(id);
    const parent = parents.get(id);
    nodes.push({ id, level, localWeight, globalWeight, judgements: parent?.result ?? null });
    for (const [index, child] of (parent?.children ?? []).entries()) {
      const local = parent?.result.weights[index] ?? 0;
      visit(child, level + 1, local, globalWeight * local);
    }
  };
  visit(root, 0, 1, 1);
  for (const id of parents.keys()) if (!seen.has(id)) refuse(id, "is not below the root", "不在根节点之下");
  const leaves = nodes.filter(({ judgements }) => judgements === null);
  const levels = levelsOf(nodes);
  const warnings = levels.flatMap(({ consistencyRatio }): Warning[] =>
    consistencyRatio !== null && consistencyRatio !== 0 && consistencyRatio >= read.threshold
      ? [inconsistent(consistencyRatio, read.threshold)]
      : [],
  );
  return {
    status: "ok",
    method: "ahp-hierarchy",
    leaves: leaves.map(({ id }) => id),
    weights: leaves.map(({ globalWeight }) => globalWeight),
    nodes,
    levels,
    warnings,
  };
}

/** Deep enough for any hierarchy of people; keeps the walk on the stack. */
const deepestLevel = 32;

function refuse(node: string, en: string, zh: string): never {
  throw new CxMetricsError(badHierarchy, {
    path: ["hierarchy"],
    values: { node: node.slice(0, 40), fault: { en, zh } },
  });
}

/** Registry entry of `ahpHierarchy`. */
export const ahpHierarchyMethod: WeightMethod = {
  method: "ahp-hierarchy",
  kind: "given",
  title: { en: "Hierarchy of judgements", zh: "层次总排序" },
  formula: String.raw`CR = \frac{\sum_j w_j\,CI_j}{\sum_j w_j\,RI_j}`,
  source: "Saaty, The Analytic Hierarchy Process (1980), chapter 4",
  edgeCases: {
    en: "A tree: two parents, circles and unreachable nodes are refused. A level that compares no more than two at a time has the ratio 0.",
    zh: "必须为树：多个上级、循环或不可达的节点会被拒绝。每次最多比较两项的层次，其比例为 0。",
  },
  example: {
    arguments: [
      {
        root: "goal",
        nodes: {
          goal: {
            children: ["speed", "trust"],
            matrix: [
              [1, 3],
              [null, 1],
            ],
          },
          speed: {
            children: ["load", "wait"],
            matrix: [
              [1, 1],
              [null, 1],
            ],
          },
        },
      },
    ],
    weights: [0.375, 0.375, 0.25],
  },
  weigh: ahpHierarchy,
};
