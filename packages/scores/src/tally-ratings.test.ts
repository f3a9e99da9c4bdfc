import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tallyRatings } from "./tally-ratings.js";

const scale = { min: 0, max: 10 };

/** Code and path of the error that a call throws. */
function refusal(call: () => unknown): { code: string; path: unknown } {
  try {
    call();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return { code: thrown.code, path: thrown.path };
    throw thrown;
  }
  throw new Error("nothing was refused");
}

/** Calls as plain JavaScript would, without types. */
const loosely = tallyRatings as (...input: readonly unknown[]) => ReturnType<typeof tallyRatings>;

describe("every row ends in one place", () => {
  const anything = fc.oneof(
    fc.integer({ min: -3, max: 13 }),
    fc.constantFrom(null, undefined, Number.NaN, 7.5, "9", Number.POSITIVE_INFINITY, {}, true, -0, 9n),
  );

  test("valid, missing and invalid add up to the rows", () => {
    fc.assert(
      fc.property(fc.array(anything), fc.array(fc.integer({ min: 0, max: 12 })), (ratings, missing) => {
        const tally = loosely(ratings, scale, { missing, onInvalid: "count" });
        const records = [...tally.counts, ...Object.values(tally.missing), ...Object.values(tally.invalid)];
        expect(records.reduce((sum, count) => sum + count, 0)).toBe(ratings.length);
      }),
    );
  });

  test("null and undefined are blank, declared codes are missing on the scale and off it", () => {
    const tally = tallyRatings([null, undefined, 11, 0, 0, 5], scale, { missing: [11, 0] });
    expect(tally.missing).toEqual({ blank: 2, "code 11": 1, "code 0": 2 });
    expect(tally.counts[0]).toBe(0);
    expect(tally.counts[5]).toBe(1);
  });

  test("NaN may be a declared code, as in float columns", () => {
    expect(tallyRatings(Float64Array.of(9, Number.NaN), scale, { missing: [Number.NaN] }).missing).toEqual({
      blank: 1,
    });
  });

  test("onInvalid: count names the reasons", () => {
    const tally = loosely([11, -1, 9.5, "9", Number.NaN, 10, 8, 7], scale, {
      onInvalid: "count",
      weights: [1, 1, 1, 1, 1, -1, Number.NaN, 2],
    });
    expect(tally.invalid).toEqual({ "off-scale": 2, "not-whole": 1, "not-a-number": 2, "bad-weight": 2 });
    expect(tally.weightSums).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
  });

  test("a zero weight counts and adds nothing", () => {
    const tally = tallyRatings([9, 9], scale, { weights: [0, 3] });
    expect([tally.counts[9], tally.weightSums[9], tally.squaredWeightSums[9]]).toEqual([2, 3, 9]);
  });
});

describe("strict by default", () => {
  test.each([
    [11, "rating.off-scale"],
    [-1, "rating.off-scale"],
    [Number.POSITIVE_INFINITY, "rating.off-scale"],
    [9.5, "rating.not-whole"],
    ["9", "rating.not-a-number"],
    [Number.NaN, "rating.not-a-number"],
    [{}, "rating.not-a-number"],
    [true, "rating.not-a-number"],
    [9n, "rating.not-a-number"],
  ])("%s is refused with its row", (rating, code) => {
    expect(refusal(() => loosely([10, 9, rating], scale))).toEqual({ code, path: ["ratings", 2] });
  });

  test("the message says how to declare a code", () => {
    expect(() => tallyRatings([10, 11], scale)).toThrow("missing: [11]");
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e200, 1e-200, "1", null])(
    "weight %s is refused with its row, fast path or slow",
    (weight) => {
      const path = ["options", "weights", 1];
      for (const ratings of [[10, 9, 8], [10, 9, 8].map((rating) => rating + 0), Uint8Array.of(10, 9, 8)])
        expect(refusal(() => loosely(ratings, scale, { weights: [1, weight, 1] }))).toEqual({
          code: "weight.not-allowed",
          path,
        });
    },
  );

  test("a weight is read only where there is a rating", () => {
    expect(tallyRatings([null, 9], scale, { weights: [Number.NaN, 2] }).weightSums[9]).toBe(2);
    expect(
      tallyRatings(Uint8Array.of(11, 9), scale, { weights: [Number.NaN, 2], missing: [11] }).weightSums[9],
    ).toBe(2);
  });

  test.each([
    [[[1], scale, { weigths: [1] }], "option.unknown"],
    [[[1], scale, { missing: 11 }], "option.not-allowed"],
    [[[1], scale, { missing: ["11"] }], "option.not-allowed"],
    [[[1], scale, { onInvalid: "ignore" }], "option.not-allowed"],
    [[[1], scale, null], "option.not-allowed"],
    [[[1], scale, { weights: [1, 2] }], "ratings.length-mismatch"],
    [[[1], scale, { weights: 5 }], "ratings.not-a-list"],
    [["98", scale], "ratings.not-a-list"],
    [[undefined, scale], "ratings.not-a-list"],
    [[{ length: Number.NaN }, scale], "ratings.not-a-list"],
    [[{ length: 1e15 }, scale], "ratings.not-a-list"],
    [[new DataView(new ArrayBuffer(4)), scale], "ratings.not-a-list"],
    [[[1], undefined], "scale.not-allowed"],
    [[[1], { min: 5, max: 1 }], "scale.not-allowed"],
    [[[1], { min: 0, max: 0.5 }], "scale.not-allowed"],
    [[[1], { min: 0, max: 1e9 }], "scale.not-allowed"],
    [[[1], { min: Number.NaN, max: 5 }], "scale.not-allowed"],
  ])("%j is refused", (input, code) => {
    expect(refusal(() => loosely(...input)).code).toBe(code);
  });
});

