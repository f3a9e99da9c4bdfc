import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import figures from "../../fixtures/python/sensitivity.json" with { type: "json" };
import { randomIndex } from "../../fixtures/random-index.js";
import {
  analyseSensitivity,
  defineIndex,
  dropOne,
  effectiveImportance,
  type Factor,
  type IndexDefinition,
  type IndexNode,
  oneAtATime,
  scoreIndex,
  sobolIndices,
} from "../index.js";
import { estimateSobol } from "./estimate-sobol.js";
import { choiceAt, quantileOfRange } from "./factor-value.js";
import { sobolSequence } from "./sobol-sequence.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const leaf: IndexNode = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "survey",
  normalise: { method: "identity" },
};
const meanOf = (
  weights: Record<string, number>,
  method: "arithmetic-mean" | "geometric-mean" = "arithmetic-mean",
) =>
  ({
    kind: "aggregate",
    title,
    provenance,
    method,
    missing: { policy: "renormalise", minimumAvailable: 0 },
    children: Object.entries(weights).map(([node, weight]) => ({ node, weight })),
  }) satisfies IndexNode;
const define = (nodes: Record<string, IndexNode>): IndexDefinition =>
  defineIndex({
    formatVersion: 1,
    id: "test.index",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "index",
    nodes,
  });
const three = (method: "arithmetic-mean" | "geometric-mean" = "arithmetic-mean") =>
  define({ a: leaf, b: leaf, c: leaf, index: meanOf({ a: 3, b: 2, c: 1 }, method) });
