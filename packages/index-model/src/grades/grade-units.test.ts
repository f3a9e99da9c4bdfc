import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index, leaf, score, title } from "../../fixtures/one-index.js";

const bands = [
  { id: "A", title, from: 90 },
  { id: "B", title, from: 75 },
  { id: "C", title, from: 60 },
  { id: "D", title },
];
const grades = (more = {}) => ({
  grades: { of: "score", bands, onFailedCondition: "lower-by-one", ...more },
});
const gradesOf = (
  columns: Readonly<Record<string, readonly (number | null)[]>>,
  more = {},
  nodes = {},
  attributes = {},
) => score(nodes, columns, "score", grades(more), attributes).grades ?? [];
const conditioned = (conditions: readonly object[]) => [
  { id: "A", title, from: 90, conditions },
  { id: "B", title, from: 75, conditions },
  { id: "C", title, from: 60 },
  { id: "D", title },
];

test.each([
  ["lower-included", ["A", "B", "B", "C", "D"]],
  ["upper-included", ["B", "B", "C", "D", "D"]],
])("the bound belongs to one band: %s", (boundary, expected) => {
  const found = gradesOf({ score: [90, 89.9, 75, 60, 59.9] }, { boundary });
  expect(found.map((one) => one.grade)).toEqual(expected);
});

describe("a failed condition", () => {
  const conditioning = conditioned([{ node: "security", atLeast: 70 }]);
  const columns = { score: [95, 95, 80, 95], security: [70, 69, 50, null] };
  test.each([
    ["lower-by-one", ["A", "B", "C", null], ["ok", "lowered", "lowered", "not-computable"]],
    ["band-that-fits", ["A", "C", "C", null], ["ok", "lowered", "lowered", "not-computable"]],
  ])("%s", (onFailedCondition, expected, statuses) => {
    const found = gradesOf(columns, { bands: conditioning, onFailedCondition });
    expect(found.map((one) => one.grade)).toEqual(expected);
    expect(found.map((one) => one.status)).toEqual(statuses);
  });

  test("conditions read raw values, from below and from above", () => {
    const raw = conditioned([
      { node: "start", raw: true, atMost: 3 },
      { node: "start", atLeast: 50 },
    ]);
    const nodes = { start: leaf({ normalise: { method: "goalposts", worst: 5, best: 1 } }) };
    const found = gradesOf({ score: [95, 95], start: [2, 3.5] }, { bands: raw }, nodes);
    expect(found.map((one) => [one.grade, one.failed])).toEqual([
      ["A", []],
      ["B", ["start"]],
    ]);
  });
});

describe("gates act on the grade and leave the score", () => {
  const when = { attribute: "incident", confirmed: ["confirmed"], clear: ["none"] };
  const gate = (effect: object) => ({ kind: "gate", of: "score", when, effect, notAssessed: "keep" });
  const attributes = { incident: ["confirmed", "none", null] };
  const columns = { score: [95, 95, 95] };

  test("the grade is capped", () => {
    const found = gradesOf(
      columns,
      { gates: ["veto"] },
      { veto: gate({ do: "cap-grade", at: "C" }) },
      attributes,
    );
    expect(found.map((one) => [one.grade, one.status, one.gates?.["veto"]])).toEqual([
      ["C", "capped", "triggered"],
      ["A", "ok", "passed"],
      ["A", "ok", "not-assessed"],
    ]);
  });

  test("the grade is withheld, and not assessed is told", () => {
    const result = score(
      { veto: gate({ do: "withhold-grade" }) },
      columns,
      "score",
      grades({ gates: ["veto"] }),
      attributes,
    );
    expect(result.grades?.map((one) => [one.grade, one.status])).toEqual([
      [null, "withheld-by-gate"],
      ["A", "ok"],
      ["A", "ok"],
    ]);
    expect(result.nodes["veto"]?.values).toEqual([95, 95, 95]);
    expect(result.warnings.map((one) => one.code)).toContain("index.gate-not-assessed");
  });

  test("a cap above the band changes nothing", () => {
    const veto = gate({ do: "cap-grade", at: "B" });
    expect(gradesOf({ score: [65, 65, 65] }, { gates: ["veto"] }, { veto }, attributes)[0]).toMatchObject({
      grade: "C",
      status: "ok",
    });
  });
});

describe("quotas", () => {
  const limited = [{ ...bands[0], quota: "1/4" }, { ...bands[1], quota: 0.5 }, bands[2], bands[3]];
  const columns = { score: [99, 98, 97, 96, 95, 94, 70, null, 50] };
  test("the surplus goes down band by band, lowest first, and counts below", () => {
    const found = gradesOf(columns, { bands: limited, quotaTies: "lower" });
    // Eight units are graded: two may be A, four may be B.
    expect(found.map((one) => one.grade)).toEqual(["A", "A", "B", "B", "B", "B", "C", null, "D"]);
    expect(found[2]).toMatchObject({ status: "lowered-by-quota", beforeQuota: "A" });
  });

  test.each([
    ["lower", ["A", "B", "B", "B", "B"]],
    ["keep", ["A", "A", "A", "B", "B"]],
  ])("units tied at the limit: %s", (quotaTies, expected) => {
    const two = [{ ...bands[0], quota: 0.4 }, ...bands.slice(1)];
    const found = gradesOf({ score: [99, 95, 95, 94, 93] }, { bands: two, quotaTies });
    expect(found.map((one) => one.grade)).toEqual(expected);
  });

  test("such grades are not comparable, and it is said", () => {
    const result = score({}, columns, "score", grades({ bands: limited, quotaTies: "lower" }));
    expect(result.comparable).toBe(false);
    expect(result.warnings.map((one) => one.code)).toContain("index.grade-quota");
  });

  test("law: no band holds more than its share when ties go down, and order is kept", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 }), (values) => {
        const found = gradesOf({ score: values }, { bands: limited, quotaTies: "lower" });
        const count = (id: string) => found.filter((one) => one.grade === id).length;
        expect(count("A")).toBeLessThanOrEqual(values.length / 4);
        expect(count("B")).toBeLessThanOrEqual(values.length / 2);
        const rank = (row: number) => bands.findIndex((band) => band.id === found[row]?.grade);
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            if (a >= b) expect(rank(i)).toBeLessThanOrEqual(rank(j));
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ["a condition without bound", { bands: conditioned([{ node: "score" }]) }, "index.condition-without-bound"],
  [
    "a raw value of no indicator",
    { bands: conditioned([{ node: "twice", raw: true, atLeast: 1 }]) },
    "index.raw-of-non-indicator",
  ],
  [
    "a quota without tie rule",
    { bands: [{ ...bands[0], quota: 0.5 }, ...bands.slice(1)] },
    "index.quota-ties-missing",
  ],
  [
    "a quota of the last band",
    { bands: [...bands.slice(0, 3), { ...bands[3], quota: 0.5 }], quotaTies: "keep" },
    "index.quota-of-last-band",
  ],
  ["a gate that is none", { gates: ["score"] }, "index.not-a-grade-gate"],
  ["a gate that is not there", { gates: ["veto"] }, "index.dangling-node"],
])("refused: %s", (_, more, code) => {
  const twice = { kind: "formula", expression: { op: "multiply", of: [2, "score"] } };
  expect(() => index({ score: leaf(), twice }, "score", grades(more))).toThrow(
    expect.objectContaining({ code }),
  );
});
