import type { Expression } from "@cxmetrics/formula";

/** A value where `of` is at least `least`; elsewhere none, with the fault `outside-domain`. */
export function onlyFrom(value: Expression, of: Expression, least: number): Expression {
  const one: Expression = {
    op: "step",
    of: [of],
    steps: [[least, 1]],
    boundary: "lower-included",
    below: "undefined",
  };
  return { op: "multiply", of: [value, one] };
}

/** No value, with the fault `outside-domain` where `of` holds a number. */
export function outsideDomain(of: Expression): Expression {
  const zero: Expression = { op: "multiply", of: [0, of] };
  return { op: "step", of: [zero], steps: [[1, 0]], boundary: "lower-included", below: "undefined" };
}