const { x } = figures.importance;
const table = {
  units: x.map((_, i) => `u${i}`),
  columns: Object.fromEntries(["a", "b", "c"].map((id, j) => [id, x.map((row) => row[j] ?? 0)])),
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

describe("Sobol' sequence", () => {
  it("is that of Joe and Kuo in all 64 dimensions (scipy.stats.qmc.Sobol)", () => {
    const points = sobolSequence(1024, 64, []);
    const row = (at: number) => points.map((column) => (column[at] ?? 0) - 2 ** -33);
    expect(row(5)).toEqual(figures.sobol.row5);
    expect(row(1023)).toEqual(figures.sobol.row1023);
  });
});

describe("sobolIndices", () => {
  it("estimates as scipy.stats.sobol_indices does on the same runs", () => {
    const runs = figures.ishigami.runs.map((list) => Float64Array.from(list));
    const found = estimateSobol(["x1", "x2", "x3"], runs, [], 0.95);
    if (found.status !== "ok") throw new Error(found.reason);
    ["x1", "x2", "x3"].forEach((name, j) => {
      expect(found.factors[name]?.first.value).toBeCloseTo(figures.ishigami.first[j] ?? 0, 10);
      expect(found.factors[name]?.total.value).toBeCloseTo(figures.ishigami.total[j] ?? 0, 10);
    });
  });

  // Ishigami and Homma, 1990: a = 7, b = 0.1.
  it.each(["sobol", "random"] as const)(
    "finds the analytic indices of the Ishigami function (%s)",
    (design) => {
      const model = (u: Float64Array) => {
        const [a = 0, b = 0, c = 0] = Array.from(u, (v) => Math.PI * (2 * v - 1));
        return [Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)];
      };
      const { outputs } = sobolIndices(["a", "b", "c"], model, { samples: 8192, design, bootstrap: 0 });
      const [found] = outputs;
      if (found?.status !== "ok") throw new Error("not computed");
      const V = 49 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 18 + 0.5;
      const first = [0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2, 49 / 8, 0];
      const both = (8 * 0.01 * Math.PI ** 8) / 225;
      const total = [(first[0] ?? 0) + both, 49 / 8, both];
      const tolerance = design === "sobol" ? 0.012 : 0.06;
      ["a", "b", "c"].forEach((name, j) => {
        const own = found.factors[name];
        for (const [value, truth] of [
          [own?.first.value, first[j]],
          [own?.firstJansen.value, first[j]],
          [own?.total.value, total[j]],
        ])
          expect(Math.abs((value ?? 9) - (truth ?? 0) / V)).toBeLessThan(tolerance);
      });
      expect(found.variance / V).toBeCloseTo(1, 1);
    },
  );

  // Saltelli and Sobol', 1995: V_j = 1 / (3 (1 + a_j)²).
  it("finds the analytic indices of the g-function", () => {
    const a = [0, 1, 4.5, 9, 99, 99];
    const model = (u: Float64Array) => [
      a.reduce((product, c, j) => (product * (Math.abs(4 * (u[j] ?? 0) - 2) + c)) / (1 + c), 1),
    ];
    const names = a.map((_, j) => `x${j}`);
    const [found] = sobolIndices(names, model, { samples: 8192, bootstrap: 100 }).outputs;
    if (found?.status !== "ok") throw new Error("not computed");
    const own = a.map((c) => 1 / (3 * (1 + c) ** 2));
    const whole = own.reduce((product, v) => product * (1 + v), 1) - 1;
    names.forEach((name, j) => {
      const v = own[j] ?? 0;
      const part = found.factors[name];
      expect(Math.abs((part?.first.value ?? 9) - v / whole)).toBeLessThan(0.01);
      expect(Math.abs((part?.total.value ?? 9) - (v * (whole + 1)) / (1 + v) / whole)).toBeLessThan(0.015);
    });
    const floor = found.dummy.total.interval?.upper ?? 9;
    expect(found.factors["x0"]?.total.value).toBeGreaterThan(floor);
    expect(found.factors["x4"]?.total.value).toBeLessThan(floor);
  });

  it("shares a linear function of normal factors out by squared coefficients", () => {
    const range = { kind: "normal", mean: 0, sd: 1 } as const;
    const model = (u: Float64Array) => [
      3 * quantileOfRange(range, u[0] ?? 0) +
        2 * quantileOfRange(range, u[1] ?? 0) +
        quantileOfRange(range, u[2] ?? 0),
    ];
    const [found] = sobolIndices(["a", "b", "c"], model, { samples: 4096, bootstrap: 0 }).outputs;
    if (found?.status !== "ok") throw new Error("not computed");
    [9, 4, 1].forEach((square, j) => {
      const part = found.factors["abc"[j] ?? ""];
      expect(part?.first.value).toBeCloseTo(square / 14, 1.7);
      expect(part?.total.value).toBeCloseTo(square / 14, 1.7);
    });
    expect(found.variance).toBeCloseTo(14, 0);
  });

  it("bootstraps rows jointly: where f(A_B) is f(B), Jansen's share stays 1 in every resample", () => {
    const [found] = sobolIndices(["only"], (u) => [(u[0] ?? 0) ** 2], { samples: 64 }).outputs;
    if (found?.status !== "ok") throw new Error("not computed");
    expect(found.factors["only"]?.firstJansen).toEqual({ value: 1, interval: { lower: 1, upper: 1 } });
  });

  it("gives the same for the same seed, and moves nothing when the output is shifted or scaled", () => {
    const model = (u: Float64Array) => [(u[0] ?? 0) + 2 * (u[1] ?? 0) * (u[2] ?? 0)];
    const run = (f: typeof model) => sobolIndices(["a", "b", "c"], f, { samples: 256, seed: 7 }).outputs[0];
    expect(run(model)).toEqual(run(model));
    const [plain, moved] = [run(model), run((u) => [1e6 + 50 * (model(u)[0] ?? 0)])];
    if (plain?.status !== "ok" || moved?.status !== "ok") throw new Error("not computed");
    for (const name of ["a", "b", "c"])
      expect(moved.factors[name]?.first.value).toBeCloseTo(plain.factors[name]?.first.value ?? 0, 6);
  });

  it("tells a constant output and an undefined one, and refuses a broken model", () => {
    const found = sobolIndices(["a"], (u) => [5, (u[0] ?? 0) > 0.9 ? Number.NaN : 1], { samples: 64 });
    expect(found.outputs.map((output) => output.status === "not-computable" && output.reason)).toEqual([
      "constant-output",
      "output-undefined",
    ]);
    expect(codeOf(() => sobolIndices(["a"], () => []))).toBe("sensitivity.model-broken");
    expect(codeOf(() => sobolIndices(["a"], () => [1], { samples: 100 }))).toBe(
      "sensitivity.not-a-power-of-two",
    );
    expect(codeOf(() => sobolIndices(["a", "a"], () => [1]))).toBe("sensitivity.duplicate-factor");
  });
});

