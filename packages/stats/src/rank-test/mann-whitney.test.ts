import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/comparisons.json" with { type: "json" };
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { type MannWhitneyOptions, mannWhitney } from "./mann-whitney.js";

function ok(a: readonly number[], b: readonly number[], options?: MannWhitneyOptions) {
  const found = mannWhitney(a, b, options);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}
const near = (actual: number | null, expected: number, tolerance = 1e-10) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));

test("agrees with R's wilcox.test(b, a)", () => {
  // R 4.2.2, fixtures/r/comparisons.R.
  expect(r.ranks.length).toBe(8);
  for (const { a, b, u, corrected, plain, exact } of r.ranks) {
    const asymptotic = ok(a, b, { method: "asymptotic" });
    expect(asymptotic.u).toBe(u);
    near(asymptotic.p, corrected);
    near(ok(a, b, { method: "asymptotic", continuityCorrection: false }).p, plain);
    if (exact === null) {
      expect(mannWhitney(a, b, { method: "exact" })).toMatchObject({ reason: "tied-observations" });
    } else {
      near(ok(a, b).p, exact);
      expect(ok(a, b).method).toBe("exact");
    }
  }
});

test("agrees with SciPy's mannwhitneyu", () => {
  for (const [a, b, u, p] of python.rank as [number[], number[], number, number][]) {
    const found = ok(a, b, { method: "asymptotic" });
    expect(found.u).toBe(u);
    near(found.p, p);
  }
});

describe("laws", () => {
  const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 40 });

  test("u counts pairs; swapping the samples turns it around; a rising transformation changes nothing", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const there = ok(a, b);
        let pairs = 0;
        for (const x of a) for (const y of b) pairs += y > x ? 1 : y === x ? 0.5 : 0;
        expect(there.u).toBe(pairs);
        const back = ok(b, a);
        expect(back.u).toBe(a.length * b.length - there.u);
        expect(back.p).toBe(there.p);
        const cubed = ok(
          a.map((x) => x ** 3 - 5),
          b.map((x) => x ** 3 - 5),
        );
        expect(cubed).toEqual(there);
        expect(ok([...a].reverse(), b)).toEqual(there);
      }),
    );
  });

  test("the exact law of all sums adds up: p is 1 in the middle", () => {
    expect(ok([1, 4], [2, 3]).p).toBe(1);
    // 2/20: the most extreme of C(6, 3) orders, both sides.
    near(ok([1, 2, 3], [4, 5, 6]).p, 0.1);
  });
});

test("what the data cannot support, and mistakes", () => {
  expect(mannWhitney([], [1])).toMatchObject({ reason: "no-observations" });
  expect(ok([4, 4], [4, 4, 4])).toMatchObject({ probabilityOfSuperiority: 0.5, z: null, p: null });
  const many = Array.from({ length: 200 }, (_, index) => index);
  expect(
    mannWhitney(
      many,
      many.map((x) => x + 0.5),
      { method: "exact" },
    ),
  ).toMatchObject({ reason: "too-many-answers" });
  expect(() => mannWhitney([1, Number.NaN], [2])).toThrow(
    expect.objectContaining({ code: "argument.not-a-number", path: ["a", 1] }),
  );
  expect(() => mannWhitney([1], [2], { continuityCorrection: 0 as unknown as boolean })).toThrow(
    expect.objectContaining({ code: "option.not-boolean" }),
  );
});
