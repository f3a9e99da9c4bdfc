import { CxMetricsError } from "@cxmetrics/definition";
import { inRange, type ParameterRange, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import type { FrozenParameters } from "./control-chart-input.js";
import type { ControlChartKind } from "./control-chart-kind.js";
import type { ControlChartParameters } from "./control-chart-result.js";
import { parameterMissing } from "./problems.js";

/** Checked parameters of an earlier chart; a standard deviation that the centre implies may be left out. */
export function frozenParameters(kind: ControlChartKind, given: FrozenParameters): ControlChartParameters {
  const path = ["parameters"];
  const { centre, standardDeviation, sigmaZ } = namedMembers(given, "parameters", path);
  for (const name of kind.needs) {
    if (given[name] === undefined) {
      throw new CxMetricsError(parameterMissing, { path: [...path, name], values: { kind: kind.id, name } });
    }
  }
  const { min, max } = kind.centreRange;
  const possible: ParameterRange = {
    holds: (value) => value >= min && value <= max,
    en: `between ${min} and ${max}`,
    zh: `介于 ${min} 与 ${max} 之间`,
  };
  inRange(centre, "centre", possible, [...path, "centre"]);
  const single = standardDeviation ?? kind.impliedDeviation?.(centre);
  inRange(single, "standardDeviation", positive, [...path, "standardDeviation"]);
  return {
    centre: representable(centre, "centre"),
    standardDeviation: single as number,
    ...(kind.needs.includes("sigmaZ") && {
      sigmaZ: inRange(sigmaZ, "sigmaZ", positive, [...path, "sigmaZ"]),
    }),
  };
}
