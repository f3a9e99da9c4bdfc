import { describe, expect, test } from "vitest";
import { index, leaf, score, title } from "../../fixtures/one-index.js";

const late = { id: "late", title, of: "late", each: 1.5 };
const outage = {
  id: "outage",
  title,
  of: "hours",
  steps: [
    { from: 1, points: 0.5 },
    { from: 4, points: 2 },
  ],
};
const deduct = (more = {}) => ({ kind: "deduction", from: "mean", items: [late, outage], ...more });

describe("deduction", () => {
  test.each([
    ["nothing happened", 80, 0, 0, 80],
    ["events times points", 80, 3, 0, 75.5],
    ["below the first step", 80, 0, 0.99, 80],
    ["a step includes its lower bound", 80, 0, 1, 79.5],
    ["just below the next step", 80, 0, 3.999, 79.5],
    ["the last step has no end", 80, 0, 400, 78],
    ["at most 5", 80, 9, 400, 75],
    ["a negative count takes nothing", 80, -3, 0, 80],
    ["nothing below the floor", 3, 9, 0, 0],
    ["a count that is missing", 80, null, 0, null],
    ["a score that is missing", null, 0, 0, null],
  ])("%s", (_, mean, count, hours, expected) => {
    const root = deduct({ atMost: 5, limits: { lower: 0 } });
    const result = score({ root }, { mean: [mean], late: [count], hours: [hours] }, "root");
    expect(result.nodes["root"]?.values[0]).toBe(expected);
  });

  test("the points are told together and by item", () => {
    const root = deduct({ atMost: 5 });
    const result = score({ root }, { mean: [80], late: [3], hours: [5] }, "root");
    expect(result.nodes["root"]?.outputs).toEqual({ amount: [5], late: [4.5], outage: [2] });
  });

  test("an item that does not apply takes nothing", () => {
    const nodes = { late: leaf({ appliesTo: { attribute: "channel", values: ["app"] } }), root: deduct() };
    const columns = { mean: [80, 80], late: [2, null], hours: [0, 0] };
    const result = score(nodes, columns, "root", {}, { channel: ["app", "web"] });
    expect(result.nodes["root"]?.values).toEqual([77, 80]);
  });
});

describe("bonus, and the order of the cap", () => {
  const bonus = (to: string, more = {}) => ({
    kind: "bonus",
    to,
    items: [{ id: "certificate", title, of: "certificates", each: 2 }],
    atMost: 3,
    ...more,
  });
  const columns = { mean: [99], late: [2], hours: [0], certificates: [2] };

  test("cap of 100 after the bonus", () => {
    const nodes = { less: deduct(), root: bonus("less", { limits: { upper: 100 } }) };
    expect(score(nodes, columns, "root").nodes["root"]?.values).toEqual([99]);
    const few = { ...columns, late: [0] };
    expect(score(nodes, few, "root").nodes["root"]?.values).toEqual([100]);
  });

  test("bonus after the cap leads beyond full marks", () => {
    const nodes = { less: deduct({ limits: { upper: 100 } }), root: bonus("less") };
    expect(score(nodes, { ...columns, late: [0] }, "root").nodes["root"]?.values).toEqual([102]);
  });

  test("the order of the nodes is the order of the steps", () => {
    const first = { raised: bonus("mean", { limits: { upper: 100 } }), root: deduct({ from: "raised" }) };
    const last = { less: deduct(), root: bonus("less", { limits: { upper: 100 } }) };
    expect(score(first, columns, "root").nodes["root"]?.values).toEqual([97]);
    expect(score(last, columns, "root").nodes["root"]?.values).toEqual([99]);
  });
});

test.each([
  ["each and steps", { ...late, steps: outage.steps }, "index.points-of-item"],
  ["neither", { id: "x", title, of: "late" }, "index.points-of-item"],
  ["falling steps", { ...outage, steps: [...outage.steps].reverse() }, "index.steps-not-rising"],
  ["negative points", { ...late, each: -1 }, "document.wrong-type"],
  ["a taken id", { ...late, id: "amount" }, "index.duplicate-item"],
])("refused: %s", (_, item, code) => {
  const nodes = { mean: leaf(), late: leaf(), hours: leaf(), root: deduct({ items: [item] }) };
  expect(() => index(nodes, "root")).toThrow(expect.objectContaining({ code }));
});