describe("factors", () => {
  it("chooses by ⌊uK⌋ of the unit interval, never by the range of the sample", () => {
    // COINr 1.1.14 cuts the sample's own range: .1, .2, .3 become three different choices.
    expect([0.1, 0.2, 0.3].map((u) => choiceAt(u, 3))).toEqual([0, 0, 0]);
    expect(choiceAt(1 - 2 ** -53, 3)).toBe(2);
  });

  it("has the quantiles of its ranges", () => {
    const triangular = { kind: "triangular", lower: 0, mode: 1, upper: 4 } as const;
    // P(X ≤ 1) = 1/4; the upper half is 1 − (4 − x)²/12.
    expect(quantileOfRange(triangular, 0.25)).toBeCloseTo(1, 12);
    expect(quantileOfRange(triangular, 0.75)).toBeCloseTo(4 - Math.sqrt(3), 12);
    const cut = { kind: "normal", mean: 0, sd: 1, lower: -1, upper: 1 } as const;
    expect(quantileOfRange(cut, 0.5)).toBeCloseTo(0, 12);
    expect(quantileOfRange(cut, 1 - 1e-12)).toBeLessThanOrEqual(1);
  });

  it.each<[string, unknown]>([
    ["sensitivity.no-such-path", { id: "w", path: "nodes.idex.method", options: [1, 2] }],
    ["sensitivity.no-such-path", { id: "w", path: "nodes.index.children.x.weight", options: [1, 2] }],
    ["sensitivity.no-such-path", { id: "w", path: "nodes.constructor", options: [1, 2] }],
    [
      "sensitivity.not-a-number-there",
      { id: "w", path: "nodes.index.method", range: { kind: "uniform", lower: 0, upper: 1 } },
    ],
    [
      "sensitivity.bad-range",
      { id: "w", path: "nodes.index.children.0.weight", range: { kind: "uniform", lower: 1, upper: 1 } },
    ],
    ["sensitivity.cannot-exclude", { id: "w", choices: [{ id: "no" }, { id: "yes", exclude: ["index"] }] }],
  ])("refuses with %s, never falls back to a default", (code, factor) => {
    const options = { factors: [factor as Factor], samples: 16, bootstrap: 0 };
    expect(codeOf(() => analyseSensitivity(three(), table, options))).toBe(code);
  });

  it("names the nearest path", () => {
    const factors: Factor[] = [{ id: "w", path: "nodes.index.metod", options: [1, 2] }];
    expect(() => analyseSensitivity(three(), table, { factors })).toThrow(/Did you mean "method"\?/);
  });

  it("refuses two factors at one place", () => {
    const factors: Factor[] = [
      { id: "all", path: "nodes.index.missing", options: [{ policy: "propagate" }, { policy: "propagate" }] },
      {
        id: "one",
        path: "nodes.index.missing.minimumAvailable",
        range: { kind: "uniform", lower: 0, upper: 1 },
      },
    ];
    expect(codeOf(() => analyseSensitivity(three(), table, { factors }))).toBe(
      "sensitivity.overlapping-paths",
    );
  });
});

const decisions: Factor[] = [
  {
    id: "weight of a",
    path: "nodes.index.children.a.weight",
    relative: true,
    range: { kind: "uniform", lower: 0.75, upper: 1.25 },
  },
  { id: "mean", path: "nodes.index.method", options: ["arithmetic-mean", "geometric-mean"] },
  { id: "without c", choices: [{ id: "with c" }, { id: "without c", exclude: ["c"] }] },
  {
    id: "scale of b",
    choices: [
      { id: "as it is" },
      {
        id: "goalposts",
        set: [{ path: "nodes.b.normalise", value: { method: "goalposts", worst: 20, best: 90 } }],
      },
    ],
  },
];