describe("bytes agree with plain arrays", () => {
  const long = 1 << 18;

  test("short columns", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ max: 12 }),
        fc.constantFrom([], [11, 12], [0, 11, 12]),
        (bytes, missing) => {
          const options = { missing, onInvalid: "count" } as const;
          expect(tallyRatings(bytes, scale, options)).toEqual(tallyRatings([...bytes], scale, options));
        },
      ),
    );
  });

  test.each([0, 1, 2, 3])(
    "long columns at byte offset %i, with lengths that are no multiple of four",
    (offset) => {
      const bytes = new Uint8Array(long + 11 + offset).map((_, row) => (row * row + (row >> 7)) % 12);
      const view = bytes.subarray(offset, long + 7 + offset);
      const options = { missing: [11] };
      expect(tallyRatings(view, scale, options)).toEqual(tallyRatings(Array.from(view), scale, options));
    },
  );

  test("an off-scale byte at the end of a long column is named", () => {
    const bytes = new Uint8Array(long + 5);
    bytes[long + 4] = 11;
    expect(refusal(() => tallyRatings(bytes, scale))).toEqual({
      code: "rating.off-scale",
      path: ["ratings", long + 4],
    });
  });

  test("weighted, to the stated accuracy", () => {
    const rows = 5000;
    const bytes = new Uint8Array(rows).map((_, row) => (row * 7) % 11);
    const weights = Float64Array.from(bytes, (_, row) => 0.1 + ((row * 31) % 97) / 89);
    const fast = tallyRatings(bytes, scale, { weights });
    const slow = tallyRatings([...bytes], scale, { weights });
    expect(fast.counts).toEqual(slow.counts);
    fast.weightSums.forEach((sum, point) => {
      expect(Math.abs(sum / (slow.weightSums[point] ?? 0) - 1)).toBeLessThan(1.2e-13);
    });
    fast.squaredWeightSums.forEach((sum, point) => {
      expect(Math.abs(sum / (slow.squaredWeightSums[point] ?? 0) - 1)).toBeLessThan(1.2e-13);
    });
  });

  test("weighted, with weights so large that a block is refused the fast path", () => {
    const weights = new Float64Array(3).fill(2 ** 464);
    expect(tallyRatings(Uint8Array.of(9, 9, 9), scale, { weights }).weightSums[9]).toBe(3 * 2 ** 464);
  });
});

describe("weighted sums", () => {
  test("do not depend on the order of rows", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.double({ min: 1e-9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const tally = (order: typeof rows) =>
          tallyRatings(
            order.map(([rating]) => rating),
            scale,
            { weights: order.map(([, weight]) => weight) },
          );
        const forwards = tally(rows);
        const backwards = tally([...rows].reverse());
        forwards.weightSums.forEach((sum, point) => {
          expect(backwards.weightSums[point]).toBeCloseTo(sum, 15 - Math.ceil(Math.log10(sum + 1)));
        });
      }),
    );
  });

  test("are compensated: a million tenths", () => {
    const ratings = new Array<number>(1_000_000).fill(9);
    const weights = new Float64Array(1_000_000).fill(0.1);
    // The double nearest to 0.1 is 0.1 + 5.55e-18; a million of them round to 100000. A plain loop gives 100000.00000133288.
    expect(tallyRatings(ratings, scale, { weights }).weightSums[9]).toBe(100_000);
  });
});

test("a tally survives JSON", () => {
  const tally = tallyRatings([1, null, 3], { min: -3, max: 3 }, { weights: [1, 1, 0.5] });
  expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
});
