import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetAllocationWeights } from "../weights/budget-allocation-weights.js";
import { groupAhpWeights } from "../weights/group-ahp-weights.js";
import { evaluatePanel } from "./evaluate-panel.js";
import { expertAuthority } from "./expert-authority.js";
import type { Panel, PanelOptions } from "./panel.js";
import type { PanelEvaluation } from "./panel-result.js";

const evaluated = (panel: Panel, options?: PanelOptions) => {
  const result = evaluatePanel(panel, options);
  if (result.status !== "ok") throw new Error(result.reason);
  return result as PanelEvaluation;
};
const codeOf = (call: () => unknown) => {
  try {
    return call() as string;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

const ratings: Panel = {
  indicators: ["speed", "trust", "ease"],
  judgement: "ratings",
  fullScore: 5,
  rounds: [
    {
      invited: 5,
      experts: [
        { id: "A", ratings: [5, 4, 2], authority: { judgement: 0.9, familiarity: 0.9 } },
        { id: "B", ratings: [4, 4, null], authority: { judgement: 0.7, familiarity: "fairly-familiar" } },
        { id: "C", ratings: [3, 5, 3], authority: { judgement: 0.8, familiarity: 0.8 } },
        { id: "D", ratings: [5, 3, 4], authority: { judgement: 0.6, familiarity: 0.4 } },
      ],
    },
    {
      invited: 4,
      experts: [
        { id: "A", ratings: [5, 4, 3], authority: { judgement: 0.9, familiarity: 0.9 } },
        { id: "B", ratings: [5, 4, 3], authority: { judgement: 0.7, familiarity: 0.6 } },
        { id: "D", ratings: [5, 4, 3], authority: { judgement: 0.6, familiarity: 0.4 } },
      ],
    },
  ],
};

describe("a panel of ratings", () => {
  const result = evaluated(ratings);
  const [first, second] = result.rounds;
  test("tells return, full scores, dispersion and change", () => {
    expect(first?.returnRate).toBe(0.8);
    expect(first?.indicators[0]?.fullScoreRate).toBe(0.5);
    expect(first?.indicators[2]?.answers.n).toBe(3);
    // R 4.2.2: sd(c(5,4,3,5)) / mean(c(5,4,3,5))
    expect(first?.indicators[0]?.answers.coefficientOfVariation).toBeCloseTo(0.225276966530903, 14);
    expect(first?.agreement.completeExperts).toBe(3);
    expect(second?.indicators[0]?.change?.mean).toBe(0.75);
    expect(second?.indicators[0]?.answers.coefficientOfVariation).toBe(0);
    expect(second?.agreement).toMatchObject({ status: "ok", value: 1 });
    for (const [index, weight] of [5 / 12, 4 / 12, 3 / 12].entries())
      expect(result.weights[index]).toBeCloseTo(weight, 14);
    expect(result.weightDeviations).toEqual([0, 0, 0]);
  });
  test("mean authority is over those who state it", () => {
    expect(first?.authority?.coefficient).toBeCloseTo((0.9 + 0.65 + 0.8 + 0.5) / 4, 12);
    expect(first?.authority?.experts).toBe(4);
  });
  test("authority as weight moves the mean towards those who have it", () => {
    const weighed = evaluated({ ...ratings, rounds: ratings.rounds.slice(0, 1) }, { weigh: "authority" });
    const cr = [0.9, 0.65, 0.8, 0.5];
    const mean = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value, i) => sum + (value === null ? 0 : value * (cr[i] ?? 0)), 0) /
      values.reduce<number>((sum, value, i) => sum + (value === null ? 0 : (cr[i] ?? 0)), 0);
    const means = [mean([5, 4, 3, 5]), mean([4, 4, 5, 3]), mean([2, null, 3, 4])];
    const sum = means.reduce((a, b) => a + b, 0);
    for (const [index, value] of means.entries()) expect(weighed.weights[index]).toBeCloseTo(value / sum, 12);
  });
});

const consistent = [
  [1, 3, 6],
  ["1/3", 1, 2],
  ["1/6", "1/2", 1],
];
const contrary = [
  [1, "1/9", 9],
  [9, 1, "1/9"],
  ["1/9", 9, 1],
];

