import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafOn, oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import { fitIndex, renderFormula, scoreIndex, type Treatment } from "../index.js";

const winsorise = (more: object = {}): Treatment => ({
  method: "winsorise",
  skewness: 2,
  kurtosis: 3.5,
  atMost: 3,
  whenNotEnough: "keep",
  over: "pooled",
  ...more,
});
const samples: readonly Treatment[] = [
  { method: "percentile-fence", lower: 0.1, upper: 0.9, quantileType: 7, over: "pooled" },
  { method: "mad-fence", deviations: 2, over: "pooled" },
  winsorise(),
  { method: "box-cox", over: "pooled" },
  { method: "box-cox", exponent: -0.5, over: "pooled" },
  { method: "log", form: "ct", tail: "upper", over: "pooled" },
  { method: "log", form: "gii", tail: "upper", over: "pooled" },
  { method: "log", form: "ct", tail: "lower", over: "pooled" },
  { method: "log", form: "gii", tail: "lower", over: "pooled" },
];
const treated = (treat: Treatment, reference: readonly (number | null)[], raw = reference) =>
  leafOn({ treat }, oneColumn(reference), oneColumn(raw));
const fittedOf = (treat: Treatment, reference: readonly number[]) =>
  fitIndex(oneLeaf({ treat }), oneColumn(reference)).calibration?.nodes["x"];
const cells = fc.array(fc.integer({ min: 110, max: 90_000 }), { minLength: 5, maxLength: 14 });

