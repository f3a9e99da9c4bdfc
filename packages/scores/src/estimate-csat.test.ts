import { expect, test } from "vitest";
import { csatTop2Of5 } from "./definitions/csat.js";
import { estimateCes } from "./estimate-ces.js";
import { estimateCsat } from "./estimate-csat.js";
import { estimateScore } from "./estimate-score.js";
import { tallyRatings } from "./tally-ratings.js";

test("CSAT and CES are the score of the tally, by id or by document", () => {
  const ratings = [5, 4, 3, 3, 2, 5, 1, 4];
  const weights = [1, 2, 1, 0.5, 3, 1, 1, 2];
  const tally = tallyRatings(ratings, csatTop2Of5.scale, { weights });
  const expected = estimateScore(tally, csatTop2Of5, { level: 0.9 });
  expect(estimateCsat(ratings, csatTop2Of5, { weights, level: 0.9 })).toEqual(expected);
  expect(estimateCsat(Uint8Array.from(ratings), "csat.top-2-of-5", { weights, level: 0.9 })).toEqual(
    expected,
  );
  expect(estimateCes([7, 5, 4, 1], "ces.2-share-5-7@1.0.0")).toMatchObject({ value: 0.5, unit: "share" });
});

test("a mean is not rounded: 450 points of 120 answers, which Delighted shows as 3.8", () => {
  const ratings = [...Array(30).fill(2), ...Array(30).fill(3), ...Array(60).fill(5)] as number[];
  expect(estimateCsat(ratings, "csat.mean-5")).toMatchObject({ value: 3.75, n: 120 });
});

test.each([undefined, null, {}, "csat", 5])("definition %j is refused", (definition) => {
  const loosely = estimateCsat as (...input: readonly unknown[]) => unknown;
  expect(() => loosely([5], definition)).toThrow(expect.objectContaining({ name: "CxMetricsError" }));
  expect(() => (estimateCes as typeof loosely)([5], definition)).toThrow(
    expect.objectContaining({ name: "CxMetricsError" }),
  );
});

test("a rating of another scale is refused", () => {
  expect(() => estimateCsat([9], "csat.mean-5")).toThrow(
    expect.objectContaining({ code: "rating.off-scale" }),
  );
});
