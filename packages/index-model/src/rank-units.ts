import { rankValues } from "./cohort/rank-values.js";
import type { IndexRanking } from "./index-definition.js";
import type { NodeResult } from "./index-result.js";

/** Rank of each unit; `null` where it has no value. */
export function rankUnits(
  { of, order, ties, rounded }: IndexRanking,
  nodes: Readonly<Record<string, NodeResult>>,
): readonly (number | null)[] {
  const values = nodes[of]?.values ?? [];
  const ranks = rankValues(values, { order, ties, ...(rounded === undefined ? {} : { rounded }) });
  return ranks.status === "ok" ? ranks.values : values.map(() => null);
}
