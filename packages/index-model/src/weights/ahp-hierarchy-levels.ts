import type { AhpWeights } from "./ahp-weights.js";

/** A node of the hierarchy with its weights. */
export interface AhpHierarchyNode {
  readonly id: string;
  /** 0 for the goal. */
  readonly level: number;
  /** Weight under its parent. */
  readonly localWeight: number;
  readonly globalWeight: number;
  /** Where it compares children. */
  readonly judgements: AhpWeights | null;
}

/** One level of the hierarchy with the consistency of all its judgements together. */
export interface AhpHierarchyLevel {
  /** 1 for the judgements under the goal. */
  readonly level: number;
  /** Σ w · CI over the nodes above, with their global weights. */
  readonly consistencyIndex: number;
  /** Σ w · RI likewise; `null` where `randomIndex` is `none`. */
  readonly randomIndex: number | null;
  /** Their quotient (层次总排序一致性比例), 0 where no node compares more than two. */
  readonly consistencyRatio: number | null;
}

/** Consistency of every level. */
export function levelsOf(nodes: readonly AhpHierarchyNode[]): AhpHierarchyLevel[] {
  const deepest = Math.max(...nodes.map(({ level }) => level));
  return Array.from({ length: deepest }, (_, index) => {
    const comparing = nodes.filter(({ level, judgements }) => level === index && judgements !== null);
    const sum = (part: (judgements: AhpWeights) => number) =>
      comparing.reduce(
        (total, { globalWeight, judgements }) => total + (judgements ? globalWeight * part(judgements) : 0),
        0,
      );
    const consistencyIndex = sum((judgements) => judgements.consistencyIndex);
    const named = comparing.every(({ judgements }) => judgements?.randomIndex);
    const randomIndex = named ? sum((judgements) => judgements.randomIndex?.value ?? 0) : null;
    const consistencyRatio =
      randomIndex === null ? null : randomIndex === 0 ? 0 : consistencyIndex / randomIndex;
    return { level: index + 1, consistencyIndex, randomIndex, consistencyRatio };
  });
}