describe.each(samples.map((sample) => [JSON.stringify(sample), sample] as const))("%s", (_, treat) => {
  test("the order of the units stays", () => {
    fc.assert(
      fc.property(cells, (values) => {
        const raw = values.map((value) => value / 100);
        const { values: found } = treated(treat, raw);
        raw.forEach((a, i) => {
          raw.forEach((b, j) => {
            const [low, high] = [found[i] ?? null, found[j] ?? null];
            if (a < b && low !== null && high !== null)
              expect(high).toBeGreaterThanOrEqual(low - 1e-12 * Math.abs(low));
          });
        });
      }),
      { numRuns: 25 },
    );
  });

  test("one at a time = the batch", () => {
    const raw = [1.5, 2, 2, 7, 11, 13, 400];
    const ready = fitIndex(oneLeaf({ treat }), oneColumn(raw));
    const batch = scoreIndex(ready, oneColumn(raw)).nodes["x"]?.treated;
    raw.forEach((value, row) => {
      expect(scoreIndex(ready, oneColumn([value])).nodes["x"]?.treated).toEqual([batch?.[row]]);
    });
  });

  test("whatever the data, a value is finite or has a reason", () => {
    const wild = fc.array(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(0, 1e308, -1e308, 5e-324),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(wild, wild, (reference, raw) => {
        const node = treated(treat, reference, raw);
        node.values.forEach((value, row) => {
          if (value === null) expect(node.reasons?.[row]).toBeTypeOf("string");
          else expect(Number.isFinite(value)).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("it can be written before and after the fit", () => {
    const definition = oneLeaf({ treat });
    const ready = fitIndex(definition, oneColumn([1.5, 2, 2, 7, 11, 13, 400]));
    for (const one of [definition, ready])
      for (const form of ["latex", "text", "prose", "sql"] as const)
        expect(renderFormula(one, "x", form).length).toBeGreaterThan(3);
  });
});

describe("winsorising", () => {
  test("ties move together, and each counts", () => {
    const reference = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 900, 900];
    const both = fittedOf(winsorise({ atMost: 2 }), reference);
    expect(both?.treat).toEqual({ points: 2, upper: 18 });
    // One point alone cannot be moved where two are equal.
    const one = fittedOf(winsorise({ atMost: 1 }), reference);
    expect(one?.treat).toEqual({ points: 0 });
    expect(one?.diagnostics?.["treat"]).toMatchObject({ reached: false, units: [] });
  });

  test("where the points do not suffice, the author says what happens", () => {
    const reference = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 400, 8000];
    expect(fittedOf(winsorise({ atMost: 1, whenNotEnough: "keep" }), reference)?.treat).toEqual({
      points: 1,
      upper: 400,
    });
    expect(fittedOf(winsorise({ atMost: 1, whenNotEnough: "none" }), reference)?.treat).toEqual({
      points: 0,
    });
  });

  test("the lower tail is pulled in where it is the long one", () => {
    const reference = [-900, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(fittedOf(winsorise(), reference)?.treat).toEqual({ points: 1, lower: 1 });
  });

  test("the limits are frozen: a later value beyond them is set to them and told", () => {
    const result = scoreIndex(
      fitIndex(oneLeaf({ treat: winsorise() }), oneColumn([3, 4, 5, 6, 7, 8, 9, 90])),
      oneColumn([9.5, 4]),
    );
    expect(result.nodes["x"]?.treated).toEqual([9, 4]);
    expect(result.nodes["x"]?.raw).toEqual([9.5, 4]);
    expect(result.warnings.map(({ code }) => code)).toContain("index.treated");
  });

  test("three values have no kurtosis; equal values need no treatment", () => {
    expect(fittedOf(winsorise(), [1, 2, 30])?.notFitted?.["treat"]?.reason).toBe("too-few-reference-values");
    expect(fittedOf(winsorise(), [5, 5, 5, 5, 5])?.treat).toEqual({ points: 0 });
    expect(treated(winsorise(), [5, 5, 5, 5, 5]).values).toEqual([5, 5, 5, 5, 5]);
  });

  test("a change of unit moves the limits along", () => {
    fc.assert(
      fc.property(cells, (values) => {
        const limits = fittedOf(winsorise({ skewness: 1, kurtosis: 1 }), values)?.treat;
        const scaled = fittedOf(
          winsorise({ skewness: 1, kurtosis: 1 }),
          values.map((value) => 8 * value),
        )?.treat;
        expect(scaled?.["points"]).toBe(limits?.["points"]);
        if (limits?.["upper"] !== undefined) expect(scaled?.["upper"]).toBe(8 * (limits["upper"] as number));
      }),
      { numRuns: 15 },
    );
  });
});

describe("what the data cannot support", () => {
  test.each([
    [{ method: "mad-fence", deviations: 3, over: "pooled" }, [4, 4, 4, 9], "spread-zero"],
    [{ method: "box-cox", over: "pooled" }, [0, 1, 2], "reference-not-positive"],
    [{ method: "box-cox", over: "pooled" }, [3, 3, 3], "constant-reference"],
    [{ method: "log", form: "ct", tail: "upper", over: "pooled" }, [3, 3, 3], "constant-reference"],
    [{ method: "log", form: "gii", tail: "upper", over: "pooled" }, [0.1, 0.5, 1], "reference-not-positive"],
  ] as [Treatment, number[], string][])("%o on %o: %s", (treat, reference, reason) => {
    expect(fittedOf(treat, reference)?.notFitted?.["treat"]?.reason).toBe(reason);
    const node = treated(treat, reference);
    expect(node.values).toEqual(reference.map(() => null));
  });

  test("a later value that leaves no positive argument has no logarithm", () => {
    const node = treated({ method: "log", form: "ct", tail: "upper", over: "pooled" }, [10, 20], [9.95, 2]);
    expect(node.values[0]).toBeCloseTo(Math.log(0.05), 10);
    expect(node.reasons).toEqual([null, "logarithm-of-non-positive"]);
  });

  test("a power of a negative value is refused under any exponent", () => {
    const node = treated({ method: "box-cox", exponent: 2, over: "pooled" }, [1, 2, 3], [-3, 3]);
    expect(node.values).toEqual([null, expect.closeTo(4, 12)]);
  });
});

test("COINr: a GII logarithm never returns its input unchanged", () => {
  // COINr 1.1.14 returns the column as it came. Here 0…10 becomes ln 1…ln 10.
  const node = treated({ method: "log", form: "gii", tail: "upper", over: "pooled" }, [0, 1, 2, 10]);
  expect(node.values[0]).toBe(0);
  expect(node.values[3]).toBeCloseTo(Math.log(10), 12);
  expect(node.values[1]).toBeCloseTo(Math.log(1.9), 12);
});
