// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import { isCxMetricsError } from "@cxmetrics/definition";
import { normalDistribution } from "@cxmetrics/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import figures from "../../fixtures/r/uncertainty.json" with { type: "json" };
import { randomIndex } from "../../fixtures/random-index.js";
import {
  defineIndex,
  type IndexDefinition,
  type IndexNode,
  type LeafEstimate,
  type NodeUncertainty,
  propagateUncertainty,
  scoreIndex,
  type UncertainTable,
} from "../index.js";
import { cholesky } from "./cholesky.js";
import { ranksOf } from "./rank-counter.js";
import { readUnitErrors } from "./read-unit-errors.js";
import { slopesByDifferences } from "./slopes-by-differences.js";
import { slopesByFormulas } from "./slopes-by-formulas.js";
import { stackIndex } from "./stacked-index.js";
import { valueHistogram } from "./value-histogram.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
type Source = Extract<IndexNode, { kind: "indicator" }>["source"];
const leaf = (
  worst: number,
  best: number,
  source: Source = "statistic",
  cap: "both" | "none" = "both",
): IndexNode => ({
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source,
  normalise: { method: "goalposts", worst, best, cap },
});
const meanOf = (
  weights: Record<string, number>,
  method: "arithmetic-mean" | "geometric-mean" = "arithmetic-mean",
) =>
  ({
    kind: "aggregate",
    title,
    provenance,
    method,
    missing: { policy: "propagate" },
    children: Object.entries(weights).map(([node, weight]) => ({ node, weight })),
  }) satisfies IndexNode;
const define = (nodes: Record<string, IndexNode>, root = "index"): IndexDefinition =>
  defineIndex({
    formatVersion: 1,
    id: "test.index",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root,
    nodes,
  });
const one = (
  columns: Record<string, number>,
  estimates: Record<string, LeafEstimate>,
  more = {},
): UncertainTable => ({
  table: {
    units: ["u"],
    columns: Object.fromEntries(Object.entries(columns).map(([id, value]) => [id, [value]])),
  },
  estimates: Object.fromEntries(Object.entries(estimates).map(([id, value]) => [id, [value]])),
  ...more,
});
const cellOf = (result: ReturnType<typeof propagateUncertainty>, id = "index", row = 0): NodeUncertainty => {
  const cell = result.nodes[id]?.[row];
  if (cell?.status !== "ok") throw new Error(cell?.reason ?? "nothing");
  return cell;
};
const reasonOf = (result: ReturnType<typeof propagateUncertainty>, id = "index") => {
  const cell = result.nodes[id]?.[0];
  return cell?.status === "not-computable" ? cell.reason : cell?.status;
};
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return undefined;
};
const sample = (standardError: number, more: Partial<LeafEstimate> = {}): LeafEstimate => ({
  standardError,
  inference: "sample",
  ...more,
});

/** R survey, api stratified sample: fixtures/r/uncertainty.R. */
const school = (method: "arithmetic-mean" | "geometric-mean") =>
  define({
    api00: leaf(200, 1000, "survey"),
    meals: leaf(100, 0, "survey"),
    ell: leaf(100, 0, "survey"),
    index: meanOf({ api00: 0.4, meals: 0.2, ell: 0.4 }, method),
  });
const columns = ["api00", "meals", "ell"];
const schools = one(
  Object.fromEntries(columns.map((id, i) => [id, figures.means[i] ?? 0])),
  Object.fromEntries(columns.map((id, i) => [id, sample(figures.standardErrors[i] ?? 0)])),
);
const together = { ...schools, covariance: [{ columns, matrix: figures.covariance }] };

