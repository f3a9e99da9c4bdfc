import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/domains.json" with { type: "json" };
import { compareDesignScores } from "./compare-design-scores.js";
import { compareDomains } from "./compare-domains.js";
import { tallyDesign } from "./tally-design.js";

const { rating, domain, stratum: strata, cluster: clusters, weight: weights } = r;
const pair = ["work", "rest"] as const;

/** R 4.2.2, survey 4.1.1 (fixtures/r/domains.R): svyby over domains with their covariance, then svycontrast. */
describe("against R", () => {
  test.each([
    ["clusters in strata", { strata, clusters, weights }, r.clustered],
    ["records in strata", { strata, weights }, r.stratified],
    ["a simple random sample", {}, r.simple],
  ])("%s", (_, design, expected) => {
    const found = compareDomains(domain, rating, pair, "nps", design);
    if (found.status !== "ok") throw new Error(found.reason);
    expect(Math.abs(found.difference - expected.difference)).toBeLessThan(1e-10);
    expect(Math.abs(found.standardError / expected.standardError - 1)).toBeLessThan(1e-10);
  });
});

describe("laws", () => {
  const design = { strata, clusters, weights };

  test("turned round, the difference changes its sign and nothing else", () => {
    const there = compareDomains(domain, rating, pair, "nps", design);
    const back = compareDomains(domain, rating, ["rest", "work"], "nps", design);
    if (there.status !== "ok" || back.status !== "ok") throw new Error("no difference");
    expect(back.difference).toBeCloseTo(-there.difference, 12);
    expect(back.p).toBeCloseTo(there.p, 12);
    expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 12);
  });

  test("domains that share no cluster are two samples", () => {
    const apart = { clusters: domain.map((name, row) => `${name} ${Math.floor(row / 20)}`) };
    const found = compareDomains(domain, rating, pair, "nps", apart);
    if (found.status !== "ok") throw new Error(found.reason);
    expect(found.unitsInBoth).toBe(0);
    // Units without members count in the frame of a domain, so only the difference is that of two samples.
    const own = (name: string) =>
      tallyDesign(
        rating.map((value, row) => (domain[row] === name ? value : null)),
        { min: 0, max: 10 },
        apart,
      );
    const two = compareDesignScores(own("work"), own("rest"), "nps");
    expect(two.status === "ok" && two.difference).toBeCloseTo(found.difference, 12);
  });
});

describe("what it refuses", () => {
  test.each([
    [["work"], "domains.not-two"],
    [["work", "work"], "domains.not-two"],
    [["work", ""], "domains.not-two"],
    [["work", "rset"], "domains.unknown"],
  ])("%j", (names, code) => {
    expect(() => compareDomains(domain, rating, names as never, "nps")).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test("a side whose answers are all missing is told with the other side", () => {
    const silenced = rating.map((value, row) => (domain[row] === "rest" ? null : value));
    const found = compareDomains(domain, silenced, pair, "nps");
    expect(found).toMatchObject({
      status: "not-computable",
      a: { status: "ok" },
      b: { status: "not-computable" },
    });
  });
});
