import { describe, expect, test } from "vitest";
import { index, leaf, score } from "../../fixtures/one-index.js";

const gate = (more = {}) => ({
  kind: "gate",
  of: "mean",
  when: { compare: "<", of: ["security", 60] },
  effect: { do: "set", value: 0 },
  notAssessed: "missing",
  ...more,
});
const columns = { mean: [90, 90, 90, null], security: [59, 60, null, 20] };

describe("effects", () => {
  test.each([
    ["set", { do: "set", value: 0 }, [0, 90, null, 0], [null, null, "missing", null]],
    ["cap", { do: "cap", at: 70 }, [70, 90, null, null], [null, null, "missing", "missing"]],
    ["missing", { do: "missing" }, [null, 90, null, null], ["missing", null, "missing", "missing"]],
    ["withhold", { do: "withhold" }, [null, 90, null, null], ["withheld", null, "missing", "withheld"]],
  ])("%s", (_, effect, values, reasons) => {
    const { root } = score({ root: gate({ effect }) }, columns, "root").nodes;
    expect(root?.values).toEqual(values);
    expect(root?.reasons).toEqual(reasons);
    expect(root?.statuses).toEqual(["triggered", "passed", "not-assessed", "triggered"]);
  });

  test("not assessed may keep the value, but is never passed", () => {
    const { root } = score({ root: gate({ notAssessed: "keep" }) }, columns, "root").nodes;
    expect(root?.values).toEqual([0, 90, 90, 0]);
    expect(root?.statuses?.[2]).toBe("not-assessed");
  });
});

test("a gate reads raw values and numeric columns of the table", () => {
  const root = gate({
    when: {
      any: [
        { compare: "<", of: ["mean.raw", 50] },
        { compare: "<", of: ["@raters", 5] },
      ],
    },
  });
  const result = score({ mean: leaf(), root }, { mean: [90, 40, 90], raters: [5, 9, 4] }, "root");
  expect(result.nodes["root"]?.values).toEqual([90, 0, 0]);
});

test("where the predicate does not apply, the value is kept", () => {
  const nodes = { security: leaf({ appliesTo: { attribute: "channel", values: ["app"] } }), root: gate() };
  const { root } = score(nodes, { mean: [90], security: [null] }, "root", {}, { channel: ["web"] }).nodes;
  expect(root?.values).toEqual([90]);
  expect(root?.statuses).toEqual(["not-applicable"]);
});

describe("statements about a unit", () => {
  const when = { attribute: "incident", confirmed: ["confirmed"], clear: ["none"] };
  const attributes = { incident: ["confirmed", "none", null, "None", "2026-01-05"] };
  const mean = [90, 90, 90, 90, 90];

  test("any other text than those listed is not assessed", () => {
    const { root } = score({ root: gate({ when }) }, { mean }, "root", {}, attributes).nodes;
    expect(root?.statuses).toEqual(["triggered", "passed", "not-assessed", "not-assessed", "not-assessed"]);
    expect(root?.values).toEqual([0, 90, null, null, null]);
  });

  test("the attribute must be there", () => {
    expect(() => score({ root: gate({ when }) }, { mean }, "root")).toThrow(
      expect.objectContaining({ code: "table.missing-attribute" }),
    );
  });
});

test.each([
  [
    "a text on both sides",
    { when: { attribute: "x", confirmed: ["a"], clear: ["a"] } },
    "index.statement-overlaps",
  ],
  [
    "a gate on the grade that grades do not list",
    { effect: { do: "withhold-grade" } },
    "index.gate-not-listed",
  ],
  ["no predicate", { when: { compare: "<", of: ["security"] } }, "formula.operand-count"],
  ["an unknown effect", { effect: { do: "zero" } }, "document.not-allowed"],
])("refused: %s", (_, members, code) => {
  expect(() => index({ mean: leaf(), security: leaf(), root: gate(members) }, "root")).toThrow(
    expect.objectContaining({ code }),
  );
});
