import { expect, test } from "vitest";
import { controlChart } from "./control-chart.js";
import type { ControlChartInput } from "./control-chart-input.js";

function chart(input: ControlChartInput) {
  const found = controlChart(input);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}
const points = (list: readonly (number | null)[]) => list.map((value) => ({ value }));
const parameters = { centre: 10, standardDeviation: 2 };

test("EWMA by hand, with its signals on both sides", () => {
  // λ = ½: averages 10 + 4, 10 + 5, 10 − 2.5, 10 − 8.25; σ_z² = σ²/3 · (1 − ¼^i).
  const found = chart({ kind: "ewma", points: points([18, 16, 0, -4]), parameters, lambda: 0.5, sigma: 2 });
  expect(found.points.map(({ value }) => value)).toEqual([14, 15, 7.5, 1.75]);
  for (const [index, point] of found.points.entries()) {
    const reach = 2 * 2 * Math.sqrt((1 - 0.25 ** (index + 1)) / 3);
    expect(point.upper).toBeCloseTo(10 + reach, 12);
    expect(point.lower).toBeCloseTo(10 - reach, 12);
  }
  expect(found.signals).toEqual([
    { rule: "ewma", index: 0, indices: [0], direction: "up" },
    { rule: "ewma", index: 1, indices: [1], direction: "up" },
    { rule: "ewma", index: 2, indices: [2], direction: "down" },
    { rule: "ewma", index: 3, indices: [3], direction: "down" },
  ]);
  expect(found.points.map(({ signals }) => signals)).toEqual([["ewma"], ["ewma"], ["ewma"], ["ewma"]]);
});

test("CUSUM by hand, shows the larger of its sums and the signals of both", () => {
  // z = 3, 3, 0, −6, −6 with k = ½: up 2.5, 5, 4.5, 0, 0; down 0, 0, 0, −5.5, −11.
  const found = chart({ kind: "cusum", points: points([16, 16, 10, -2, -2]), parameters, h: 4 });
  expect(found.points.map(({ upperSum }) => upperSum)).toEqual([2.5, 5, 4.5, 0, 0]);
  expect(found.points.map(({ lowerSum }) => lowerSum)).toEqual([0, 0, 0, -5.5, -11]);
  expect(found.points.map(({ value }) => value)).toEqual([2.5, 5, 4.5, -5.5, -11]);
  expect(found.signals.map(({ index, indices, direction }) => [index, ...indices, direction])).toEqual([
    [1, 1, "up"],
    [2, 2, "up"],
    [3, 3, "down"],
    [4, 4, "down"],
  ]);
});

test("a sum at its limit does not signal, beyond it does", () => {
  const at = (h: number) => chart({ kind: "cusum", points: points([16]), parameters, h }).signals.length;
  expect([at(2.5), at(2.4999)]).toEqual([0, 1]);
});

test("each point lists each rule that names it once, in the order of points", () => {
  const list = [10, 17, 17, 17, 10, 3, 3, 3];
  const found = chart({
    kind: "xmr",
    points: points(list),
    parameters,
    rules: ["nelson-1", "nelson-5"],
  });
  const indices = found.signals.map(({ index }) => index);
  expect(indices).toEqual([...indices].sort((a, b) => a - b));
  expect(found.points[3]?.signals.toSorted()).toEqual(["nelson-1", "nelson-5"]);
  expect(new Set(found.points[7]?.signals).size).toBe(found.points[7]?.signals.length);
  expect(found.points[0]?.signals).toEqual([]);
});

test("warnings count what they tell", () => {
  const warned = (input: ControlChartInput) =>
    chart(input).warnings.map(({ code, values }) => [code.replace("control-chart.", ""), values?.["count"]]);
  const list = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 9 : 11));
  expect(warned({ kind: "xmr", points: points(list), baseline: 20 })).toEqual([]);
  const short = [...list.slice(0, 10), null, ...list.slice(0, 6), 60];
  const found = new Map(
    warned({ kind: "xmr", points: points(short), baseline: 18, rules: ["nelson-1"] }) as [string, number][],
  );
  expect(found.get("short-baseline")).toBe(17);
  expect(found.get("empty-points")).toBe(1);
  expect(found.get("baseline-signals")).toBe(1);
  // Half of ten, a tenth of ten, nine tenths of ten: 5, 1 and 1 of the rarer kind.
  const share = (count: number) =>
    new Map(
      warned({ kind: "p", points: Array.from({ length: 20 }, () => ({ count, size: 10 })) }) as [
        string,
        number,
      ][],
    ).get("small-expected-count");
  expect([share(1), share(9)]).toEqual([20, 20]);
});

