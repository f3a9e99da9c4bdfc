import type { Expression } from "@cxmetrics/formula";
import type { DefuzzifyNode } from "./membership-node.js";

/** One number from the degrees `<of>.<grade>`. */
export function lowerDefuzzify({ of, values, by }: DefuzzifyNode): Expression {
  const grades = Object.entries(values).map(([grade, value]) => ({ degree: `${of}.${grade}`, value }));
  if (by.method === "weighted-average") {
    const powers = grades.map(
      ({ degree }): Expression => (by.exponent === 1 ? degree : { op: "power", of: [degree, by.exponent] }),
    );
    const products = powers.map(
      (power, index): Expression => ({
        op: "multiply",
        of: [grades[index]?.value ?? 0, power],
      }),
    );
    return {
      op: "divide",
      of: [
        { op: "add", of: products },
        { op: "add", of: powers },
      ],
    };
  }
  const rounded = (degree: Expression): Expression => ({
    op: "round",
    of: [degree],
    digits: by.digits,
    mode: "half-even",
  });
  const greatest: Expression = { op: "maximum", of: grades.map(({ degree }) => rounded(degree)) };
  const when = (degree: string) => ({ compare: "=" as const, of: [rounded(degree), greatest] as const });
  if (by.ties === "mean") {
    const chosen = grades.map(
      // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
      ({ degree, value }) => [value, { op: "if", when: when(degree), then: 1, else: 0 }] as const,
    );
    return {
      op: "divide",
      of: [
        { op: "add", of: chosen.map((pair) => ({ op: "multiply", of: pair })) },
        { op: "add", of: chosen.map(([, one]) => one) },
      ],
    };
  }
  const sign = by.ties === "highest-value" ? -1 : 1;
  const inOrder = [...grades].sort((a, b) => sign * (a.value - b.value));
  return inOrder.reduceRight<Expression>(
    (rest, { degree, value }, index) =>
      index === inOrder.length - 1
        ? value
        : // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
          { op: "if", when: when(degree), then: value, else: rest },
    0,
  );
}
