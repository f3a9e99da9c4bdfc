import type { Expression, Operation, Reason } from "./expression.js";
import { constantOf } from "./leaf.js";
import { passedOver } from "./operations/coalesce.js";
import { kindOf } from "./operations/registry.js";

/** Faults that an operation may add to those of its operands. */
const own: Readonly<Record<Exclude<Operation["op"], "absent" | "coalesce">, readonly Reason[]>> = {
  add: ["overflow"],
  subtract: ["overflow"],
  multiply: ["overflow"],
  divide: ["division-by-zero", "overflow"],
  power: ["undefined-power", "overflow"],
  negate: [],
  ln: ["logarithm-of-non-positive"],
  exp: ["overflow"],
  absolute: [],
  minimum: [],
  maximum: [],
  "power-mean": ["undefined-mean", "insufficient-coverage"],
  "ordered-mean": ["insufficient-coverage"],
  spread: ["undefined-spread", "overflow", "insufficient-coverage"],
  available: [],
  piecewise: ["outside-domain", "overflow"],
  step: ["outside-domain"],
  clamp: [],
  round: ["overflow"],
  if: [],
};

/** Faults that an expression may have; never too few, sometimes too many. */
export function possibleFaults(
  part: Expression,
  writer: {
    notApplicable(part: Expression): string | undefined;
    /** Faults of an input besides `not-applicable`; `missing` when left out. */
    inputFaults?(name: string): readonly Reason[];
  },
): ReadonlySet<Reason> {
  if (typeof part !== "object") {
    if (constantOf(part) !== undefined) return new Set();
    const own = writer.inputFaults?.(part as string) ?? (["missing"] as const);
    return new Set(writer.notApplicable(part) === undefined ? own : [...own, "not-applicable"]);
  }
  if (part.op === "absent") return new Set([part.reason]);
  const children = kindOf(part).children(part);
  const inherited = new Set(children.flatMap((child) => [...possibleFaults(child, writer)]));
  if (part.op === "coalesce") {
    // What is passed over comes through only if no operand is certain to hold a number.
    const certain = children.some((child) => possibleFaults(child, writer).size === 0);
    if (certain) for (const reason of passedOver(part)) inherited.delete(reason);
    return inherited;
  }
  // A function that is told everywhere has no outside.
  const told =
    (part.op === "piecewise" && part.beyond !== "undefined") ||
    (part.op === "step" && part.below !== "undefined");
  const added = "missing" in part && part.missing === "skip" ? ["insufficient-coverage" as const] : [];
  const faults = new Set([...inherited, ...own[part.op], ...added]);
  if (told && !inherited.has("outside-domain")) faults.delete("outside-domain");
  return faults;
}