describe("analyseSensitivity", () => {
  const found = analyseSensitivity(three(), table, { factors: decisions, samples: 64, bootstrap: 20 });

  it("tells score and rank of every unit, and the mean rank shift", () => {
    expect(found.outputs).toHaveLength(2 * table.units.length + 1);
    expect(found.outputs.at(-1)?.asWritten).toBe(0);
    expect(found.design.runs).toBe(64 * 6);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("agrees with scoring every variant in full", () => {
    const weights = sobolIndices(
      decisions.map(({ id }) => id),
      (u) => {
        const method = (u[1] ?? 0) < 0.5 ? "arithmetic-mean" : "geometric-mean";
        const c: Record<string, number> = (u[2] ?? 0) < 0.5 ? { c: 1 } : {};
        const b: IndexNode =
          (u[3] ?? 0) < 0.5
            ? leaf
            : ({
                ...leaf,
                kind: "indicator",
                normalise: { method: "goalposts", worst: 20, best: 90 },
              } as IndexNode);
        const weight = 3 * (0.75 + 0.5 * (u[0] ?? 0));
        const variant = define({ a: leaf, b, c: leaf, index: meanOf({ a: weight, b: 2, ...c }, method) });
        return scoreIndex(variant, table).nodes["index"]?.values.map((value) => value ?? Number.NaN) ?? [];
      },
      { samples: 64, bootstrap: 20 },
    );
    weights.outputs.forEach((output, row) => {
      const own = found.outputs[row]?.sensitivity;
      if (output.status !== "ok" || own?.status !== "ok") throw new Error("not computed");
      for (const { id } of decisions)
        expect(own.factors[id]?.total.value).toBeCloseTo(output.factors[id]?.total.value ?? 9, 9);
    });
  });

  it("leaves a factor that nothing reads without a share", () => {
    const definition = define({ ...three().nodes, idle: meanOf({ a: 1, b: 1 }) });
    const factors: Factor[] = [
      ...decisions,
      { id: "idle", path: "nodes.idle.children.a.weight", range: { kind: "uniform", lower: 1, upper: 9 } },
    ];
    const { outputs } = analyseSensitivity(definition, table, { factors, samples: 64, bootstrap: 0 });
    const first = outputs[0]?.sensitivity;
    expect(first?.status === "ok" && first.factors["idle"]?.total.value).toBe(0);
  });

  it("is undefined for an output that nothing moves", () => {
    const outputs = [{ of: "score", node: "a", unit: "u3" } as const];
    const {
      outputs: [only],
    } = analyseSensitivity(three(), table, { factors: decisions, outputs, samples: 16 });
    expect(only?.sensitivity).toMatchObject({ status: "not-computable", reason: "constant-output" });
    expect(only?.asWritten).toBe(x[3]?.[0]);
  });
});

describe("oneAtATime and dropOne", () => {
  it("gives each setting what scoring it gives", () => {
    const { effects, values } = oneAtATime(three(), table, { factors: decisions });
    expect(effects.map(({ setting }) => setting)).toEqual([
      3 * 0.775,
      3 * 1.225,
      "arithmetic-mean",
      "geometric-mean",
      "with c",
      "without c",
      "as it is",
      "goalposts",
    ]);
    expect(effects[2]?.values).toEqual(values);
    expect(effects[2]?.meanRankShift).toBe(0);
    const geometric = scoreIndex(three("geometric-mean"), table).nodes["index"]?.values ?? [];
    effects[3]?.values.forEach((value, row) => {
      expect(value).toBeCloseTo(geometric[row] ?? 0, 10);
    });
  });

  it("drops an indicator with its weight, and says what cannot be dropped", () => {
    const definition = define({
      ...three().nodes,
      d: leaf,
      twice: { kind: "formula", title, provenance, expression: { op: "multiply", of: ["d", 1] } },
      index: meanOf({ a: 3, b: 2, c: 1, twice: 2 }),
    });
    const { indicators } = dropOne(definition, {
      ...table,
      columns: { ...table.columns, d: table.columns["a"] ?? [] },
    });
    expect(indicators["d"]).toMatchObject({ status: "not-computable", reason: "needed" });
    const without = define({ a: leaf, b: leaf, d: leaf, index: meanOf({ a: 3, b: 2, d: 2 }) });
    const expected = scoreIndex(without, {
      ...table,
      columns: { ...table.columns, d: table.columns["a"] ?? [] },
    });
    const dropped = indicators["c"];
    if (dropped?.status !== "ok") throw new Error("not computed");
    dropped.values.forEach((value, row) => {
      expect(value).toBeCloseTo(expected.nodes["index"]?.values[row] ?? 0, 10);
    });
  });

  it("holds for any index: nothing but numbers, nulls and reasons", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table: any }) => {
        const { indicators } = dropOne(definition, any);
        expect(JSON.parse(JSON.stringify(indicators))).toEqual(indicators);
        const importance = effectiveImportance(definition, any);
        expect(JSON.parse(JSON.stringify(importance))).toEqual(importance);
      }),
      { numRuns: 40 },
    );
  });
});

