import { describe, expect, test } from "vitest";
import figures from "../../fixtures/r/distributions.json" with { type: "json" };
import { betaDistribution } from "./beta.js";
import { binomialDistribution } from "./binomial.js";
import { chiSquaredDistribution } from "./chi-squared.js";
import { fDistribution } from "./f.js";
import { gammaDistribution } from "./gamma.js";
import { normalDistribution } from "./normal.js";
import { tDistribution } from "./t.js";

// R 4.2.2, fixtures/r/distributions.R: arguments first, value last; values below 1e-300 are left out there.
const tolerance = 1e-10;

type Three = (argument: number, first: number, second: number) => number;
const distributions: Record<
  Exclude<keyof typeof figures, "tool">,
  { cdf: Three; survival: Three; quantile: Three }
> = {
  normal: normalDistribution,
  t: tDistribution,
  chiSquared: chiSquaredDistribution,
  gamma: gammaDistribution,
  beta: betaDistribution,
  f: fDistribution,
  binomial: binomialDistribution,
};

describe.each(Object.entries(distributions))("%s", (name, distribution) => {
  test.each(["cdf", "survival", "quantile"] as const)("%s agrees with R to 1e-10 relative", (what) => {
    const rows = figures[name as keyof typeof distributions][what];
    expect(rows.length).toBeGreaterThan(100);
    const off = rows.flatMap((row) => {
      const [argument = 0, first = 0, second = 0] = row.slice(0, -1);
      const expected = row.at(-1) ?? 0;
      const actual = distribution[what](
        argument,
        ...([first, second].slice(0, row.length - 2) as [number, number]),
      );
      return Math.abs(actual - expected) <= tolerance * Math.abs(expected) ? [] : [{ row, actual }];
    });
    expect(off).toEqual([]);
  });
});
