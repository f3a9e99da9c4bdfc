import { expect, test } from "vitest";
import { tallyFromCounts } from "./tally-from-counts.js";
import { tallyRatings } from "./tally-ratings.js";

const scale = { min: -1, max: 1 };
const loosely = tallyFromCounts as (...input: readonly unknown[]) => unknown;

test("counts give the tally of the answers they count", () => {
  const answers = tallyRatings([-1, 1, 1, 0, 1], scale);
  expect(tallyFromCounts([1, 1, 3], scale)).toEqual(answers);
  expect(tallyFromCounts({ "1": 3, "-1": 1, "0": 1 }, scale)).toEqual(answers);
});

test("absent points count nothing", () => {
  expect(tallyFromCounts({}, scale).counts).toEqual([0, 0, 0]);
});

test.each([
  [[[1, 2], scale], "counts.off-scale"],
  [[{ "2": 1 }, scale], "counts.off-scale"],
  [[{ "01": 1 }, scale], "counts.off-scale"],
  [[{ promoters: 1 }, scale], "counts.off-scale"],
  [[JSON.parse('{"__proto__": 4}'), scale], "counts.off-scale"],
  [[null, scale], "counts.off-scale"],
  [["111", scale], "counts.off-scale"],
  [[[1, 2, 2.5], scale], "count.not-allowed"],
  [[[1, 2, -1], scale], "count.not-allowed"],
  [[[1, 2, Number.NaN], scale], "count.not-allowed"],
  [[[1, 2, "3"], scale], "count.not-allowed"],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
  [[[1, , 3], scale], "count.not-allowed"],
  [[[1, 2, 3], {}], "scale.not-allowed"],
])("%j is refused", (input, code) => {
  expect(() => loosely(...input)).toThrow(expect.objectContaining({ code }));
});
