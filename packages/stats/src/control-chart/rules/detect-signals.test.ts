import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../../fixtures/python/rule-run-lengths.json" with { type: "json" };
import r from "../../../fixtures/r/control-charts.json" with { type: "json" };
import type { ControlRuleId } from "./control-rule.js";
import { detectSignals } from "./detect-signals.js";
import { controlRules } from "./registry.js";

const ids = controlRules.map(({ id }) => id);
const unit = { centre: 0, standardDeviation: 1 };
const lastOf = (values: readonly (number | null)[], rule: ControlRuleId, limits = unit) =>
  detectSignals(values, limits, [rule]).map(({ index }) => index);

// R 4.2.2, fixtures/r/control-charts.R: rules by rle, on series whose points fall on the lines too.
test.each(ids)("R: %s", (rule) => {
  let signals = 0;
  for (const { values, signals: expected } of r.rules) {
    const found = lastOf(values, rule);
    expect(found).toEqual([...expected[rule]].sort((a, b) => a - b));
    signals += found.length;
  }
  expect(signals).toBeGreaterThan(5);
});

describe("windows", () => {
  test("two of three: the members are the points beyond, the last is where it signals", () => {
    expect(detectSignals([0, 2.5, 1, 2.2, 1], unit, ["nelson-5"])).toEqual([
      { rule: "nelson-5", index: 3, indices: [1, 3], direction: "up" },
    ]);
    expect(detectSignals([-2.5, -2.2], unit, ["western-electric-2"])).toEqual([
      { rule: "western-electric-2", index: 1, indices: [0, 1], direction: "down" },
    ]);
    expect(detectSignals([2.5, -2.2, 0, 2.5], unit, ["nelson-5"])).toEqual([]);
  });

  test("a trend of six and fourteen turns", () => {
    expect(detectSignals([0.5, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], unit, ["nelson-3"])).toEqual([
      { rule: "nelson-3", index: 6, indices: [1, 2, 3, 4, 5, 6], direction: "up" },
    ]);
    const turning = Array.from({ length: 14 }, (_, index) => 0.3 + 0.1 * (index % 2));
    expect(detectSignals(turning, unit, ["nelson-4"])).toEqual([
      { rule: "nelson-4", index: 13, indices: [...turning.keys()], direction: null },
    ]);
    expect(detectSignals(turning.slice(1), unit, ["nelson-4"])).toEqual([]);
  });

  test("inequalities are strict, and rounding noise lies on the line", () => {
    expect(detectSignals([3, -3], unit)).toEqual([]);
    expect(lastOf([3 + 1e-12, 3 + 1e-8], "nelson-1")).toEqual([1]);
    const tenths = Array.from({ length: 9 }, () => 0.1 + 0.2);
    expect(lastOf(tenths, "nelson-2", { centre: 0.3, standardDeviation: 1 })).toEqual([]);
    expect(lastOf([1, 1, 1, 1, 0, 1, 1, 1, 1, 1], "nelson-2")).toEqual([]);
  });

  test("rule 8 wants both sides", () => {
    expect(lastOf(new Array(10).fill(1.5), "nelson-8")).toEqual([]);
    expect(lastOf([...new Array(7).fill(1.5), -1.5], "nelson-8")).toEqual([7]);
  });

  test("Anhøj: 24 points allow a run of 8 and want 8 crossings; points on the line are left out", () => {
    const swing = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? -1 : 1));
    expect(lastOf([...new Array(8).fill(1), ...swing], "anhoej-longest-run")).toEqual([]);
    expect(lastOf([...new Array(9).fill(1), ...swing.slice(0, 15)], "anhoej-longest-run")).toEqual([8]);
    const broken = [...new Array(5).fill(1), 0, ...new Array(4).fill(1), ...swing.slice(0, 15)];
    expect(detectSignals(broken, unit, ["anhoej-longest-run"])).toEqual([
      { rule: "anhoej-longest-run", index: 9, indices: [0, 1, 2, 3, 4, 6, 7, 8, 9], direction: "up" },
    ]);
    const blocks = (lengths: number[]) =>
      lengths.flatMap((length, k) => new Array<number>(length).fill(k % 2 === 0 ? 1 : -1));
    expect(lastOf(blocks([3, 3, 3, 3, 3, 3, 3, 3]), "anhoej-crossings")).toEqual([23]);
    expect(lastOf(blocks([3, 3, 3, 3, 3, 3, 2, 2, 2]), "anhoej-crossings")).toEqual([]);
  });

  test("limits may differ from point to point, and sigma moves the limits only", () => {
    const limits = { centre: [0, 0, 10], standardDeviation: [1, 2, 1] };
    expect(detectSignals([3.5, 3.5, 3.5], limits, ["nelson-1"]).map(({ index }) => index)).toEqual([0, 2]);
    expect(detectSignals([2.8], { ...unit, sigma: 2.5 }, ["nelson-1"])).toHaveLength(1);
  });

  test("nothing to judge", () => {
    expect(detectSignals([], unit, ids)).toEqual([]);
    expect(detectSignals([null, null], unit, ids)).toEqual([]);
    expect(detectSignals([0, 0, 0], unit, ids)).toEqual([]);
  });
});

