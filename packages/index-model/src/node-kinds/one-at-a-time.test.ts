import fc from "fast-check";
import { expect, test } from "vitest";
import { leaf, score, title } from "../../fixtures/one-index.js";

const nodes = {
  rated: leaf({ evidence: { conditions: [{ column: "alpha", title, atLeast: 0.5 }] } }),
  onApp: leaf({ appliesTo: { attribute: "channel", values: ["app"] } }),
  marks: {
    kind: "points",
    maximum: 20,
    children: [
      { node: "rated", maximum: 12, given: "points" },
      { node: "onApp", maximum: 8, given: "points" },
    ],
    notApplicable: "prorated",
    missing: { policy: "prorated", minimumAvailable: "1/4" },
    outOfRange: "cap",
  },
  rule: {
    kind: "let",
    cases: [{ when: { compare: ">", of: ["late", 3] }, set: { factor: 0.5 } }],
    default: { factor: 1 },
  },
  less: {
    kind: "deduction",
    from: "marks",
    items: [{ id: "late", title, of: "late", each: 0.5 }],
    atMost: 4,
  },
  more: {
    kind: "bonus",
    to: "less",
    items: [
      {
        id: "extra",
        title,
        of: "extra",
        steps: [
          { from: 1, points: 1 },
          { from: 3, points: 2 },
        ],
      },
    ],
    limits: { lower: 0, upper: 20 },
  },
  gated: {
    kind: "gate",
    of: "more",
    when: { attribute: "incident", confirmed: ["confirmed"], clear: ["none"] },
    effect: { do: "cap", at: 5 },
    notAssessed: "missing",
  },
  vector: {
    kind: "membership",
    from: {
      method: "functions",
      of: "gated",
      functions: { low: { to: 4, right: 12 }, high: { left: 4, from: 12 } },
    },
    normalise: "sum",
  },
  both: {
    kind: "synthesis",
    grades: ["low", "high"],
    children: [{ node: "vector", weight: 1 }],
    operator: "max-product",
    normalise: "none",
  },
  crisp: {
    kind: "defuzzify",
    of: "both",
    values: { low: 30, high: 90 },
    by: { method: "weighted-average", exponent: 2 },
  },
  root: { kind: "formula", expression: { op: "multiply", of: ["crisp", "rule.factor"] } },
};

const cell = fc.option(fc.integer({ min: -2, max: 14 }), { freq: 5 });
const row = fc.record({
  rated: cell,
  onApp: cell,
  late: cell,
  extra: cell,
  alpha: fc.option(fc.constantFrom(0.4, 0.5, 0.9)),
  channel: fc.constantFrom("app", "web"),
  incident: fc.option(fc.constantFrom("none", "confirmed", "None")),
});

test("law: a unit scored alone has the values, reasons and statuses that it has in the table; no value is NaN", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const scored = (some: typeof rows) => {
        const column = (name: "rated" | "onApp" | "late" | "extra" | "alpha") => some.map((one) => one[name]);
        return score(
          nodes,
          {
            rated: column("rated"),
            onApp: column("onApp"),
            late: column("late"),
            extra: column("extra"),
            alpha: column("alpha"),
          },
          "root",
          {},
          { channel: some.map((one) => one.channel), incident: some.map((one) => one.incident) },
        ).nodes;
      };
      const together = scored(rows);
      rows.forEach((one, k) => {
        for (const [id, alone] of Object.entries(scored([one]))) {
          expect(alone.values[0]).toBe(together[id]?.values[k]);
          expect(alone.reasons?.[0] ?? null).toBe(together[id]?.reasons?.[k] ?? null);
          expect(alone.statuses?.[0]).toBe(together[id]?.statuses?.[k]);
          if (alone.values[0] !== null) expect(Number.isFinite(alone.values[0])).toBe(true);
        }
      });
    }),
    { numRuns: 60 },
  );
});

test("hostile members are refused by name, never by accident", () => {
  const hostile = [
    undefined,
    null,
    "x",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    {},
    [],
    [{}],
    { __proto__: [] },
  ];
  for (const [id, node] of Object.entries(nodes))
    for (const member of Object.keys(node))
      for (const value of hostile) {
        try {
          score(
            { ...nodes, [id]: { ...node, [member]: value } },
            { late: [1], extra: [1], alpha: [1] },
            "root",
            {},
            { channel: ["app"], incident: ["none"] },
          );
        } catch (thrown) {
          expect((thrown as { code?: unknown }).code, `${id}.${member}`).toMatch(
            /^(document|index|formula|table)\./,
          );
        }
      }
});
