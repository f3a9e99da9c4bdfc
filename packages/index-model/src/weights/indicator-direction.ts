import { CxMetricsError, didYouMean, expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import { expectLength, expectMembers } from "./expect-members.js";
import { entriesOf, type TableBase, type WeightTableOptions } from "./indicator-table.js";
import { unknownIndicator } from "./problems.js";

/** Whether more of an indicator is better (`up`) or worse (`down`). */
export type IndicatorDirection = "up" | "down";

/** Options of a method that reads indicators of which less is better. */
export interface DirectionOptions extends WeightTableOptions {
  /** By indicator id, or one for each column; `up` where left out. */
  readonly directions?: Readonly<Record<string, IndicatorDirection>> | readonly IndicatorDirection[];
}

/** Reads the directions of the columns of a table. */
export function readDirections(directions: unknown, { indicators }: TableBase): IndicatorDirection[] {
  const path = ["options", "directions"];
  const read = (value: unknown, at: ProblemPath) => expectOneOf(value, at, ["up", "down"] as const);
  if (directions === undefined) return indicators.map(() => "up");
  if (Array.isArray(directions)) {
    expectLength(directions, indicators.length, path);
    return expectMembers(directions, path, read);
  }
  const named = new Map(entriesOf(directions, path));
  for (const id of named.keys())
    if (!indicators.includes(id))
      throw new CxMetricsError(unknownIndicator, {
        path: [...path, id],
        values: { id: id.slice(0, 40), hint: didYouMean(id, indicators) },
      });
  return indicators.map((id) => (named.has(id) ? read(named.get(id), [...path, id]) : "up"));
}
