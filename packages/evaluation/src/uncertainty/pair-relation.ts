import type { EvaluationPlan } from "../evaluation-plan.js";
import type { RowLocation } from "../locate-rows.js";
import type { Measure } from "../measures/measure.js";
import { kindOf } from "../measures/measure-kinds.js";
import { separateRows } from "../separate-rows.js";
import { isUncertain, type Leaf } from "./leaf.js";

/**
 * How two uncertain leaves may go together: `apart` — different rows or people; `rows`, `raters` — their covariance can be had from
 * the rows or raters that they share; `people`, `unclear` — they may go together and nothing tells how far.
 */
export type PairRelation = "apart" | "rows" | "raters" | "people" | "unclear";

/** Says how two leaves may go together, of one unit or of two. */
export function pairRelation(plan: EvaluationPlan, first: Leaf, second: Leaf): PairRelation {
  const [a, b] = [first.located, second.located];
  if (!a || !b || !isUncertain(first) || !isUncertain(second)) return "apart";
  if (declaredSame(plan, a, b)) return "people";
  if (a.file.file !== b.file.file) return "apart";
  const [one, other] = [kindOf<Measure>(first.measure), kindOf<Measure>(second.measure)];
  const byRows = (one.drawnBy ?? "row") === "row" && (other.drawnBy ?? "row") === "row";
  if (byRows && separateRows(a, b)) return "apart";
  if (one.drawnBy === "rater" && other.drawnBy === "rater") return "raters";
  const readable = one.reading !== undefined && other.reading !== undefined;
  return readable && a.selection.source === b.selection.source ? "rows" : "unclear";
}

/** Whether a chain of `samePeople` joins the two sources. */
function declaredSame({ sources }: EvaluationPlan, a: RowLocation, b: RowLocation): boolean {
  const reached = new Set<string>(a.sources);
  const links = Object.entries(sources).flatMap(([name, { samePeople = [] }]) =>
    samePeople.flatMap((other): [string, string][] => [
      [name, other],
      [other, name],
    ]),
  );
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [from, to] of links) if (reached.has(from)) reached.add(to);
  }
  return b.sources.some((name) => reached.has(name) && !a.sources.includes(name));
}
