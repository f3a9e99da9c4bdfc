import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/binomial-upper-tail.json" with { type: "json" };
import { binomialDistribution } from "./binomial.js";

// R 4.2.2, fixtures/r/binomial-upper-tail.R: probabilities close to 1, where the lower tail cannot tell counts apart.
describe("quantiles of probabilities close to 1", () => {
  test.each(r.quantiles)("1 − 2^−$power of $trials trials at $probability", (row) => {
    const p = 1 - 2 ** -row.power;
    expect(binomialDistribution.quantile(p, row.trials, row.probability)).toBe(row.quantile);
  });
});
