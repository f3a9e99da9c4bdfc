import { expect, test } from "vitest";
import airport from "../fixtures/r/sfo-nps.json" with { type: "json" };
import { compareScores } from "./compare-scores.js";
import { nps } from "./definitions/nps.js";
import { npsRule } from "./definitions/nps-rule.js";
import { estimateNps } from "./estimate-nps.js";
import { estimateScore } from "./estimate-score.js";
import { tallyRatings } from "./tally-ratings.js";

// San Francisco International Airport customer survey, City and County of San Francisco, DataSF (PDDL); figures by R and its
// survey package, see fixtures/r/sfo-nps.R. The survey codes a blank answer as 11; one record has none at all.
type Wave = (typeof airport.waves)["2017"];

function records({ cells }: Wave): { ratings: (number | null)[]; weights: number[] } {
  const rows = cells.flatMap(([rating, weight, count]) =>
    Array.from({ length: count ?? 0 }, () => ({ rating: rating ?? null, weight: weight ?? 0 })),
  );
  return { ratings: rows.map((row) => row.rating), weights: rows.map((row) => row.weight) };
}

const missing = [11];

test.each(["2017", "2018"] as const)("airport %s: NPS with and without weights", (year) => {
  const wave = airport.waves[year] as Wave;
  const { ratings, weights } = records(wave);
  const plain = estimateNps(ratings, { missing });
  const weighted = estimateNps(ratings, { missing, weights });
  if (plain.status !== "ok" || weighted.status !== "ok") throw new Error("no score");

  expect(plain.n).toBe(wave.n);
  expect(plain.base.missing).toBe(wave.blank + wave.code11);
  expect(plain.value).toBeCloseTo(wave.npsUnweighted, 10);
  expect(weighted.value).toBeCloseTo(wave.npsWeighted, 10);
  // R's standard error of a mean has the factor n/(n − 1) in its variance; ours of a net share has not.
  const factor = Math.sqrt((wave.n - 1) / wave.n);
  expect(weighted.standardError).toBeCloseTo(wave.npsStandardError * factor, 10);
  // The design effect relative to a simple random sample is n over the effective n.
  expect(weighted.n / weighted.effectiveN).toBeCloseTo(wave.npsDesignEffect, 10);
});

test("airport: the published figures, to two decimals", () => {
  const first = records(airport.waves["2017"]);
  const second = records(airport.waves["2018"] as Wave);
  const tallies = (weighted: boolean) =>
    [first, second].map(({ ratings, weights }) =>
      tallyRatings(ratings, nps.scale, weighted ? { missing, weights } : { missing }),
    ) as [ReturnType<typeof tallyRatings>, ReturnType<typeof tallyRatings>];

  const value = (outcome: ReturnType<typeof estimateNps>) =>
    outcome.status === "ok" ? outcome.value.toFixed(2) : outcome.status;
  expect(value(estimateNps(first.ratings, { missing }))).toBe("39.84");
  expect(value(estimateNps(first.ratings, { missing, weights: first.weights }))).toBe("40.40");
  const change = (weighted: boolean) => {
    const comparison = compareScores(...tallies(weighted), nps);
    return comparison.status === "ok" ? comparison.difference.toFixed(2) : comparison.status;
  };
  expect(change(false)).toBe("-8.86");
  expect(change(true)).toBe("-5.28");
});

test("airport: without the code declared, 11 stops the score instead of becoming a promoter (41.63)", () => {
  const { ratings } = records(airport.waves["2017"]);
  expect(() => estimateNps(ratings)).toThrow(expect.objectContaining({ code: "rating.off-scale" }));
  const asPromoter = estimateNps(ratings.map((rating) => (rating === 11 ? 10 : rating)));
  expect(asPromoter.status === "ok" && asPromoter.value.toFixed(2)).toBe("41.63");
});

test("agrees with the general estimator, on bytes too", () => {
  const ratings = [0, 6, 7, 8, 9, 10, 10, 3];
  const general = estimateScore(tallyRatings(ratings, nps.scale), nps, { level: 0.9, interval: "nps-wald" });
  const options = { level: 0.9, interval: "nps-wald" } as const;
  expect(estimateNps(ratings, options)).toEqual(general);
  expect(estimateNps(Uint8Array.from(ratings), options)).toEqual(general);
  const weights = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(estimateNps(Uint8Array.from(ratings), { weights })).toEqual(
    estimateScore(tallyRatings(ratings, nps.scale, { weights }), nps),
  );
});

test("the rule is that of the definition", () => {
  expect(nps).toMatchObject(npsRule);
});

test.each([
  [[[9], { level: 1 }], "option.not-allowed"],
  [[[9], { interval: "wilson" }], "score.interval-mismatch"],
  [[[9], { confidence: 0.9 }], "option.unknown"],
  [[], "ratings.not-a-list"],
])("%j is refused", (input, code) => {
  const loosely = estimateNps as (...input: readonly unknown[]) => unknown;
  expect(() => loosely(...input)).toThrow(expect.objectContaining({ code }));
});

test("no data is no score", () => {
  expect(estimateNps([])).toMatchObject({ status: "not-computable", reason: "no-valid-answers" });
});
