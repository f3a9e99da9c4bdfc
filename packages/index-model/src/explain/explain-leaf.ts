import { columnOf } from "../check-table.js";
import type { Indicator } from "../index-definition.js";
import type { LeafExplanation } from "../index-explanation.js";
import type { NodeResult } from "../index-result.js";

/** The steps of a leaf for one unit, those that the definition has. */
export function explainLeaf(
  id: string,
  leaf: Indicator,
  told: NodeResult,
  unit: string,
  row: number,
): LeafExplanation {
  const at = (list: readonly (number | null)[] | undefined) => list?.[row] ?? null;
  const coded = told.coded?.[row];
  const before = at(told.raw);
  const after = told.adjusted ? at(told.adjusted) : before;
  const adjustment = leaf.adjustments?.find(
    (one) => one.unit === unit && one.from === before && one.to === after && before !== after,
  );
  return {
    column: columnOf(leaf, id),
    unit: leaf.unit,
    raw: before,
    ...(coded ? { coded } : {}),
    ...(told.adjusted ? { adjusted: after } : {}),
    ...(adjustment ? { adjustment } : {}),
    ...(told.transformed ? { transformed: at(told.transformed) } : {}),
    ...(told.imputed ? { imputed: at(told.imputed) } : {}),
    ...(told.treated ? { treated: at(told.treated) } : {}),
    capped: at(told.capped),
  };
}
