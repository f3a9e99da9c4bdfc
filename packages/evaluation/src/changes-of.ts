import type { Outcome } from "@cxmetrics/definition";
import type { IndexResult } from "@cxmetrics/index-model";
import { changeBetween } from "./change-between.js";
import { criterionChange } from "./criterion-change.js";
import { disjointRows } from "./disjoint-rows.js";
import type { EvaluationPlan } from "./evaluation-plan.js";
import type { IndexChange } from "./evaluation-result.js";
import { measureFor } from "./measure-for.js";
import type { Measure } from "./measures/measure.js";
import { kindOf } from "./measures/measure-kinds.js";
import { differenceOfRoots, type RootSide } from "./uncertainty/difference-of-roots.js";
import { unitNamed } from "./unit-named.js";

/** Every change that the plan asks for. */
export async function changesOf(
  plan: EvaluationPlan,
  index: IndexResult,
  criteria: ReadonlyMap<string, readonly Measure[]>,
  outcomes: ReadonlyMap<string, ReadonlyMap<string, Outcome>>,
  sides: ReadonlyMap<string, RootSide>,
): Promise<readonly IndexChange[]> {
  const changes = (plan.changes ?? []).map(async (change) => {
    const from = unitNamed(plan, change.from, ["changes"]);
    const to = unitNamed(plan, change.to, ["changes"]);
    const byCriterion = [...criteria].map(([id, measures]) => {
      const side = (unit: typeof from) => {
        const measure = measureFor(measures, unit, ["criteria", id]);
        const factor = measure ? kindOf<Measure>(measure).factor(measure) : 1;
        return { outcome: outcomes.get(id)?.get(unit.id), factor };
      };
      const disjoint = disjointRows(plan, id, measures, from, to);
      return [id, criterionChange(side(from), side(to), disjoint, plan.options?.level)] as const;
    });
    const nothing = { root: undefined, leaves: [] };
    const interval = await differenceOfRoots(
      plan,
      sides.get(from.id) ?? nothing,
      sides.get(to.id) ?? nothing,
      index.comparable === false,
    );
    return changeBetween(change, index, Object.fromEntries(byCriterion), interval);
  });
  return Promise.all(changes);
}
