import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ahpHierarchy } from "./ahp-hierarchy.js";
import { ahpWeights } from "./ahp-weights.js";
import { groupAhpWeights } from "./group-ahp-weights.js";

const matrixOf = (weights: readonly number[]) => weights.map((a) => weights.map((b) => a / b));
const triple = fc.tuple(
  fc.double({ min: 0.3, max: 9, noNaN: true }),
  fc.double({ min: 0.3, max: 9, noNaN: true }),
  fc.double({ min: 0.3, max: 9, noNaN: true }),
);
const codeOf = (call: () => unknown) => {
  try {
    return call();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe("groups", () => {
  test("one expert alone is the group, by every aggregation", () => {
    const matrix = [
      [1, 3, 5],
      [null, 1, 3],
      [null, null, 1],
    ];
    const alone = ahpWeights(matrix);
    for (const aggregation of ["aij", "aip-geometric", "aip-arithmetic"] as const) {
      const group = groupAhpWeights([matrix], { aggregation });
      if (group.status !== "ok") throw new Error(group.reason);
      for (const [index, weight] of alone.weights.entries())
        expect(group.weights[index]).toBeCloseTo(weight, 13);
    }
  });
  test("with geometric means, judgements and priorities aggregate to the same weights (Aczél and Saaty 1983)", () => {
    fc.assert(
      fc.property(fc.array(triple, { minLength: 1, maxLength: 5 }), (experts) => {
        const matrices = experts.map(matrixOf);
        const aij = groupAhpWeights(matrices, { method: "geometric-mean" });
        const aip = groupAhpWeights(matrices, { method: "geometric-mean", aggregation: "aip-geometric" });
        if (aij.status !== "ok" || aip.status !== "ok") throw new Error("not computable");
        for (const [index, weight] of aij.weights.entries())
          expect(aip.weights[index]).toBeCloseTo(weight, 12);
      }),
    );
  });
  test("an expert who counts twice equals two experts", () => {
    const [a, b] = [matrixOf([1, 2, 5]), matrixOf([3, 1, 1])];
    const twice = groupAhpWeights([{ matrix: a, weight: 2 }, { matrix: b }]);
    const both = groupAhpWeights([a, a, b]);
    if (twice.status !== "ok" || both.status !== "ok") throw new Error("not computable");
    for (const [index, weight] of both.weights.entries())
      expect(twice.weights[index]).toBeCloseTo(weight, 13);
  });
  test("matrices of different sizes and experts without weight are refused", () => {
    expect(codeOf(() => groupAhpWeights([matrixOf([1, 2]), matrixOf([1, 2, 3])]))).toBe("weights.length");
    expect(codeOf(() => groupAhpWeights([{ matrix: matrixOf([1, 2]), weight: 0 }]))).toBe("weights.zero-sum");
  });
});

describe("hierarchies", () => {
  test("global weights are products along the path", () => {
    const hierarchy = {
      root: "goal",
      nodes: {
        goal: { children: ["a", "b"], matrix: matrixOf([3, 1]) },
        a: { children: ["a1", "a2"], matrix: matrixOf([1, 4]) },
        b: { children: ["b1", "b2", "b3"], matrix: matrixOf([1, 1, 2]) },
      },
    };
    const result = ahpHierarchy(hierarchy);
    expect(result.leaves).toEqual(["a1", "a2", "b1", "b2", "b3"]);
    for (const [index, weight] of [0.15, 0.6, 0.0625, 0.0625, 0.125].entries())
      expect(result.weights[index]).toBeCloseTo(weight, 14);
    expect(result.levels.map(({ consistencyRatio }) => consistencyRatio)).toEqual([0, 0]);
  });
  test("a level fails when the matrices with weight do", () => {
    const poor = [
      [1, 9, "1/9"],
      [null, 1, 9],
      [null, null, 1],
    ];
    const nodes = (first: number) => ({
      goal: { children: ["a", "b"], matrix: matrixOf([first, 1]) },
      a: { children: ["a1", "a2", "a3"], matrix: poor },
      b: { children: ["b1", "b2", "b3"], matrix: matrixOf([1, 2, 3]) },
    });
    const [heavy, light] = [9, 1 / 9].map((first) => ahpHierarchy({ root: "goal", nodes: nodes(first) }));
    expect(heavy?.levels[1]?.consistencyRatio).toBeGreaterThan(light?.levels[1]?.consistencyRatio ?? 9);
    expect(heavy?.warnings.map(({ code }) => code)).toEqual(["weights.inconsistent"]);
  });
  test("what is no tree is refused", () => {
    const matrix = matrixOf([1, 1]);
    const refuse = (nodes: unknown) =>
      expect(codeOf(() => ahpHierarchy({ root: "goal", nodes: nodes as never }))).toBe(
        "weights.bad-hierarchy",
      );
    refuse({ other: { children: ["a", "b"], matrix } });
    refuse({ goal: { children: ["a", "a"], matrix } });
    refuse({ goal: { children: ["a", "goal"], matrix } });
    refuse({ goal: { children: ["a", "b"], matrix }, lost: { children: ["c", "d"], matrix } });
    const chain = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        i === 0 ? "goal" : `n${i}`,
        { children: [`n${i + 1}`], matrix: [[1]] },
      ]),
    );
    refuse(chain);
  });
});
