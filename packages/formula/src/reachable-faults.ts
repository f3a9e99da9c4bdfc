import type { Expression, Reason } from "./expression.js";
import { parseExpression } from "./parse-expression.js";
import { possibleFaults } from "./possible-faults.js";

/**
 * Faults that a formula may end in, given those of its inputs: never too few, sometimes too many. A sheet whose formulas read
 * one another tells `toSpreadsheet` by it what a cell may hold.
 *
 * @param expression the formula
 * @param faultsOf faults that an input may have; `["missing"]` for every one when left out
 * @returns names of faults, each once
 * @throws `CxMetricsError` as `parseExpression` does
 * @example
 * ```ts
 * reachableFaults({ op: "divide", of: ["resolved", "received"] }); // => ["missing", "division-by-zero", "overflow"]
 * reachableFaults({ op: "coalesce", of: ["resolved", 0] }); // => []
 * ```
 */
export function reachableFaults(
  expression: Expression,
  faultsOf: (name: string) => readonly Reason[] = () => ["missing"],
): readonly Reason[] {
  const told = (part: Expression): readonly Reason[] => {
    const found: unknown = typeof part === "string" && typeof faultsOf === "function" ? faultsOf(part) : [];
    return Array.isArray(found) ? found : [];
  };
  const faults = possibleFaults(parseExpression(expression), {
    notApplicable: (part) => (told(part).includes("not-applicable") ? "" : undefined),
    inputFaults: (name) => told(name).filter((reason) => reason !== "not-applicable"),
  });
  return [...faults];
}
