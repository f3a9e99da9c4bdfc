import type { Expression } from "@cxmetrics/formula";
import type { MembershipFunction, MembershipNode } from "./membership-node.js";

/** Every degree of membership by grade. */
export function membershipOutputs({ from, normalise }: MembershipNode): Readonly<Record<string, Expression>> {
  const degrees =
    from.method === "shares"
      ? Object.entries(from.counts)
      : Object.entries(from.functions).map(([grade, shape]) => [grade, degree(from.of, shape)] as const);
  return normalise === "none" ? Object.fromEntries(degrees) : shared(degrees);
}

/** Divides every degree by the sum of all. */
export function shared(
  degrees: readonly (readonly [string, Expression])[],
): Readonly<Record<string, Expression>> {
  const sum: Expression = { op: "add", of: degrees.map(([, expression]) => expression) };
  return Object.fromEntries(
    degrees.map(([grade, expression]) => [grade, { op: "divide", of: [expression, sum] }] as const),
  );
}

/** Sum of the degrees that the node gives as `<id>.<grade>`. */
export function sumOfDegrees(outputs: Readonly<Record<string, Expression>>): Expression {
  return { op: "add", of: Object.values(outputs) };
}

/** The lower of the rising and of the falling edge, kept within 0…1. */
export function degree(x: Expression, { left, from, to, right }: MembershipFunction): Expression {
  const edges = [
    ...(left === undefined || from === undefined ? [] : [rising(x, left, from)]),
    ...(to === undefined || right === undefined ? [] : [falling(x, to, right)]),
  ];
  const lowest: Expression = edges.length === 1 ? (edges[0] as Expression) : { op: "minimum", of: edges };
  return { op: "clamp", of: [lowest], lower: 0, upper: 1 };
}

function rising(x: Expression, left: number, from: number): Expression {
  return left === from
    ? // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
      { op: "if", when: { compare: ">=", of: [x, from] }, then: 1, else: 0 }
    : { op: "divide", of: [{ op: "subtract", of: [x, left] }, from - left] };
}

function falling(x: Expression, to: number, right: number): Expression {
  return to === right
    ? // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
      { op: "if", when: { compare: "<=", of: [x, to] }, then: 1, else: 0 }
    : { op: "divide", of: [{ op: "subtract", of: [right, x] }, right - to] };
}
