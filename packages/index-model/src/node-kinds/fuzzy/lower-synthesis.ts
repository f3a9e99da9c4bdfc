import { type Expression, weightToNumber } from "@cxmetrics/formula";
import { shared } from "./lower-membership.js";
import type { SynthesisNode } from "./membership-node.js";

/** Every degree of the synthesis by grade, over `<child>.<grade>`. Weights enter as shares that sum to 1. */
export function synthesisOutputs(node: SynthesisNode): Readonly<Record<string, Expression>> {
  const degrees = node.grades.map((grade) => [grade, combined(node, grade)] as const);
  return node.normalise === "none" ? Object.fromEntries(degrees) : shared(degrees);
}

function combined({ children, operator }: SynthesisNode, grade: string): Expression {
  const weighed = children.filter((child) => weightToNumber(child.weight) > 0);
  const inputs = weighed.map((child) => `${child.node}.${grade}`);
  if (operator === "weighted-sum")
    return { op: "power-mean", exponent: 1, of: inputs, weights: weighed.map((child) => child.weight) };
  const sum = weighed.reduce((total, child) => total + weightToNumber(child.weight), 0);
  const shares = weighed.map((child) => weightToNumber(child.weight) / sum);
  const pairs = inputs.map((input, index): Expression => {
    const share = shares[index] as number;
    return { op: operator === "max-product" ? "multiply" : "minimum", of: [share, input] };
  });
  if (operator !== "min-bounded-sum") return { op: "maximum", of: pairs, missing: "propagate" };
  return { op: "clamp", of: [{ op: "add", of: pairs, missing: "propagate" }], upper: 1 };
}