describe("laws", () => {
  const z = fc.integer({ min: -14, max: 14 }).map((quarter) => quarter / 4);
  const series = fc.array(fc.option(z, { freq: 12 }), { maxLength: 70 });
  const scaled = (values: readonly (number | null)[], scale: number, shift: number) =>
    values.map((value) => (value === null ? null : value * scale + shift));

  test("shift and scale change nothing", () => {
    const scales = fc.constantFrom(0.1, 1 / 3, 7, 1e6);
    const shifts = fc.constantFrom(0, 0.7, -19, 1e3);
    fc.assert(
      fc.property(series, scales, shifts, (values, scale, shift) => {
        const limits = { centre: shift, standardDeviation: scale };
        expect(detectSignals(scaled(values, scale, shift), limits, ids)).toEqual(
          detectSignals(values, unit, ids),
        );
      }),
    );
  });

  test("a mirror turns directions only", () => {
    const turned = { up: "down", down: "up" } as const;
    fc.assert(
      fc.property(series, (values) => {
        const mirrored = detectSignals(scaled(values, -1, 0), unit, ids);
        const back = mirrored.map((signal) => ({
          ...signal,
          direction: signal.direction && turned[signal.direction],
        }));
        const key = (signal: { rule: string; index: number }) =>
          `${String(signal.index).padStart(3, "0")} ${signal.rule}`;
        const byKey = (a: { rule: string; index: number }, b: { rule: string; index: number }) =>
          key(a).localeCompare(key(b));
        expect(back.sort(byKey)).toEqual([...detectSignals(values, unit, ids)].sort(byKey));
      }),
    );
  });

  test("missing values and later values change no earlier signal of a window rule", () => {
    const windowed = controlRules.filter(({ averageRunLength }) => averageRunLength !== null);
    const names = windowed.map(({ id }) => id);
    fc.assert(
      fc.property(series, series, (values, later) => {
        const whole = detectSignals([...values, ...later], unit, names);
        expect(whole.filter(({ index }) => index < values.length)).toEqual(
          detectSignals(values, unit, names),
        );
        const full = values.filter((value) => value !== null);
        expect(detectSignals(full, unit, names).length).toBe(detectSignals(values, unit, names).length);
      }),
    );
  });

  test("every signal ends its window and is told at the last of its indices", () => {
    fc.assert(
      fc.property(series, (values) => {
        for (const { index, indices } of detectSignals(values, unit, ids)) {
          expect(indices.at(-1)).toBe(index);
          expect(indices.every((member, k) => k === 0 || member > (indices[k - 1] ?? 0))).toBe(true);
        }
      }),
    );
  });
});

test("average run lengths are those of the Markov chains, which give Champ and Woodall's table", () => {
  // Champ and Woodall, Technometrics 29 (1987) 393–399, table 1.
  const { C12, C13, C14, C1234 } = python.champWoodall;
  expect([C12, C13, C14, C1234].map((value) => value.toFixed(2))).toEqual([
    "225.44",
    "166.05",
    "152.73",
    "91.75",
  ]);
  for (const { id, averageRunLength } of controlRules) {
    if (averageRunLength === null) continue;
    expect(averageRunLength).toBeCloseTo(python.alone[id as keyof typeof python.alone], 1);
  }
  expect(python["nelson-1-2-5-6"].toFixed(0)).toBe("109");
  expect(python["nelson-1-to-8"].simulated.toFixed(0)).toBe("73");
});

test.each([
  [[3, unit], "argument.not-a-list", ["values"]],
  [[[1, Number.NaN], unit], "argument.not-a-number", ["values", 1]],
  [[[1], 3], "argument.not-an-object", []],
  [[[1], { centre: 0, standardDeviation: 0 }], "parameter.out-of-range", ["limits", "standardDeviation", 0]],
  [[[1], { centre: [1, 2], standardDeviation: 1 }], "control-chart.limits-differ", ["limits", "centre"]],
  [[[1], unit, ["nelson-11"]], "method.unknown", ["rules", 0]],
] as const)("a mistake is named: %j", (values, code, path) => {
  expect(() => detectSignals(...(values as unknown as Parameters<typeof detectSignals>))).toThrow(
    expect.objectContaining({ code, path }),
  );
});
