import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index, leaf, score } from "../../fixtures/one-index.js";

const points = (more = {}) => ({
  kind: "points",
  maximum: 100,
  children: [
    { node: "hall", maximum: 40, given: "points" },
    { node: "queue", maximum: 35, given: "share" },
    { node: "staff", maximum: 25, given: "score" },
  ],
  notApplicable: "prorated",
  missing: { policy: "propagate" },
  outOfRange: "missing",
  ...more,
});
const channels = { channel: ["a", "a", "b"] };
const onlyA = leaf({ appliesTo: { attribute: "channel", values: ["a"] } });
const columns = { hall: [31, null, 31], queue: [0.8, 0.8, 0.8], staff: [64, 64, 64] };

/** 31 + 28 + 16 by hand; hall left out: (28 + 16)·100/60. */
test("points, shares and scores add up; what does not apply is prorated; what is missing is missing", () => {
  const { root } = score({ hall: onlyA, root: points() }, columns, "root", {}, channels).nodes;
  expect(root?.values).toEqual([75, null, (100 * 44) / 60]);
  expect(root?.reasons).toEqual([null, "missing", null]);
  expect(root?.outputs).toEqual({ hall: [31, null, null], queue: [28, 28, 28], staff: [16, 16, 16] });
});

test.each([
  ["full", 84],
  ["zero", 44],
])("not applicable counts %s", (notApplicable, expected) => {
  const result = score({ hall: onlyA, root: points({ notApplicable }) }, columns, "root", {}, channels);
  expect(result.nodes["root"]?.values).toEqual([75, null, expected]);
});

test.each([
  [0.6, (100 * 44) / 60],
  [0.61, null],
])("missing is prorated while %s of the points can be earned", (minimumAvailable, expected) => {
  const missing = { policy: "prorated", minimumAvailable };
  const result = score({ root: points({ missing }) }, columns, "root");
  expect(result.nodes["root"]?.values[1]).toBe(expected);
});

test("a unit to which nothing applies has no points under prorated", () => {
  const nodes = Object.fromEntries(["hall", "queue", "staff"].map((id) => [id, onlyA]));
  const { root } = score({ ...nodes, root: points() }, columns, "root", {}, channels).nodes;
  expect(root?.reasons?.[2]).toBe("not-applicable");
});

describe("points beyond the maximum are named", () => {
  const over = { hall: [41, -1, 40], queue: [1, 1, 1], staff: [100, 100, 100] };
  test.each([
    ["missing", [null, null, 100], "taken for missing"],
    ["cap", [100, 60, 100], "set to the bound"],
  ])("%s", (outOfRange, expected, part) => {
    const result = score({ root: points({ outOfRange }) }, over, "root");
    expect(result.nodes["root"]?.values).toEqual(expected);
    const warning = result.warnings.find((one) => one.code === "index.points-out-of-range");
    expect(warning?.values).toEqual({ node: "hall", maximum: 40, count: 2 });
    expect(warning?.message.en).toContain(part);
  });
});

test.each([
  ["maxima that do not sum", { maximum: 90 }, "index.points-do-not-sum"],
  [
    "a child twice",
    {
      maximum: 80,
      children: [
        { node: "hall", maximum: 40, given: "points" },
        { node: "hall", maximum: 40, given: "points" },
      ],
    },
    "index.duplicate-child",
  ],
  ["a maximum of 0", { maximum: 0 }, "document.wrong-type"],
])("refused: %s", (_, members, code) => {
  const leaves = { hall: leaf(), queue: leaf(), staff: leaf() };
  expect(() => index({ ...leaves, root: points(members) }, "root")).toThrow(
    expect.objectContaining({ code }),
  );
});

test("law: whole points add up exactly, and full marks are exactly the maximum", () => {
  const marks = fc.array(fc.record({ maximum: fc.integer({ min: 1, max: 60 }), lost: fc.nat(60) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(marks, (all) => {
      const children = all.map(({ maximum }, k) => ({ node: `c${k}`, maximum, given: "points" }));
      const maximum = all.reduce((sum, one) => sum + one.maximum, 0);
      const earned = all.map(({ maximum, lost }) => Math.max(0, maximum - lost));
      const columns = Object.fromEntries(earned.map((value, k) => [`c${k}`, [value, all[k]?.maximum ?? 0]]));
      const result = score({ root: points({ maximum, children }) }, columns, "root");
      expect(result.nodes["root"]?.values).toEqual([earned.reduce((a, b) => a + b, 0), maximum]);
    }),
    { numRuns: 50 },
  );
});