describe("panels of matrices and budgets", () => {
  const rounds = [
    {
      invited: 2,
      experts: [
        { id: "A", matrix: consistent },
        { id: "B", matrix: contrary },
      ],
    },
  ];
  const panel: Panel = { indicators: ["speed", "trust", "ease"], judgement: "matrix", rounds };
  test("an inconsistent expert is told, and left out only by the rule", () => {
    const all = evaluated(panel);
    expect(all.rounds[0]?.experts.map(({ excluded }) => excluded)).toEqual([false, false]);
    const rule = evaluated(panel, { exclude: "inconsistent" });
    expect(rule.rounds[0]?.experts[1]).toMatchObject({ id: "B", excluded: true, share: 0 });
    expect(rule.rounds[0]?.experts[1]?.consistencyRatio).toBeGreaterThan(0.1);
    expect(rule.weights[0]).toBeCloseTo(6 / 9, 14);
    expect(rule.warnings.map(({ code }) => code)).toEqual(["weights.excluded-experts"]);
    expect(rule.rounds[0]?.agreement).toMatchObject({ status: "not-computable", completeExperts: 1 });
  });
  test("agrees with groupAhpWeights on the same matrices", () => {
    const group = groupAhpWeights([consistent, contrary], { aggregation: "aip-arithmetic" });
    expect(evaluated(panel, { aggregation: "aip-arithmetic" }).weights).toEqual(
      group.status === "ok" && group.weights,
    );
  });
  test("nobody left is an outcome", () => {
    const only = { ...panel, rounds: [{ invited: 1, experts: [{ id: "B", matrix: contrary }] }] };
    expect(evaluatePanel(only, { exclude: "inconsistent" })).toMatchObject({ reason: "no-experts" });
  });
  test("budgets agree with budgetAllocationWeights", () => {
    const budgets = [
      [50, 30, 20],
      [40, 40, 20],
      [60, 25, 15],
    ];
    const experts = budgets.map((budget, index) => ({ id: String(index), budget }));
    const result = evaluated({ ...panel, judgement: "budget", rounds: [{ invited: 3, experts }] });
    const direct = budgetAllocationWeights(budgets);
    for (const [index, weight] of direct.weights.entries())
      expect(result.weights[index]).toBeCloseTo(weight, 14);
    expect(result.rounds[0]?.indicators[1]?.answers.standardDeviation).toBeCloseTo(
      direct.dispersion[1]?.standardDeviation ?? -1,
      14,
    );
  });
});

test("mistakes are refused by name", () => {
  const round = ratings.rounds[0];
  const experts = round?.experts ?? [];
  const withRound = (change: object) => ({ ...ratings, rounds: [{ invited: 5, experts, ...change }] });
  expect(codeOf(() => evaluatePanel(withRound({ invited: 3 })))).toBe("panel.too-few-invited");
  expect(codeOf(() => evaluatePanel(withRound({ experts: [...experts.slice(0, 2), experts[0]] })))).toBe(
    "panel.duplicate-expert",
  );
  expect(codeOf(() => evaluatePanel({ ...ratings, judgement: "budget" }))).toBe("panel.wrong-judgement");
  const silent = withRound({ experts: [{ id: "__proto__", ratings: [1, 2, 3] }] });
  expect(codeOf(() => evaluatePanel(silent, { weigh: "authority" }))).toBe("panel.no-authority");
  expect(codeOf(() => evaluatePanel(ratings, { exclude: "inconsistent" }))).toBe("document.not-allowed");
  expect(codeOf(() => evaluatePanel(withRound({ experts: [{ id: "A", ratings: [6, 1, 1] }] })))).toBe(
    "document.wrong-type",
  );
  const nothing = withRound({ experts: [{ id: "A", ratings: [1, null, 3] }] });
  expect(evaluatePanel(nothing)).toMatchObject({ status: "not-computable", reason: "no-ratings" });
});

test("the order of experts has no effect on weights", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 2,
    maxLength: 9,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const panel = (list: typeof given): Panel => ({
        indicators: ["a", "b"],
        judgement: "ratings",
        rounds: [{ invited: 9, experts: list.map((row, index) => ({ id: `E${index}`, ratings: row })) }],
      });
      const [one, two] = [evaluated(panel(given)), evaluated(panel([...given].reverse()))];
      for (const [index, weight] of one.weights.entries()) expect(two.weights[index]).toBeCloseTo(weight, 13);
      expect(one.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
    }),
  );
});

describe("authority of experts", () => {
  test("reproduces a published panel of 16 experts (BMJ Open, figure 347080, table 4: Ca 0.944, Cs 0.775, Cr 0.860)", () => {
    const levels = [
      ...Array.from({ length: 7 }, () => "large" as const),
      ...Array.from({ length: 9 }, () => "medium" as const),
    ];
    // All 16 name practice as large; literature and intuition count 0.1 for each of the 16 at any level.
    const familiarity = [
      "very-familiar" as const,
      ...Array.from({ length: 12 }, () => "familiar" as const),
      ...Array.from({ length: 3 }, () => "fairly-familiar" as const),
    ];
    const experts = levels.map((theory, index) =>
      expertAuthority({
        judgement: { practice: "large", theory, literature: "medium", intuition: "small" },
        familiarity: familiarity[index] ?? "unfamiliar",
      }),
    );
    const mean = (part: "judgement" | "familiarity" | "coefficient") =>
      experts.reduce((sum, expert) => sum + expert[part], 0) / 16;
    expect(mean("judgement")).toBeCloseTo(0.944, 3);
    expect(mean("familiarity")).toBeCloseTo(0.775, 12);
    // The table averages the rounded figures: (0.944 + 0.775) / 2.
    expect(Math.abs(mean("coefficient") - 0.8595)).toBeLessThan(0.0005);
  });
  test("the highest levels give 1", () => {
    const large = { practice: "large", theory: "large", literature: "large", intuition: "large" } as const;
    expect(expertAuthority({ judgement: large, familiarity: 1 }).coefficient).toBe(1);
  });
});
