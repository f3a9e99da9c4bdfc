import fc from "fast-check";
import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/control-charts.json" with { type: "json" };
import { controlChart } from "./control-chart.js";
import type { ControlChartInput, CountInSize } from "./control-chart-input.js";
import type { ControlChart } from "./control-chart-result.js";
import { cusumStep } from "./cusum-step.js";
import { ewmaStep } from "./ewma-step.js";
import { controlChartKinds } from "./registry.js";

function chart(input: unknown): ControlChart {
  const found = controlChart(input as ControlChartInput);
  if (found.status !== "ok") throw new Error(JSON.stringify(found));
  return found;
}
const near = (actual: number | null | undefined, expected: number, tolerance = 1e-12) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
const shares = (counts: readonly number[], size: number): CountInSize[] =>
  counts.map((count) => ({ count, size }));

// R 4.2.2, fixtures/r/control-charts.R; tolerance 1e-12.
test.each(r.charts.map((row, index) => [`${row.input.kind} ${index}`, row] as const))("R: %s", (_, row) => {
  const found = chart(row.input);
  near(found.centre, row.centre);
  expect(found.points.length).toBe(24);
  found.points.forEach((point, index) => {
    near(point.value, row.value[index] ?? Number.NaN);
    near(point.lower, row.lower[index] ?? Number.NaN);
    near(point.upper, row.upper[index] ?? Number.NaN);
    expect(point.phase).toBe(index < 16 ? "baseline" : "monitoring");
  });
  if (row.meanMovingRange !== undefined) near(found.parameters.meanMovingRange, row.meanMovingRange);
  if (row.sigmaZ !== undefined) near(found.parameters.sigmaZ, row.sigmaZ);
});

test.each(r.cusum)("R: cusum, k = $input.k", ({ input, upperSum, lowerSum, up, down }) => {
  const found = chart(input);
  found.points.forEach((point, index) => {
    near(point.upperSum, upperSum[index] ?? Number.NaN);
    near(point.lowerSum, lowerSum[index] ?? Number.NaN);
  });
  const at = (direction: string) =>
    found.signals.filter((signal) => signal.direction === direction).map(({ index }) => index);
  expect([at("up"), at("down")]).toEqual([up, down]);
});

describe("published cases", () => {
  // Montgomery, Introduction to Statistical Quality Control, 6th ed. (2009), example 7.1: 30 samples of 50 orange-juice cans.
  const cans = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
    6,
  ];

  test("Montgomery's p chart: 0.0524 to 0.4102, samples 15 and 23 out", () => {
    const found = chart({ kind: "p", points: shares(cans, 50), rules: ["nelson-1"] });
    expect(found.centre.toFixed(4)).toBe("0.2313");
    expect(found.points[0]?.lower?.toFixed(4)).toBe("0.0524");
    expect(found.points[0]?.upper?.toFixed(4)).toBe("0.4102");
    expect(found.signals.map(({ index }) => index + 1)).toEqual([15, 23]);
  });

  test("the same without them: 0.0407 to 0.3893, sample 21 out", () => {
    const baseline = cans.map((_, index) => index).filter((index) => index !== 14 && index !== 22);
    const found = chart({ kind: "p", points: shares(cans, 50), baseline, rules: ["nelson-1"] });
    expect(found.centre.toFixed(4)).toBe("0.2150");
    expect(found.points[0]?.lower?.toFixed(4)).toBe("0.0407");
    expect(found.points[0]?.upper?.toFixed(4)).toBe("0.3893");
    expect(found.signals.map(({ index }) => index + 1)).toEqual([15, 21, 23]);
    expect(found.points[14]?.phase).toBe("monitoring");
  });

  test("NIST/SEMATECH e-Handbook 6.3.2.2, individuals: 45.8159 to 55.8041", () => {
    const values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const found = chart({ kind: "xmr", points: values.map((value) => ({ value })) });
    expect(found.centre).toBeCloseTo(50.81, 12);
    expect(found.parameters.meanMovingRange?.toFixed(4)).toBe("1.8778");
    // The handbook rounds the mean moving range before it goes on.
    near(found.points[0]?.lower, 45.8159, 1e-5);
    near(found.points[0]?.upper, 55.8041, 1e-5);
    near(found.points[1]?.movingRange, 2);
    expect(found.points[0]?.movingRange).toBeNull();
  });

  test("NIST/SEMATECH e-Handbook 6.3.2.4, EWMA: limits 47.4115 and 52.5884, averages to 51.99", () => {
    const values = [
      52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6,
      52.1,
    ];
    const averages =
      "50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05 49.38 49.92 50.73 51.23 51.94 51.99";
    const found = chart({
      kind: "ewma",
      points: values.map((value) => ({ value })),
      parameters: { centre: 50, standardDeviation: 2.0539 },
      lambda: 0.3,
      limits: "asymptotic",
    });
    expect(found.points.map(({ value }) => value?.toFixed(2)).join(" ")).toBe(averages);
    near(found.points[0]?.lower, 47.4115, 1e-5);
    near(found.points[0]?.upper, 52.5884, 1e-5);
    expect(found.signals).toEqual([]);
  });

  test("NIST/SEMATECH e-Handbook 6.3.2.3, CUSUM: printed sums, signals from the 14th group on", () => {
    const means = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15,
      328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
    ];
    const upper = [0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16, 19.04];
    const lower = [0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const sd = 0.635;
    const found = chart({
      kind: "cusum",
      points: means.map((value) => ({ value })),
      parameters: { centre: 325, standardDeviation: sd },
      k: 0.3175 / sd,
      h: 4.1959 / sd,
    });
    expect(found.signals.map(({ index }) => index + 1)).toEqual([14, 15, 16, 17, 18, 19, 20]);
    expect(found.signals.every(({ direction }) => direction === "up")).toBe(true);
    found.points.forEach((point, index) => {
      // Two decimals printed, ties rounded either way.
      expect(Math.abs((point.upperSum ?? 0) * sd - (upper[index] ?? 0))).toBeLessThan(0.005 + 1e-9);
      expect(Math.abs((point.lowerSum ?? 0) * sd + (lower[index] ?? 0))).toBeLessThan(0.005 + 1e-9);
    });
  });
});

