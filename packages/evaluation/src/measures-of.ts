import type { EvaluationPlan } from "./evaluation-plan.js";
import { expectMeasure } from "./expect-measure.js";
import { expectObject } from "./expect-object.js";
import type { Measure } from "./measures/measure.js";

/** The measures of the index, or the criteria beside it, by id, with the plan's defaults filled in and checked. */
export function measuresOf(
  plan: EvaluationPlan,
  group: "measures" | "criteria",
): ReadonlyMap<string, readonly Measure[]> {
  const defaults = new Map(Object.entries(plan.defaults ?? {}));
  return new Map(
    Object.entries(plan[group] ?? {}).map(([id, written]) => {
      const list: readonly unknown[] = Array.isArray(written) ? written : [written];
      const measures = list.map((item, index) => {
        const path = Array.isArray(written) ? [group, id, index] : [group, id];
        const own = expectObject(item, path);
        const kind = own["kind"];
        return expectMeasure({ ...(typeof kind === "string" ? defaults.get(kind) : {}), ...own }, path);
      });
      return [id, measures];
    }),
  );
}
