import { type Column, type Expression, evaluateColumns } from "@cxmetrics/formula";
import { numbersOf } from "../numbers-of.js";
import type { NodeColumns, NodeContext } from "./node-kind.js";

/** The columns of a node that is a vector: one for each grade, told as memberships, and their sum as the value. */
export function vectorColumns(
  outputs: Readonly<Record<string, Expression>>,
  { columns, length }: NodeContext,
): NodeColumns {
  const named: Readonly<Record<string, Column>> = Object.fromEntries(
    Object.entries(outputs).map(
      ([grade, degree]) => [grade, evaluateColumns(degree, columns, length)] as const,
    ),
  );
  const grades = Object.keys(named);
  const value = evaluateColumns({ op: "add", of: grades }, named, length);
  return {
    value,
    named,
    untold: grades,
    told: () => ({
      memberships: Object.fromEntries(
        grades.map((grade) => [grade, numbersOf(named[grade] as Column)] as const),
      ),
    }),
  };
}