describe("laws", () => {
  const point = fc
    .tuple(fc.integer({ min: 20, max: 900 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }))
    .map(([size, share]) => ({ count: Math.round(share * size), size }));
  const points = fc.array(point, { minLength: 5, maxLength: 40 });
  const value = fc.integer({ min: -500, max: 500 });
  const series = fc.array(value, { minLength: 4, maxLength: 40 }).filter((list) => new Set(list).size > 2);
  const kinds = fc.constantFrom("p", "u", "laney-p", "laney-u");

  test("monitored points never move the limits of the baseline", () => {
    fc.assert(
      fc.property(kinds, points, points, (kind, baseline, later) => {
        const alone = controlChart({ kind, points: baseline } as ControlChartInput);
        const followed = controlChart({
          kind,
          points: [...baseline, ...later],
          baseline: baseline.length,
        } as ControlChartInput);
        expect(followed.status).toBe(alone.status);
        if (alone.status !== "ok" || followed.status !== "ok") return;
        expect(followed.parameters).toEqual(alone.parameters);
        expect(followed.centre).toBe(alone.centre);
        alone.points.forEach((found, index) => {
          expect(followed.points[index]?.lower).toBe(found.lower);
          expect(followed.points[index]?.upper).toBe(found.upper);
        });
        // Parameters carried over give the same limits as a baseline in place.
        const frozen = chart({ kind, points: later, parameters: alone.parameters });
        expect(frozen.points.map(({ lower, upper }) => [lower, upper])).toEqual(
          followed.points.slice(baseline.length).map(({ lower, upper }) => [lower, upper]),
        );
        expect(frozen.points.every(({ phase }) => phase === "monitoring")).toBe(true);
      }),
    );
  });

  test("limits hold the centre, stay in the possible range and narrow with size", () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0.5, max: 6, noNaN: true }), (list, sigma) => {
        const found = controlChart({ kind: "p", points: list, sigma });
        if (found.status !== "ok") return;
        for (const { lower, upper } of found.points) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(found.centre);
          expect(upper).toBeGreaterThanOrEqual(found.centre);
        }
        const bySize = [...found.points.keys()].sort((a, b) => (list[a]?.size ?? 0) - (list[b]?.size ?? 0));
        const widths = bySize.map(
          (index) => (found.points[index]?.upper ?? 0) - (found.points[index]?.lower ?? 0),
        );
        expect(widths.every((width, k) => k === 0 || width <= (widths[k - 1] ?? 0) + 1e-12)).toBe(true);
      }),
    );
  });

  test("individual values: limits move and stretch with the data, and signals stay", () => {
    const scales = fc.constantFrom(0.1, 0.5, 3, 100);
    fc.assert(
      fc.property(
        fc.constantFrom("xmr", "ewma", "cusum"),
        series,
        scales,
        value,
        (kind, list, scale, shift) => {
          const one = controlChart({
            kind,
            points: list.map((item) => ({ value: item })),
          } as ControlChartInput);
          const other = controlChart({
            kind,
            points: list.map((item) => ({ value: item * scale + shift })),
          } as ControlChartInput);
          expect(other.status).toBe(one.status);
          if (one.status !== "ok" || other.status !== "ok") return;
          expect(other.signals).toEqual(one.signals);
          if (kind === "cusum") return;
          one.points.forEach((found, index) => {
            near(other.points[index]?.upper, (found.upper ?? 0) * scale + shift, 1e-9);
            near(other.points[index]?.lower, (found.lower ?? 0) * scale + shift, 1e-9);
          });
        },
      ),
    );
  });

  test("individual values: mirrored data give mirrored limits and directions", () => {
    fc.assert(
      fc.property(fc.constantFrom("xmr", "ewma", "cusum"), series, (kind, list) => {
        const of = (sign: number) =>
          controlChart({ kind, points: list.map((item) => ({ value: sign * item })) } as ControlChartInput);
        const one = of(1);
        const other = of(-1);
        if (one.status !== "ok" || other.status !== "ok") return expect(other.status).toBe(one.status);
        expect(other.signals.map(({ rule, index }) => [rule, index])).toEqual(
          one.signals.map(({ rule, index }) => [rule, index]),
        );
        const turned = { up: "down", down: "up" } as const;
        expect(other.signals.map(({ direction }) => direction && turned[direction])).toEqual(
          one.signals.map(({ direction }) => direction),
        );
        one.points.forEach((found, index) => {
          near(other.points[index]?.upper, -(found.lower ?? 0), 1e-9);
        });
        return undefined;
      }),
    );
  });

  test("np is p counted in a common size; net share without a lower band is p", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 30 }), (counts) => {
        const given = shares(counts, 50);
        const p = controlChart({ kind: "p", points: given });
        const np = controlChart({ kind: "np", points: given });
        const net = controlChart({
          kind: "net-share",
          points: counts.map((count) => ({ upper: count, lower: 0, size: 50 })),
        });
        if (p.status !== "ok" || np.status !== "ok" || net.status !== "ok") {
          expect([np.status, net.status]).toEqual([p.status, p.status]);
          return;
        }
        p.points.forEach((found, index) => {
          near(np.points[index]?.upper, (found.upper ?? 0) * 50, 1e-12);
          near(np.points[index]?.lower, (found.lower ?? 0) * 50, 1e-12);
          near(net.points[index]?.upper, found.upper ?? 0, 1e-12);
        });
        expect(np.signals).toEqual(p.signals);
        expect(net.signals).toEqual(p.signals);
      }),
    );
  });

  test("step functions draw the same charts", () => {
    fc.assert(
      fc.property(series, (list) => {
        const given = list.map((item) => ({ value: item }));
        const parameters = { centre: 12, standardDeviation: 80 };
        const averages = chart({ kind: "ewma", points: given, parameters });
        const sums = chart({ kind: "cusum", points: given, parameters });
        let average = ewmaStep(null, list[0] ?? 0, parameters);
        let sum = cusumStep(null, list[0] ?? 0, parameters);
        list.forEach((item, index) => {
          if (index > 0) {
            average = ewmaStep(JSON.parse(JSON.stringify(average)), item, parameters);
            sum = cusumStep(JSON.parse(JSON.stringify(sum)), item, parameters);
          }
          expect(averages.points[index]?.value).toBe(average.value);
          expect(averages.points[index]?.upper).toBe(average.upper);
          expect(sums.points[index]?.upperSum).toBe(sum.upperSum);
          expect(sums.points[index]?.lowerSum).toBe(sum.lowerSum);
        });
      }),
    );
  });
});

