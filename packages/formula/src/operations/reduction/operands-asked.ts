import type { Expression, Operation } from "../../expression.js";
import { kindOf } from "../registry.js";
import { weighed } from "./reduction-step.js";

/** Whether an operation leaves out operands that are not applicable: means, spreads, counts, and sums that say so. */
export function leavesOutInapplicable(part: Operation): boolean {
  if (part.op === "power-mean" || part.op === "ordered-mean" || part.op === "spread") return true;
  return part.op === "available" || ("missing" in part && part.missing !== undefined);
}

/** The operands that are asked: for a mean or spread those that weigh. */
export function asked(part: Operation): readonly Expression[] {
  if (!leavesOutInapplicable(part)) return kindOf(part).children(part);
  const members = part as { of: readonly Expression[]; weights?: readonly (number | string)[] };
  return part.op === "ordered-mean" ? members.of : weighed(members).map(({ part: operand }) => operand);
}