describe("linearised", () => {
  it.each(["arithmetic", "geometric"] as const)("has R's standard error with covariance (%s)", (kind) => {
    const cell = cellOf(propagateUncertainty(school(`${kind}-mean`), together));
    expect(cell.method).toBe("linearised");
    expect(cell.value).toBeCloseTo(figures[kind].value, 10);
    expect(cell.standardError).toBeCloseTo(figures[kind].standardError, 10);
  });

  it("without the covariance is too sure of itself by a factor of 1.6, and so has to be declared", () => {
    const definition = school("arithmetic-mean");
    expect(reasonOf(propagateUncertainty(definition, schools))).toBe("covariance-needed");
    const alone = cellOf(propagateUncertainty(definition, { ...schools, independent: true }));
    expect(alone.standardError).toBeCloseTo(figures.arithmetic.withoutCovariance, 10);
    expect(1.46 / (alone.standardError ?? 0)).toBeCloseTo(1.565, 2);
    const groups = { ...schools, sharedRespondents: [["meals", "ell"]] };
    expect(reasonOf(propagateUncertainty(definition, groups))).toBe("covariance-needed");
    const apart = {
      ...schools,
      sharedRespondents: [["meals"], ["ell", "api00"]],
      covariance: together.covariance,
    };
    expect(cellOf(propagateUncertainty(definition, apart)).standardError).toBeCloseTo(1.46000102897263, 10);
  });

  it("tells the leaves even where the node above cannot be told", () => {
    const result = propagateUncertainty(school("arithmetic-mean"), schools);
    expect(cellOf(result, "meals").standardError).toBeCloseTo(figures.standardErrors[1] ?? 0, 10);
    expect(cellOf(result, "api00").standardError).toBeCloseTo((figures.standardErrors[0] ?? 0) / 8, 10);
  });

  it("shares the variance out, covariances half and half, to 1", () => {
    const { shares } = cellOf(propagateUncertainty(school("arithmetic-mean"), together));
    const g = [0.05, -0.2, -0.4];
    columns.forEach((id, i) => {
      const part = g.reduce((sum, b, j) => sum + (g[i] ?? 0) * b * (figures.covariance[i]?.[j] ?? 0), 0);
      expect(shares?.columns[id]).toBeCloseTo(part / 1.46000102897263 ** 2, 10);
    });
    expect(shares?.sources).toEqual({ survey: expect.closeTo(1, 12) });
    expect(shares?.unexplained).toBe(0);
  });

  it("uses t with k − 1 for raters, by Welch and Satterthwaite in a sum", () => {
    const rated = define({ r: leaf(0, 100, "expert") }, "r");
    const { interval } = cellOf(
      propagateUncertainty(rated, one({ r: 50 }, { r: sample(2, { n: 10 }) })),
      "r",
    );
    expect(interval.upper - 50).toBeCloseTo(2 * figures.quantiles["t9.975"], 10);
    const both = define({
      a: leaf(0, 100, "expert"),
      b: leaf(0, 100, "expert"),
      index: meanOf({ a: 1, b: 1 }),
    });
    // Two samples of 10 with SEs 3 and 4: (9 + 16)² / (81/9 + 256/9), as in Welch's test.
    const two = one({ a: 50, b: 60 }, { a: sample(3, { n: 10 }), b: sample(4, { n: 10 }) });
    const cell = cellOf(propagateUncertainty(both, two));
    expect(cell.degreesOfFreedom).toBeCloseTo(625 / (337 / 9), 10);
    expect(cell.interval.method).toBe("delta-t");
  });

  it("lets a sample in which all agree keep Wilson's doubt", () => {
    const share = define({ s: leaf(-50, 150) }, "s");
    const counts = { values: [0, 100], counts: [0, 20] };
    const told = propagateUncertainty(share, one({ s: 100 }, { s: { counts, inference: "sample" } }), {
      method: "linearised",
    });
    const z = normalDistribution.quantile(0.975);
    const [lower = 0, upper = 0] = figures.wilson20of20;
    // The scale halves.
    expect(cellOf(told, "s").standardError).toBeCloseTo((100 * (upper - lower)) / 2 / z / 2, 8);
    const none = propagateUncertainty(share, one({ s: 100 }, { s: sample(0) }));
    expect(reasonOf(none, "s")).toBe("standard-error-unknown");
  });

  it("takes a standard error from an interval", () => {
    const share = define({ s: leaf(0, 100) }, "s");
    const interval = { lower: 40, upper: 60, level: 0.9 };
    const { standardError } = cellOf(
      propagateUncertainty(share, one({ s: 50 }, { s: { interval, inference: "sample" } })),
      "s",
    );
    expect(standardError).toBeCloseTo(10 / 1.6448536269514722, 10);
  });

  it("knows a plain fact from a process", () => {
    const log = define({ s: leaf(0, 100, "operational") }, "s");
    const fact = cellOf(propagateUncertainty(log, one({ s: 50 }, { s: { inference: "none" } })), "s");
    expect(fact).toMatchObject({ method: "exact", standardError: 0, shares: null });
    const process = one({ s: 50 }, { s: sample(2, { inference: "process" }) });
    expect(cellOf(propagateUncertainty(log, process), "s").standardError).toBe(2);
  });

  it("differentiates as differences of the engine do, on any index", () => {
    fc.assert(
      fc.property(randomIndex, fc.integer({ min: 1, max: 50 }), ({ definition, table }, size) => {
        const stack = stackIndex(definition, table);
        const ids = Object.keys(table.columns);
        const estimates = Object.fromEntries(
          ids.map((id) => [id, table.units.map(() => sample(size / 1e4))] as const),
        );
        const given = { table, estimates, independent: true } as const;
        const { units } = readUnitErrors(stack.document, given, 0.95);
        const exact = slopesByFormulas(stack, table.columns, units);
        expect(exact).toBeDefined();
        const rough = slopesByDifferences(stack, table.columns, units);
        exact?.forEach((nodes, row) => {
          for (const [id, slope] of nodes) {
            const other = rough[row]?.get(id);
            expect(slope.value).toBe(other?.value);
            if (slope.value === null || slope.near.size > 0 || other?.near.size !== 0) continue;
            slope.gradient.forEach((g, place) => {
              expect(Math.abs(g - (other?.gradient[place] ?? 9))).toBeLessThan(
                1e-4 * Math.max(1, Math.abs(g)),
              );
            });
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("changes nothing when weights are scaled, or columns told in another unit", () => {
    const plain = propagateUncertainty(school("geometric-mean"), together);
    const scaled = define({
      ...school("geometric-mean").nodes,
      index: meanOf({ api00: 40, meals: 20, ell: 40 }, "geometric-mean"),
    });
    expect(cellOf(propagateUncertainty(scaled, together)).standardError).toBeCloseTo(
      cellOf(plain).standardError ?? 0,
      12,
    );
  });
});

describe("formulas", () => {
  const formula = (expression: unknown) =>
    define({
      a: leaf(0, 100, "statistic", "none"),
      b: leaf(0, 100, "statistic", "none"),
      index: { kind: "formula", title, provenance, expression } as IndexNode,
    });
  const given = one({ a: 40, b: 25 }, { a: sample(0.01), b: sample(0.02) });

  // Derivatives at a = 40, b = 25 worked by hand.
  it.each<[string, unknown, number, number]>([
    ["divide", { op: "divide", of: ["a", "b"] }, 1 / 25, -40 / 625],
    ["multiply", { op: "multiply", of: ["a", "b", "a"] }, 2 * 40 * 25, 1600],
    [
      "power",
      { op: "power", of: ["a", { op: "divide", of: ["b", 10] }] },
      2.5 * 40 ** 1.5,
      (40 ** 2.5 * Math.log(40)) / 10,
    ],
    ["ln and exp", { op: "exp", of: [{ op: "ln", of: ["a"] }] }, 1, 0],
    ["absolute, negate", { op: "absolute", of: [{ op: "negate", of: ["b"] }] }, 0, 1],
    ["minimum", { op: "minimum", of: ["a", "b"] }, 0, 1],
    ["maximum", { op: "maximum", of: ["a", "b"] }, 1, 0],
    ["clamp", { op: "clamp", of: ["a"], lower: 50 }, 0, 0],
    [
      "if",
      {
        op: "if",
        when: { all: [{ compare: ">", of: ["a", "b"] }] },
        then: { op: "subtract", of: ["a", "b"] },
        else: 1,
      },
      1,
      -1,
    ],
    [
      "piecewise",
      {
        op: "piecewise",
        of: ["a"],
        beyond: "clamp",
        knots: [
          [0, 0],
          [30, 60],
          [90, 90],
        ],
      },
      0.5,
      0,
    ],
    ["spread", { op: "spread", type: "sample", of: ["a", "b"] }, Math.SQRT1_2, -Math.SQRT1_2],
    ["ordered mean", { op: "ordered-mean", of: ["b", "a"], weights: [1, 3] }, 0.25, 0.75],
    [
      "step",
      {
        op: "add",
        of: ["b", { op: "step", of: ["a"], steps: [[30, 5]], boundary: "lower-included", below: 0 }],
      },
      0,
      1,
    ],
    [
      "available, by differences",
      { op: "multiply", of: ["a", { op: "available", as: "count", of: ["a", "b"] }] },
      2,
      0,
    ],
    ["raw", { op: "add", of: ["a.raw", "b", "1/3"] }, 1, 1],
    [
      "harmonic mean",
      { op: "power-mean", exponent: -1, of: ["a", "b"], weights: [1, 3] },
      0.25 * (40 / (4 / (1 / 40 + 3 / 25))) ** -2,
      0.75 * (25 / (4 / (1 / 40 + 3 / 25))) ** -2,
    ],
  ])("%s", (_, expression, a, b) => {
    const cell = cellOf(propagateUncertainty(formula(expression), given, { method: "linearised" }));
    expect(cell.standardError).toBeCloseTo(Math.hypot(0.01 * a, 0.02 * b), 6);
  });

  it.each<[string, unknown]>([
    ["clamp", { op: "clamp", of: ["a"], upper: 40.02 }],
    ["gate", { op: "if", when: { compare: ">=", of: ["a", 40.01] }, then: 100, else: "b" }],
    ["rounding", { op: "round", of: ["a"], digits: 1, mode: "half-up" }],
    ["choice", { op: "maximum", of: ["a", 39.98] }],
  ])("simulates where a %s is within three standard errors, and says why", (kind, expression) => {
    const near = one({ a: 40, b: 25 }, { a: sample(0.03), b: sample(0.02) });
    const cell = cellOf(propagateUncertainty(formula(expression), near, { draws: 500 }));
    expect(cell.method).toBe("monte-carlo");
    expect(cell.near).toContain(kind);
    const forced = propagateUncertainty(formula(expression), near, { method: "linearised" });
    expect(forced.warnings.map(({ code }) => code)).toContain("uncertainty.near-a-bend");
    const far = one({ a: 30, b: 25 }, { a: sample(0.001), b: sample(0.02) });
    expect(cellOf(propagateUncertainty(formula(expression), far)).method).toBe("linearised");
  });
});

describe("monte-carlo", () => {
  it("agrees with the straight line where that is exact", () => {
    const result = propagateUncertainty(school("arithmetic-mean"), together, {
      method: "monte-carlo",
      draws: 40_000,
    });
    const cell = cellOf(result);
    // Four standard errors of a standard deviation from 40,000 draws.
    expect(Math.abs((cell.standardError ?? 0) / 1.46000102897263 - 1)).toBeLessThan(4 / Math.sqrt(80_000));
    const z = 1.46000102897263 * normalDistribution.quantile(0.975);
    expect(Math.abs(cell.interval.upper - cell.value - z)).toBeLessThan(0.08);
    expect(Math.abs(cell.value - cell.interval.lower - z)).toBeLessThan(0.08);
    const line = cellOf(propagateUncertainty(school("arithmetic-mean"), together)).shares;
    for (const id of columns)
      expect(Math.abs((cell.shares?.columns[id] ?? 9) - (line?.columns[id] ?? 0))).toBeLessThan(0.02);
    expect(Math.abs(cell.shares?.unexplained ?? 9)).toBeLessThan(0.02);
  });

  it("draws agreeing answers from Jeffreys' posterior (R qbeta)", () => {
    const share = define({ s: leaf(0, 100, "statistic", "none") }, "s");
    const counts = { values: [0, 100], counts: [20, 0] };
    const given = one({ s: 0 }, { s: { counts, inference: "sample" } });
    const { interval } = cellOf(
      propagateUncertainty(share, given, { method: "monte-carlo", draws: 40_000 }),
      "s",
    );
    const [lower = 0, upper = 0] = figures.quantiles.beta;
    expect(interval.lower).toBeCloseTo(100 * lower, 1);
    expect(Math.abs(interval.upper - 100 * upper)).toBeLessThan(0.4);
  });

  it("draws raters by t: wide tails, and no standard error with two of them", () => {
    const rated = define({ r: leaf(0, 1000, "expert", "none") }, "r");
    const run = (n: number) =>
      cellOf(
        propagateUncertainty(rated, one({ r: 500 }, { r: sample(20, { n }) }), {
          method: "monte-carlo",
          draws: 40_000,
        }),
        "r",
      );
    expect(Math.abs(run(10).interval.upper - 50 - 2 * figures.quantiles["t9.975"])).toBeLessThan(0.12);
    expect(run(2)).toMatchObject({ standardError: null, shares: null, near: ["heavy-tail"] });
    // t with one degree of freedom: quantile 12.706.
    expect(Math.abs(run(2).interval.upper - 50 - 2 * 12.706)).toBeLessThan(2.5);
  });

  it("is the same for the same seed, and another for another", () => {
    const run = (seed: number) =>
      propagateUncertainty(school("geometric-mean"), together, { method: "monte-carlo", draws: 200, seed });
    expect(run(3)).toEqual(run(3));
    expect(cellOf(run(3)).standardError).not.toBe(cellOf(run(4)).standardError);
  });

  it("gives probabilities of ranks: P(ahead) is Φ(d/s) for two normal scores (R pnorm)", () => {
    const definition = define({ s: leaf(0, 100, "survey", "none") }, "s");
    const given = {
      table: { units: ["x", "y", "z"], columns: { s: [53, 50, 20] } },
      estimates: { s: [sample(2), sample(1.5), sample(1)] },
    };
    const { ranks } = propagateUncertainty(definition, given, { ranks: "s", draws: 40_000, within: [1, 2] });
    if (ranks?.status !== "ok") throw new Error("no ranks");
    expect(Math.abs((ranks.ahead[0]?.[1] ?? 9) - figures.pnorm)).toBeLessThan(0.008);
    expect((ranks.ahead[0]?.[1] ?? 0) + (ranks.ahead[1]?.[0] ?? 0)).toBeCloseTo(1, 12);
    expect(ranks.ahead[0]?.[0]).toBeNull();
    expect(ranks.units[0]).toMatchObject({ rank: 1, median: 1, lower: 1, upper: 2, best: 1, worst: 2 });
    expect(ranks.units[0]?.within["1"]).toBeCloseTo(ranks.ahead[0]?.[1] ?? 9, 12);
    expect(ranks.units[2]).toMatchObject({ rank: 3, lower: 3, upper: 3, within: { "1": 0, "2": 0 } });
  });

  it("scores draws as scoreIndex does", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const stack = stackIndex(definition, table);
        const [id = ""] = Object.keys(table.columns);
        const moved = Float64Array.from({ length: 3 * table.units.length }, (_, i) => i * 7 - 20);
        const ids = Object.keys(definition.nodes);
        const scored = stack.score(new Map([[id, moved]]), 3, ids);
        for (let copy = 0; copy < 3; copy++) {
          const own = moved.slice(copy * table.units.length, (copy + 1) * table.units.length);
          const result = scoreIndex(definition, { ...table, columns: { ...table.columns, [id]: own } });
          for (const node of ids)
            result.nodes[node]?.values.forEach((value, row) => {
              const at = copy * table.units.length + row;
              const found = scored.get(node);
              expect(found?.fault[at] === 0 ? found.values[at] : null).toBe(value);
            });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("scores draw by draw where units look at one another, and linearises nothing", () => {
    const definition = defineIndex({
      ...define({ a: leaf(0, 100) }, "a"),
      scope: "batch",
      nodes: {
        a: {
          ...leaf(0, 100),
          normalise: {
            method: "min-max",
            direction: "more",
            over: "pooled",
            cap: "none",
            whenConstant: "undefined",
          },
        } as IndexNode,
      },
    });
    const given = {
      table: { units: ["x", "y", "z"], columns: { a: [10, 30, 60] } },
      estimates: { a: [sample(1), sample(1), sample(1)] },
    };
    const line = propagateUncertainty(definition, given, { method: "linearised" });
    expect(line.nodes["a"]?.[1]).toMatchObject({ reason: "looks-sideways" });
    const cells = propagateUncertainty(definition, given, { draws: 300 }).nodes["a"];
    // The extremes are 0 and 100 in every draw; the middle one moves by its own error and those of both ends.
    expect(cells?.[0]).toMatchObject({ status: "ok", method: "monte-carlo", standardError: 0 });
    const middle = cells?.[1];
    if (middle?.status !== "ok") throw new Error("not computed");
    const expected = 2 * Math.hypot(1, 0.6, 0.4);
    expect(Math.abs((middle.standardError ?? 0) / expected - 1)).toBeLessThan(0.17);
    // Its own column explains only its own part.
    expect(middle.shares?.unexplained).toBeGreaterThan(0.1);
  });

  it("withholds a node without values in more than one draw of twenty", () => {
    const definition = define({
      a: leaf(0, 100, "statistic", "none"),
      index: { kind: "formula", title, provenance, expression: { op: "ln", of: ["a"] } },
    });
    expect(reasonOf(propagateUncertainty(definition, one({ a: 1 }, { a: sample(2) })))).toBe(
      "draws-not-computable",
    );
    const cell = cellOf(propagateUncertainty(definition, one({ a: 5 }, { a: sample(2.2) })));
    expect(cell.near).toEqual(["limit", "undefined"]);
  });
});

describe("parts", () => {
  it("factors a positive semi-definite matrix, and refuses another", () => {
    const singular = cholesky([
      [4, 2, 6],
      [2, 1, 3],
      [6, 3, 10],
    ]);
    expect("factor" in singular && singular.factor.map((line) => [...line])).toEqual([
      [2, 0, 0],
      [1, 0, 0],
      [3, 0, 1],
    ]);
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toMatchObject({ row: 1 });
  });

  it("reads quantiles of a histogram to a hundredth of the scale", () => {
    const histogram = valueHistogram(Float64Array.of(50), Float64Array.of(2));
    const values = Float64Array.from({ length: 20_000 }, (_, i) =>
      normalDistribution.quantile((i + 0.5) / 20_000, 50, 2),
    );
    histogram.add(0, values, values.length);
    for (const p of [0.001, 0.025, 0.5, 0.8, 0.999])
      expect(Math.abs(histogram.quantile(0, p) - normalDistribution.quantile(p, 50, 2))).toBeLessThan(0.02);
    expect(histogram.quantile(0, 1)).toBe(normalDistribution.quantile(1 - 0.5 / 20_000, 50, 2));
  });

  it("ranks the highest first, ties with the best rank, NaN not at all", () => {
    expect([...ranksOf(Float64Array.of(3, 9, 3, Number.NaN, 1))]).toEqual([2, 1, 2, 0, 4]);
  });
});

describe("refusals", () => {
  const definition = school("arithmetic-mean");
  const entry = (value: unknown) =>
    ({ ...schools, estimates: { ...schools.estimates, ell: [value] } }) as UncertainTable;
  const block = (matrix: unknown, names: unknown = columns) =>
    ({ ...schools, covariance: [{ columns: names, matrix }] }) as UncertainTable;
  const cov = figures.covariance;

  it.each<[string, UncertainTable]>([
    ["uncertainty.inference-required", entry({ standardError: 1 })],
    ["uncertainty.error-without-inference", entry({ standardError: 1, inference: "none" })],
    ["uncertainty.value-mismatch", entry(sample(1, { value: 5 }))],
    ["uncertainty.bad-counts", entry({ inference: "sample", counts: { values: [1, 1], counts: [2, 3] } })],
    [
      "uncertainty.empty-interval",
      entry({ inference: "sample", interval: { lower: 2, upper: 1, level: 0.9 } }),
    ],
    ["uncertainty.unknown-column", { ...schools, estimates: { ...schools.estimates, elll: [null] } }],
    ["uncertainty.list-length", { ...schools, estimates: { ...schools.estimates, ell: [] } }],
    [
      "uncertainty.covariance-malformed",
      block([
        [1, 2],
        [3, 4],
      ]),
    ],
    ["uncertainty.covariance-malformed", block(cov, ["api00", "meals", "meals"])],
    ["uncertainty.covariance-diagonal", block(cov.map((line) => line.map((cell) => 2 * cell)))],
    [
      "uncertainty.covariance-not-positive",
      block(
        [
          [null, 20, 0],
          [20, null, 0],
          [0, 0, null],
        ],
        ["api00", "ell", "meals"],
      ),
    ],
    ["uncertainty.declared-twice", { ...schools, independent: true, sharedRespondents: [] }],
  ])("refuses with %s", (code, given) => {
    expect(codeOf(() => propagateUncertainty(definition, given))).toBe(code);
  });

  it("warns of columns that count as exact", () => {
    const { ell: _, ...estimates } = schools.estimates;
    const { warnings } = propagateUncertainty(definition, { ...schools, estimates, independent: true });
    expect(warnings[0]).toMatchObject({ code: "uncertainty.taken-as-exact", values: { columns: "ell" } });
  });

  it("never gives anything but plain numbers, nulls and reasons, whatever comes in", () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, Number.NaN, 5e-324, 1e-200));
    const estimate = fc.record(
      {
        standardError: number,
        df: number,
        n: number,
        inference: fc.constantFrom("sample", "process", "none"),
        counts: fc.record({ values: fc.array(number), counts: fc.array(number) }),
      },
      { requiredKeys: ["inference"] },
    );
    const hostile = fc.record(
      {
        table: fc.constant(schools.table),
        estimates: fc.oneof(
          fc.anything(),
          fc.record({ api00: fc.array(fc.oneof(estimate, fc.anything()), { minLength: 1, maxLength: 1 }) }),
        ),
        covariance: fc.oneof(fc.anything(), fc.array(fc.anything(), { minLength: 1, maxLength: 1 })),
        independent: fc.anything(),
      },
      { requiredKeys: ["table", "estimates"] },
    );
    const finite = (value: unknown): boolean =>
      typeof value === "number"
        ? Number.isFinite(value) && !Object.is(value, -0)
        : typeof value !== "object" || value === null || Object.values(value).every(finite);
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.anything()),
        fc.oneof(fc.constant({ draws: 100 }), fc.anything()),
        (given, options) => {
          codeOf(() => {
            expect(finite(propagateUncertainty(definition, given as never, options as never))).toBe(true);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
