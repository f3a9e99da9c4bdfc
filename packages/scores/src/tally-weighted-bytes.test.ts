import { describe, expect, test } from "vitest";
import { tallyRatings } from "./tally-ratings.js";

const scale = { min: 1, max: 5 };
const code = (expected: string) => expect.objectContaining({ code: expected });

/** Whole numbers only, whose sums are exact however they are added. */
function sumsOf(ratings: ArrayLike<number>, weights: ArrayLike<number>) {
  const [counts, sums, squares] = [new Array(5).fill(0), new Array(5).fill(0), new Array(5).fill(0)];
  for (let row = 0; row < ratings.length; row++) {
    const point = (ratings[row] ?? 0) - 1;
    if (point > 4) continue;
    counts[point]++;
    sums[point] += weights[row] ?? 0;
    squares[point] += (weights[row] ?? 0) ** 2;
  }
  return { counts, weightSums: sums, squaredWeightSums: squares };
}

describe("weighted bytes, in columns shorter and longer than a block", () => {
  test.each([1, 3, 4, 5, 7, 8, 4096, 8191, 8192, 8193, 8195, 16_390])("%d rows", (rows) => {
    const ratings = Uint8Array.from({ length: rows }, (_, row) => (row % 7 === 6 ? 99 : 1 + ((row * 3) % 5)));
    const weights = Float64Array.from({ length: rows }, (_, row) => (row * 5) % 11);
    const wanted = sumsOf(ratings, weights);
    const given = { missing: [99] };
    const silent = ratings.filter((rating) => rating === 99).length;
    for (const list of [weights, Array.from(weights), Float32Array.from(weights)]) {
      const found = tallyRatings(ratings, scale, { ...given, weights: list });
      expect(found).toMatchObject(wanted);
      expect(found.missing).toEqual(silent > 0 ? { "code 99": silent } : {});
    }
  });

  test("a code on the scale is no answer, whatever its weight", () => {
    const found = tallyRatings(Uint8Array.of(5, 4, 5, 3, 4), scale, {
      missing: [5],
      weights: [1, 2, 4, 8, 16],
    });
    expect(found.counts).toEqual([0, 0, 1, 2, 0]);
    expect(found.weightSums).toEqual([0, 0, 8, 18, 0]);
    expect(found.squaredWeightSums).toEqual([0, 0, 64, 260, 0]);
    expect(found.missing).toEqual({ "code 5": 2 });
  });

  test.each([Number.NaN, -1, 1e-150, 1e150, Number.POSITIVE_INFINITY])(
    "a weight of %d in any row",
    (weight) => {
      for (let row = 0; row < 7; row++) {
        const weights = Float64Array.of(1, 1, 1, 1, 1, 1, 1);
        weights[row] = weight;
        const ratings = Uint8Array.of(1, 2, 3, 4, 5, 1, 2);
        expect(() => tallyRatings(ratings, scale, { weights })).toThrow(code("weight.not-allowed"));
        const found = tallyRatings(ratings, scale, { weights, onInvalid: "count" });
        expect(found.invalid).toEqual({ "bad-weight": 1 });
        expect(found.weightSums.reduce((sum, each) => sum + each, 0)).toBe(6);
      }
    },
  );

  test("a rating that is not on the scale is refused or counted", () => {
    const ratings = Uint8Array.of(1, 2, 6, 4);
    const weights = [1, 2, 4, 8];
    expect(() => tallyRatings(ratings, scale, { weights })).toThrow(code("rating.off-scale"));
    expect(tallyRatings(ratings, scale, { weights, onInvalid: "count" })).toMatchObject({
      weightSums: [1, 2, 0, 8, 0],
      invalid: { "off-scale": 1 },
    });
    expect(() => tallyRatings(Uint8Array.of(1, 0), scale, { weights: [1, 1] })).toThrow(
      code("rating.off-scale"),
    );
  });

  test("small weights beside large ones are not lost between blocks", () => {
    // In a plain running sum every 1 would vanish; the error here is below 2⁻⁴² of the sum.
    const rows = 3 * 8192;
    const weights = new Float64Array(rows).fill(1);
    weights[0] = 1e16;
    const found = tallyRatings(new Uint8Array(rows).fill(3), scale, { weights });
    expect(Math.abs((found.weightSums[2] ?? 0) - (1e16 + rows - 1))).toBeLessThan(1e16 * 2 ** -42);
  });
});

describe("bytes without weights", () => {
  test.each([0, 1, 3, 1 << 18, (1 << 18) + 1, (1 << 18) + 3])(
    "%d rows, at even and odd addresses",
    (rows) => {
      for (const offset of [0, 1]) {
        const bytes = new Uint8Array(rows + 1).subarray(offset, offset + rows);
        for (let row = 0; row < rows; row++) bytes[row] = 1 + ((row * row + row) % 5);
        const counts = [0, 0, 0, 0, 0];
        for (const byte of bytes) counts[byte - 1] = (counts[byte - 1] ?? 0) + 1;
        expect(tallyRatings(bytes, scale).counts).toEqual(counts);
      }
    },
  );
});
