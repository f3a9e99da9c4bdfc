import { scoreIndex } from "@cxmetrics/index-model";
import { describe, expect, test } from "vitest";
import cases from "../../fixtures/undp/gender-and-inequality.json" with { type: "json" };
import { undpGdi } from "./undp-gdi.js";
import { undpGii } from "./undp-gii.js";
import { undpIhdi } from "./undp-ihdi.js";

/** Invented inputs, computed apart in plain Python (fixtures/undp/gender-and-inequality.py), 1e-12 relative. */
type Scored = ReturnType<typeof scoreIndex>;

function agree({ nodes }: Scored, expected: Readonly<Record<string, number>>): void {
  for (const [id, value] of Object.entries(expected))
    expect(Math.abs((nodes[id]?.values[0] ?? Number.NaN) / value - 1), id).toBeLessThan(1e-12);
}

const people = ["life_expectancy", "expected_schooling", "mean_schooling", "gni_pc_ppp"];
const named = (values: readonly number[], names: readonly string[]) =>
  Object.fromEntries(names.map((name, index) => [name, [values[index] ?? null]]));

describe("undp.gdi", () => {
  test.each(cases.gdi)("case %#", ({ f, m, expected }) => {
    const columns = {
      ...named(
        f,
        people.map((name) => `${name}_f`),
      ),
      ...named(
        m,
        people.map((name) => `${name}_m`),
      ),
    };
    agree(scoreIndex(undpGdi, { units: ["A"], columns }), expected);
  });
});

describe("undp.ihdi", () => {
  test.each(cases.ihdi)("case %#", ({ base, a, expected }) => {
    const columns = {
      ...named(base, people),
      ...named(a, ["inequality_le", "inequality_edu", "inequality_inc"]),
    };
    agree(scoreIndex(undpIhdi, { units: ["A"], columns }), expected);
  });

  test("with no inequality it is the HDI", () => {
    const columns = {
      ...named([71.5, 13.5, 9, 12000], people),
      ...named([0, 0, 0], ["inequality_le", "inequality_edu", "inequality_inc"]),
    };
    const { nodes } = scoreIndex(undpIhdi, { units: ["A"], columns });
    expect(nodes["IHDI"]?.values[0]).toBeCloseTo(nodes["HDI"]?.values[0] ?? Number.NaN, 14);
  });
});

describe("undp.gii", () => {
  const names = [
    "maternal_mortality",
    "adolescent_births",
    "seats_f",
    "secondary_f",
    "secondary_m",
    "labour_f",
    "labour_m",
  ];

  test.each(cases.gii)("case %#", ({ values, expected }) => {
    agree(scoreIndex(undpGii, { units: ["A"], columns: named(values, names) }), expected);
  });

  test("shares may be told in per cent of anything: only their ratio counts", () => {
    const whole = scoreIndex(undpGii, {
      units: ["A"],
      columns: named([70, 25.9, 20.4, 30.9, 37, 22, 66.1], names),
    });
    const half = scoreIndex(undpGii, {
      units: ["A"],
      columns: named([70, 25.9, 20.4, 30.9, 37, 11, 33.05], names),
    });
    expect(half.nodes["GII"]?.values[0]).toBeCloseTo(whole.nodes["GII"]?.values[0] ?? Number.NaN, 14);
  });

  test("no adolescent birth has no reciprocal, and says so", () => {
    const { nodes } = scoreIndex(undpGii, {
      units: ["A"],
      columns: named([70, 0, 20.4, 30.9, 37, 22, 66.1], names),
    });
    expect(nodes["GII"]).toMatchObject({ values: [null], reasons: ["division-by-zero"] });
  });
});