describe("edge cases", () => {
  test("periods without data keep their place and do not break a run", () => {
    const counts = [30, 28, 33, 31, 29, 30, 31, 29, 40, 40, 41, 40, 42, 41, 40, 41, 40];
    const full = chart({ kind: "p", points: shares(counts, 100), baseline: 8, rules: ["nelson-2"] });
    const gap = shares(counts, 100);
    gap.splice(12, 0, { count: 0, size: 0 });
    const gapped = chart({ kind: "p", points: gap, baseline: 8, rules: ["nelson-2"] });
    expect(full.signals.map(({ index }) => index)).toEqual([16]);
    expect(gapped.signals.map(({ index }) => index)).toEqual([17]);
    expect(gapped.signals[0]?.indices).not.toContain(12);
    expect(gapped.points[12]).toEqual({
      value: null,
      lower: null,
      upper: null,
      standardDeviation: null,
      phase: "monitoring",
      signals: [],
    });
    expect(gapped.warnings.map(({ code }) => code)).toContain("control-chart.empty-points");
  });

  test("missing values leave averages and sums as they are", () => {
    const parameters = { centre: 0, standardDeviation: 1 };
    const points = [{ value: 2 }, { value: null, label: "closed" }, { value: 1 }];
    const averages = chart({ kind: "ewma", points, parameters, lambda: 0.5 });
    expect(averages.points.map(({ value }) => value)).toEqual([1, null, 1]);
    expect(averages.points[1]?.label).toBe("closed");
    const sums = chart({ kind: "cusum", points, parameters });
    expect(sums.points.map(({ upperSum }) => upperSum)).toEqual([1.5, null, 2]);
    const ranges = chart({
      kind: "xmr",
      points: [{ value: 2 }, { value: null }, { value: 5 }, { value: 4 }],
    });
    expect(ranges.points.map(({ movingRange }) => movingRange)).toEqual([null, null, 3, 1]);
    expect(ranges.parameters.meanMovingRange).toBe(2);
  });

  test("data that cannot carry a chart", () => {
    const none = { kind: "p" as const, points: [] };
    expect(controlChart(none)).toMatchObject({ reason: "no-observations" });
    expect(controlChart({ kind: "u", points: shares([0, 0], 0) })).toMatchObject({
      reason: "no-observations",
    });
    const late = [
      { count: 0, size: 0 },
      { count: 3, size: 9 },
    ];
    expect(controlChart({ kind: "p", points: late, baseline: 1 })).toMatchObject({
      reason: "no-observations",
    });
    expect(controlChart({ kind: "xmr", points: [{ value: 4 }] })).toMatchObject({
      reason: "single-observation",
    });
    expect(controlChart({ kind: "laney-p", points: shares([3], 9) })).toMatchObject({
      reason: "single-observation",
    });
    for (const kind of ["p", "np", "u", "laney-p", "laney-u"] as const) {
      expect(controlChart({ kind, points: shares([0, 0, 0], 9) })).toMatchObject({ reason: "no-variation" });
    }
    expect(controlChart({ kind: "p", points: shares([9, 9], 9) })).toMatchObject({ reason: "no-variation" });
    expect(controlChart({ kind: "xmr", points: [{ value: 4 }, { value: 4 }] })).toMatchObject({
      reason: "no-variation",
    });
    const all = [{ upper: 9, lower: 0, size: 9 }];
    expect(controlChart({ kind: "net-share", points: all })).toMatchObject({ reason: "no-variation" });
  });

  test("a given standard: the centre alone implies the spread of shares and rates", () => {
    const found = chart({ kind: "p", points: shares([30, 44], 100), parameters: { centre: 0.3 } });
    near(found.points[0]?.upper, 0.3 + 3 * Math.sqrt(0.0021));
    expect(found.signals).toMatchObject([{ rule: "nelson-1", index: 1, direction: "up" }]);
    expect(found.warnings).toEqual([]);
  });

  test("limits of values are clamped to a range that the caller names", () => {
    const points = [90, 99, 91, 98].map((value) => ({ value }));
    const found = chart({ kind: "xmr", points, range: { min: 0, max: 100 } });
    expect(found.points[0]?.upper).toBe(100);
    expect(() => chart({ kind: "xmr", points, range: { max: 95 } })).toThrow(
      expect.objectContaining({ code: "parameter.out-of-range", path: ["points", 1, "value"] }),
    );
  });

  test("screening drops an outlier's moving ranges once", () => {
    const points = [10, 11, 10, 12, 11, 10, 11, 90, 11, 10, 12, 11, 10, 11, 12].map((value) => ({ value }));
    const plain = chart({ kind: "xmr", points });
    const screened = chart({ kind: "xmr", points, screening: "once" });
    expect(plain.parameters.meanMovingRange).toBeCloseTo(172 / 14, 12);
    expect(screened.parameters.meanMovingRange).toBeCloseTo(14 / 12, 12);
  });

  test.each([
    [{ kind: "q", points: [] }, "method.unknown", ["kind"]],
    [{ kind: "p" }, "control-chart.points-not-a-list", ["points"]],
    [{ kind: "p", points: [3] }, "argument.not-an-object", ["points", 0]],
    [{ kind: "p", points: shares([11], 10) }, "parameter.out-of-range", ["points", 0, "count"]],
    [{ kind: "u", points: shares([1], 0) }, "control-chart.count-without-size", ["points", 0, "size"]],
    [{ kind: "c", points: [{ count: -1 }] }, "parameter.out-of-range", ["points", 0, "count"]],
    [
      {
        kind: "np",
        points: [
          { count: 1, size: 9 },
          { count: 1, size: 8 },
        ],
      },
      "control-chart.sizes-differ",
      ["points", 1, "size"],
    ],
    [
      { kind: "net-share", points: [{ upper: 5, lower: 5, size: 9 }] },
      "control-chart.bands-exceed-size",
      ["points", 0],
    ],
    [
      { kind: "p", points: [{ count: 1, size: 2, label: 3 }] },
      "control-chart.label-not-text",
      ["points", 0, "label"],
    ],
    [{ kind: "p", points: shares([1], 2), baseline: 2 }, "control-chart.bad-baseline", ["baseline"]],
    [{ kind: "p", points: shares([1], 2), baseline: [0, 1] }, "control-chart.bad-baseline", ["baseline"]],
    [{ kind: "p", points: shares([1], 2), baseline: [] }, "control-chart.bad-baseline", ["baseline"]],
    [
      { kind: "p", points: shares([1], 2), baseline: 1, parameters: { centre: 0.5 } },
      "control-chart.baseline-and-parameters",
      ["baseline"],
    ],
    [
      { kind: "xmr", points: [{ value: 1 }], parameters: { centre: 0.5 } },
      "control-chart.parameter-missing",
      ["parameters", "standardDeviation"],
    ],
    [
      { kind: "laney-p", points: shares([1], 2), parameters: { centre: 0.5 } },
      "control-chart.parameter-missing",
      ["parameters", "sigmaZ"],
    ],
    [
      { kind: "p", points: shares([1], 2), parameters: { centre: 2 } },
      "parameter.out-of-range",
      ["parameters", "centre"],
    ],
    [
      { kind: "ewma", points: [{ value: 1 }], rules: ["nelson-1"] },
      "control-chart.rules-not-applicable",
      ["rules"],
    ],
    [{ kind: "ewma", points: [{ value: 1 }], lambda: 0 }, "parameter.out-of-range", ["lambda"]],
    [{ kind: "xmr", points: [{ value: 1 }], screening: "twice" }, "method.unknown", ["screening"]],
    [{ kind: "p", points: [], rules: "nelson-1" }, "control-chart.rules-not-a-list", ["rules"]],
    [{ kind: "p", points: [], rules: ["nelson-9"] }, "method.unknown", ["rules", 0]],
    [{ kind: "p", points: [], sigma: 0 }, "parameter.out-of-range", ["sigma"]],
  ])("a mistake is named: %j", (input, code, path) => {
    expect(() => chart(input)).toThrow(expect.objectContaining({ code, path }));
  });
});

test("the registry describes every kind once", () => {
  const ids = controlChartKinds.map(({ id }) => id);
  expect(new Set(ids).size).toBe(10);
  for (const kind of controlChartKinds) {
    expect(kind.title.zh).toMatch(/[一-鿿]/);
    expect(kind.formula.length * kind.source.length * kind.edgeCases.en.length).toBeGreaterThan(0);
  }
});

test("average run lengths that the comments quote are those of R's package spc", () => {
  expect(r.averageRunLengths.cusum5.toFixed(0)).toBe("465");
  expect(r.averageRunLengths.cusum4.toFixed(0)).toBe("168");
  expect(r.averageRunLengths.ewma.toFixed(0)).toBe("554");
});
