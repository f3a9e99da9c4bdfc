import type { IndexResult } from "@cxmetrics/index-model";
import { comparabilityOf } from "./comparability-of.js";
import type { PlannedChange } from "./evaluation-plan.js";
import type { CriterionChange, IndexChange } from "./evaluation-result.js";

/** Differences of two units of one index result, `to` minus `from`, and whether they mean what they seem to. */
export function changeBetween(
  { from, to }: PlannedChange,
  index: IndexResult,
  criteria: Readonly<Record<string, CriterionChange>>,
  interval: IndexChange["interval"],
): IndexChange {
  const [before, after] = [index.units.indexOf(from), index.units.indexOf(to)];
  const differences = Object.entries(index.nodes).map(([id, { values }]): [string, number | null] => [
    id,
    difference(values[before] ?? null, values[after] ?? null),
  ]);
  return {
    from,
    to,
    definition: index.definition,
    comparability: comparabilityOf(index, before, after),
    root: new Map(differences).get(index.document.root) ?? null,
    interval,
    nodes: Object.fromEntries(differences),
    criteria,
  };
}

function difference(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from + 0;
}
