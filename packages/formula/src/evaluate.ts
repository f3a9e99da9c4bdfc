import { CxMetricsError, describeValue, type LocalizedText } from "@cxmetrics/definition";
import { type Column, type Fault, faults } from "./column.js";
import { columnFrom } from "./column-from.js";
import { evaluateColumns } from "./evaluate-columns.js";
import type { Expression } from "./expression.js";
import { messageOfFault } from "./message-of-fault.js";
import { columnNotANumber } from "./problems.js";

/** The value of a formula for one row, or why it has none. */
export type Evaluation =
  | { readonly status: "ok"; readonly value: number }
  | { readonly status: "not-computable"; readonly reason: Fault; readonly message: LocalizedText };

/**
 * Computes a formula for one row of values. It runs through `evaluateColumns`, so that one row and a million agree.
 *
 * @param expression the formula
 * @param values numbers by name; `null` (or `NaN`) is missing, and a name that the formula reads must be there
 * @throws `CxMetricsError` as `evaluateColumns` does; `column.not-a-number` for a value that is no finite number
 * @example
 * ```ts
 * evaluate({ op: "divide", of: ["solved", 8] }, { solved: 6 }); // => { status: "ok", value: 0.75 }
 * const outcome = evaluate({ op: "divide", of: [1, "asked"] }, { asked: 0 });
 * outcome.status === "not-computable" && outcome.reason; // => "division-by-zero"
 * ```
 */
export function evaluate(
  expression: Expression,
  values: Readonly<Record<string, number | null>>,
): Evaluation {
  const columns = new Map<string, Column>();
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== null && value !== undefined && (typeof value !== "number" || Math.abs(value) === Infinity))
      throw new CxMetricsError(columnNotANumber, {
        path: [name],
        values: { row: 0, found: describeValue(value) },
      });
    columns.set(name, columnFrom([value]));
  }
  const column = evaluateColumns(expression, columns, 1);
  const reason = faults[column.fault[0] as number] as Fault;
  if (reason === "none") return { status: "ok", value: column.values[0] as number };
  return { status: "not-computable", reason, message: messageOfFault(reason) };
}