describe("effectiveImportance", () => {
  it.each(["arithmetic", "geometric"] as const)("has the covariance shares of NumPy (%s mean)", (kind) => {
    const found = effectiveImportance(three(`${kind}-mean`), table, { groups: 3 });
    if (found.status !== "ok") throw new Error(found.reason);
    ["a", "b", "c"].forEach((id, j) => {
      expect(found.indicators[id]?.covarianceShare).toBeCloseTo(figures.importance[kind][j] ?? 0, 10);
      if (kind === "arithmetic")
        expect(found.indicators[id]?.correlationRatio).toBeCloseTo(figures.importance.eta3[j] ?? 0, 10);
    });
    if (kind === "arithmetic") expect(found.sumOfShares).toBeCloseTo(1, 12);
  });

  it("gives nothing to an indicator on which all units agree, whatever its weight", () => {
    const same = { ...table, columns: { ...table.columns, a: table.units.map(() => 50) } };
    const found = effectiveImportance(three(), same);
    if (found.status !== "ok") throw new Error(found.reason);
    expect(found.indicators["a"]).toEqual({ covarianceShare: 0, correlationRatio: null, adjusted: null });
  });

  it("is undefined without differences", () => {
    const units = ["x", "y", "z"];
    const flat = { units, columns: { a: [1, 1, 1], b: [2, 2, 2], c: [3, 3, 3] } };
    expect(effectiveImportance(three(), flat)).toMatchObject({ reason: "constant-across-units" });
    const two = { units: ["x", "y"], columns: { a: [1, 2], b: [2, 3], c: [3, 4] } };
    expect(effectiveImportance(three(), two)).toMatchObject({ reason: "too-few-units" });
  });
});

describe("hostile input", () => {
  it("throws a CxMetricsError, nothing else", () => {
    const junk = fc.oneof(fc.anything(), fc.constantFrom(undefined, null, Number.NaN, "x", [], {}, -0));
    fc.assert(
      fc.property(junk, (value) => {
        const v = value as never;
        for (const run of [
          () => analyseSensitivity(three(), table, v),
          () => analyseSensitivity(three(), table, { factors: v }),
          () => analyseSensitivity(three(), table, { factors: [v] }),
          () => analyseSensitivity(three(), table, { factors: decisions, outputs: v, samples: 16 }),
          () => oneAtATime(three(), table, v),
          () => dropOne(three(), table, v),
          () => effectiveImportance(three(), table, v),
          () => sobolIndices(v, () => [1], { samples: 16 }),
          () => sobolIndices(["a"], () => v, { samples: 16 }),
          () => sobolIndices(["a"], () => [1], v),
          () => sobolIndices(["a"], v),
        ])
          codeOf(run);
      }),
      { numRuns: 60 },
    );
  });
});
