import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { leafOn, oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import { fitIndex, poolImputations, poolRatings } from "../index.js";

/** Figures of numpy, scipy and mpmath; `fixtures/normalisers/normalisers.py` printed them, versions in the file. */
interface Case {
  id: string;
  stage: "normalise" | "treat" | "impute";
  parameters: object;
  reference: (number | null)[];
  /** Column that is scored; the reference itself where it is null. */
  raw: number[] | null;
  expected: (number | null)[];
  units?: string[];
  periods?: string[];
  attributes?: Record<string, string[]>;
  columns?: Record<string, number[]>;
  moved?: number;
  before?: object;
  after?: object;
  exponent?: number;
}
const file = new URL("../../fixtures/normalisers/normalisers.json", import.meta.url);
const { cases, pool, rubin } = JSON.parse(readFileSync(file, "utf8")) as {
  cases: Case[];
  pool: { ratings: number[][]; trimmed: number[]; deviations: number[]; halfWidths: number[] };
  rubin: { q: number[]; u: number[]; value: number; standardError: number; df: number; lower: number };
};

const tolerance = 1e-9;
function near(found: number | null | undefined, wanted: number | null): void {
  if (wanted === null) expect(found).toBeNull();
  else {
    expect(found).toBeTypeOf("number");
    expect(Math.abs((found ?? 0) - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
  }
}

test.each(cases)("$stage: $id", ({ stage, parameters, reference, raw, expected, ...more }) => {
  const { units, periods, attributes, columns } = more;
  const beside = JSON.parse(JSON.stringify({ units, periods, attributes }));
  const atScore = columns ? { columns } : {};
  const fitted = oneColumn(reference, { ...beside, ...(raw === null ? atScore : {}) });
  const scored = raw === null ? fitted : oneColumn(raw, atScore);
  const node = leafOn({ [stage]: parameters }, fitted, scored);
  expect(node.values.length).toBe(expected.length);
  expected.forEach((wanted, row) => {
    near(node.values[row], wanted);
  });
});

describe("what a fit says about itself", () => {
  const calibrationOf = (id: string) => {
    const found = cases.find((one) => one.id === id);
    if (!found) throw new Error(id);
    const calibrated = fitIndex(oneLeaf({ treat: found.parameters }), oneColumn(found.reference));
    return { found, node: calibrated.calibration?.nodes["x"] };
  };

  test("skewness and kurtosis before and after winsorising, and the units that were moved", () => {
    const { found, node } = calibrationOf("winsorise");
    const told = node?.diagnostics?.["treat"] as { before: object; after: object; units: string[] };
    for (const when of ["before", "after"] as const)
      for (const [name, wanted] of Object.entries(found[when] ?? {}))
        near(Reflect.get(told[when], name) as number, wanted as number);
    expect(node?.treat?.["points"]).toBe(found.moved);
    expect(told.units).toEqual(["u3", "u17"]);
  });

  test("the Box–Cox exponent is that of greatest likelihood", () => {
    const { found, node } = calibrationOf("box-cox");
    near(node?.treat?.["exponent"] as number, found.exponent ?? 0);
  });
});

test("trimmed means, deviations and half widths of ratings", () => {
  const trimmed = poolRatings(pool.ratings, { pooling: "trimmed-mean", trim: 0.2, minimumRaters: 3 });
  const mean = poolRatings(pool.ratings, { pooling: "mean", minimumRaters: 3 });
  pool.ratings.forEach((_, row) => {
    near(trimmed.values[row], pool.trimmed[row] ?? 0);
    near(mean.deviations[row], pool.deviations[row] ?? 0);
    near(mean.halfWidths[row], pool.halfWidths[row] ?? 0);
  });
});

test("Rubin's rules", () => {
  const pooled = poolImputations(rubin.q, rubin.u, { level: 0.9 });
  if (pooled.status !== "ok") throw new Error(pooled.reason);
  near(pooled.value, rubin.value);
  near(pooled.standardError, rubin.standardError);
  near(pooled.df, rubin.df);
  near(pooled.interval.lower, rubin.lower);
});
