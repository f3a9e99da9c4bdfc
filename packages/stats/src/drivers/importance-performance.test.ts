import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImportancePerformanceInput, importancePerformance } from "../index.js";

function grid(input: ImportancePerformanceInput) {
  const found = importancePerformance(input);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}
const items = [
  { name: "waiting time", importance: 8, performance: 2 },
  { name: "staff", importance: 9, performance: 9 },
  { name: "parking", importance: 2, performance: 1 },
  { name: "brochure", importance: 1, performance: 8 },
];

test("Martilla and James's four fields", () => {
  const found = grid({ items, cuts: { importance: 5, performance: 5 } });
  expect(found.rule).toBe("given");
  expect(found.items.map((item) => item.quadrant)).toEqual([
    "concentrate",
    "keep-up",
    "low-priority",
    "overkill",
  ]);
  expect(found.items.every((item) => item.onLine.length === 0)).toBe(true);
});

test("lines at means and medians", () => {
  const five = [...items, { name: "app", importance: 9, performance: 1 }];
  expect(grid({ items: five, cuts: "means" }).cuts).toEqual({ importance: 5.8, performance: 4.2 });
  expect(grid({ items: five, cuts: "medians" }).cuts).toEqual({ importance: 8, performance: 2 });
  const middle = grid({ items: five, cuts: "medians" }).items[0];
  expect(middle).toMatchObject({ quadrant: "keep-up", onLine: ["importance", "performance"] });
});

test("an item at a mean that rounding moved is on the line", () => {
  const three = [0.1, 0.2, 0.3].map((value) => ({
    name: `${value}`,
    importance: value,
    performance: 1 - value,
  }));
  expect(grid({ items: three, cuts: "means" }).items[1]?.onLine).toEqual(["importance", "performance"]);
});

test("no items, one item, equal items, extreme items", () => {
  expect(importancePerformance({ items: [], cuts: "means" })).toMatchObject({ reason: "no-observations" });
  const one = grid({ items: items.slice(0, 1), cuts: "medians" });
  expect(one.items[0]).toMatchObject({ quadrant: "keep-up", onLine: ["importance", "performance"] });
  const far = [1.7e308, -1.7e308].map((value) => ({
    name: `${value}`,
    importance: value,
    performance: value,
  }));
  expect(
    grid({ items: far, cuts: { importance: 0, performance: -0 } }).items.map((item) => item.quadrant),
  ).toEqual(["keep-up", "low-priority"]);
});

describe("laws", () => {
  const lists = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((pairs) =>
      pairs.map(([importance, performance], index) => ({ name: `${index}`, importance, performance })),
    );
  const cuts = fc.constantFrom("means" as const, "medians" as const);

  test("scale, shift and order of the items move nobody", () => {
    fc.assert(
      fc.property(lists, cuts, (list, rule) => {
        const plain = grid({ items: list, cuts: rule }).items.map(({ quadrant, onLine }) => ({
          quadrant,
          onLine,
        }));
        const turned = [...list]
          .reverse()
          .map((item) => ({ ...item, importance: item.importance * 0.1 + 0.7 }));
        const moved = grid({ items: turned, cuts: rule }).items.map(({ quadrant, onLine }) => ({
          quadrant,
          onLine,
        }));
        expect(moved.reverse()).toEqual(plain);
      }),
    );
  });

  test("somebody is above or on each line", () => {
    fc.assert(
      fc.property(lists, cuts, (list, rule) => {
        const found = grid({ items: list, cuts: rule }).items.map((item) => item.quadrant);
        expect(found.some((quadrant) => quadrant === "keep-up" || quadrant === "concentrate")).toBe(true);
        expect(found.some((quadrant) => quadrant === "keep-up" || quadrant === "overkill")).toBe(true);
      }),
    );
  });
});

test.each([
  ["argument.not-a-list", { items: {}, cuts: "means" }],
  ["argument.not-a-number", { items: [{ name: "a", importance: null, performance: 1 }], cuts: "means" }],
  ["argument.not-an-object", { items: [null], cuts: "means" }],
  ["name.duplicate", { items: [items[0], items[0]], cuts: "means" }],
  ["importance-performance.cuts", { items, cuts: "mean" }],
  ["importance-performance.cuts", { items }],
  ["argument.not-a-number", { items, cuts: { importance: 3 } }],
])("%s", (code, input) => {
  expect(() => importancePerformance(input as ImportancePerformanceInput)).toThrow(
    expect.objectContaining({ code }),
  );
});
