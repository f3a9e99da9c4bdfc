import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeTallies } from "./merge-tallies.js";
import { tallyFromCounts } from "./tally-from-counts.js";
import { tallyRatings } from "./tally-ratings.js";
import { tallyRatingsBy } from "./tally-ratings-by.js";

const scale = { min: 1, max: 5 };
const ratings = fc.array(fc.option(fc.integer({ min: 1, max: 6 })));

test("merge = whole, in any order, and groups merge to the whole", () => {
  const options = { missing: [6] };
  fc.assert(
    fc.property(ratings, ratings, (left, right) => {
      const whole = tallyRatings([...left, ...right], scale, options);
      const a = tallyRatings(left, scale, options);
      const b = tallyRatings(right, scale, options);
      expect(mergeTallies(a, b)).toEqual(whole);
      expect(mergeTallies(b, a)).toEqual(whole);
      const groups = [...left.map((_, row) => row % 3), ...right.map((_, row) => row % 4)];
      const parts = tallyRatingsBy(groups, [...left, ...right], scale, options).map(({ tally }) => tally);
      expect(mergeTallies(tallyRatings([], scale), ...parts)).toEqual(whole);
    }),
  );
});

test("an unweighted part counts as weight 1", () => {
  const merged = mergeTallies(tallyRatings([5], scale, { weights: [0.5] }), tallyRatings([5, 4], scale));
  expect(merged).toMatchObject({
    weighted: true,
    weightSums: [0, 0, 0, 1, 1.5],
    squaredWeightSums: [0, 0, 0, 1, 1.25],
  });
});

test("nothing to merge, other scales and malformed tallies are refused", () => {
  expect(() => mergeTallies()).toThrow(expect.objectContaining({ code: "tally.nothing-to-merge" }));
  const other = tallyFromCounts([1, 1], { min: 1, max: 2 });
  expect(() => mergeTallies(tallyRatings([1], scale), other)).toThrow(
    expect.objectContaining({ code: "tally.scale-mismatch", path: ["tallies", 1, "scale"] }),
  );
  const loosely = mergeTallies as (...input: readonly unknown[]) => unknown;
  expect(() => loosely(tallyRatings([1], scale), 5)).toThrow(
    expect.objectContaining({ code: "tally.malformed" }),
  );
});
