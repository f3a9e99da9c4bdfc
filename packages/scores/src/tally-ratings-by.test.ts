import fc from "fast-check";
import { expect, test } from "vitest";
import { tallyRatings } from "./tally-ratings.js";
import { tallyRatingsBy } from "./tally-ratings-by.js";

const scale = { min: 1, max: 5 };
const rating = fc.option(fc.integer({ min: 1, max: 5 }));

test("each group has the tally of its rows, in order of first appearance", () => {
  const row = fc.tuple(fc.constantFrom("app", "web", "__proto__", "constructor", ""), rating);
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const groups = rows.map(([group]) => group);
      const result = tallyRatingsBy(
        groups,
        rows.map(([, value]) => value),
        scale,
      );
      expect(result.map(({ group }) => group)).toEqual([...new Set(groups)]);
      for (const { group, tally } of result)
        expect(tally).toEqual(
          tallyRatings(
            rows.filter(([name]) => name === group).map(([, value]) => value),
            scale,
          ),
        );
    }),
  );
});

test("null, undefined and the empty text are one group; a number is its text", () => {
  const result = tallyRatingsBy([null, undefined, "", 1, "1"], [1, 2, 3, 4, 5], scale);
  expect(result.map(({ group, tally }) => [group, tally.counts])).toEqual([
    ["", [1, 1, 1, 0, 0]],
    ["1", [0, 0, 0, 1, 1]],
  ]);
});

test("weights, codes and refusals are those of tallyRatings", () => {
  const result = tallyRatingsBy(["a", "b", "a"], Uint8Array.of(5, 9, 4), scale, {
    weights: [2, 1, 0.5],
    missing: [9],
  });
  expect(result[0]?.tally.weightSums).toEqual([0, 0, 0, 0.5, 2]);
  expect(result[1]?.tally.missing).toEqual({ "code 9": 1 });
  expect(() => tallyRatingsBy(["a", "b"], [5, 6], scale)).toThrow(
    expect.objectContaining({ code: "rating.off-scale", path: ["ratings", 1] }),
  );
});

test.each([[[{}]], [[Number.NaN]], [[true]], [[["a"]]]])("group %j is refused", (groups) => {
  const loosely = tallyRatingsBy as (...input: readonly unknown[]) => unknown;
  expect(() => loosely(groups, [5], scale)).toThrow(
    expect.objectContaining({ code: "group.not-a-name", path: ["groups", 0] }),
  );
});

test("groups of another length are refused", () => {
  expect(() => tallyRatingsBy(["a"], [5, 4], scale)).toThrow(
    expect.objectContaining({ code: "ratings.length-mismatch" }),
  );
});
