import type { EvaluationPlan } from "./evaluation-plan.js";
import { headerOf, locateRows } from "./locate-rows.js";
import { measureFor } from "./measure-for.js";
import type { Measure } from "./measures/measure.js";
import { kindOf } from "./measures/measure-kinds.js";

/** Part of a plan that holds measures. */
export type PlanGroup = "measures" | "criteria";

/** What one measure reads of one file. */
export interface Reading {
  readonly group: PlanGroup;
  readonly id: string;
  readonly source: string;
  readonly file: string;
  readonly encoding?: string;
  /** Name in the plan and header in the file. */
  readonly columns: readonly { readonly name: string; readonly header: string }[];
}

/** Everything that the measures of a plan read, unit by unit. */
export function readingsOf(
  plan: EvaluationPlan,
  groups: Readonly<Record<PlanGroup, ReadonlyMap<string, readonly Measure[]>>>,
): readonly Reading[] {
  return (["measures", "criteria"] as const).flatMap((group) =>
    [...groups[group]].flatMap(([id, measures]) =>
      plan.units.flatMap((unit): Reading[] => {
        const measure = measureFor(measures, unit, [group, id]);
        if (!measure || !("source" in measure)) return [];
        const { selection, file, names } = locateRows(plan, measure, unit, [group, id]);
        const columns = [...new Set([...kindOf<Measure>(measure).columns(measure), ...names])].map(
          (name) => ({
            name,
            header: headerOf(file.columns ?? {}, name),
          }),
        );
        const { encoding } = file;
        const reading = { group, id, source: selection.source, file: file.file, columns };
        return [encoding === undefined ? reading : { ...reading, encoding }];
      }),
    ),
  );
}