const signalsOf = (list: readonly number[], rule: "anhoej-crossings" | "nelson-3" | "nelson-8") =>
  chart({ kind: "xmr", points: points(list), parameters, rules: [rule] }).signals;

test("ten useful points may cross the centre line twice, not once", () => {
  // R: qbinom(0.05, 9, 0.5) is 2.
  expect(signalsOf([11, 11, 11, 9, 9, 9, 11, 11, 11, 11], "anhoej-crossings")).toEqual([]);
  expect(signalsOf([11, 11, 11, 9, 9, 9, 9, 9, 9, 9], "anhoej-crossings")).toHaveLength(1);
  // qbinom(0.05, 1, 0.5) is 0: two points never have too few.
  expect(signalsOf([11, 12], "anhoej-crossings")).toEqual([]);
});

test("a falling trend points down; eight points outside on both sides signal wherever the one is", () => {
  expect(signalsOf([10, 9, 8, 7, 6, 5], "nelson-3")).toMatchObject([{ direction: "down", index: 5 }]);
  for (let place = 0; place < 8; place++) {
    const list = Array.from({ length: 8 }, (_, index) => (index === place ? 6 : 14));
    expect(signalsOf(list, "nelson-8"), `${place}`).toHaveLength(1);
  }
  expect(signalsOf(new Array<number>(8).fill(14), "nelson-8")).toEqual([]);
  expect(signalsOf(new Array<number>(8).fill(6), "nelson-8")).toEqual([]);
});

test("a period without data may come first; the range of values holds the limits", () => {
  const np = chart({
    kind: "np",
    points: [
      { count: 0, size: 0 },
      { count: 5, size: 50 },
      { count: 7, size: 50 },
      { count: 3, size: 50 },
    ],
  });
  expect(np.points[0]?.value).toBeNull();
  expect(np.centre).toBeCloseTo(5, 12);
  const c = chart({ kind: "c", points: [{ count: null }, { count: 5 }, { count: 7 }] });
  expect([c.points[0]?.value, c.centre]).toEqual([null, 6]);
  const held = chart({ kind: "xmr", points: points([10, 12]), parameters, range: { min: 5 } });
  expect(held.points[0]).toMatchObject({ lower: 5, upper: 16 });
});

test("a baseline of two points is enough where they differ", () => {
  const counts = (list: readonly number[]) => list.map((count) => ({ count, size: 100 }));
  expect(controlChart({ kind: "laney-p", points: counts([20, 30]), baseline: 2 }).status).toBe("ok");
  expect(controlChart({ kind: "laney-p", points: counts([20, 20]), baseline: 2 })).toMatchObject({
    reason: "no-variation",
  });
  expect(controlChart({ kind: "xmr", points: points([7, 7, 7]) })).toMatchObject({ reason: "no-variation" });
});

test("a period of net shares without answers has none", () => {
  const found = chart({
    kind: "net-share",
    points: [
      { upper: 0, lower: 0, size: 0 },
      { upper: 6, lower: 2, size: 10 },
      { upper: 5, lower: 3, size: 10 },
    ],
  });
  expect(found.points[0]?.value).toBeNull();
  expect(found.centre).toBeCloseTo(0.3, 12);
});

test("fourteen points in alternation are named from the first of them, wherever it stands", () => {
  const list = [10, 10, 10, ...Array.from({ length: 13 }, (_, index) => (index % 2 === 0 ? 11 : 9))];
  const [signal] = chart({ kind: "xmr", points: points(list), parameters, rules: ["nelson-4"] }).signals;
  expect(signal?.indices).toEqual(Array.from({ length: 14 }, (_, index) => index + 2));
});

test("a baseline without spread has no limits, however the spread is taken", () => {
  expect(
    controlChart({ kind: "ewma", points: points([7, 7, 7]), dispersion: "standard-deviation" }),
  ).toMatchObject({ reason: "no-variation" });
});
