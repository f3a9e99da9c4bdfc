import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../../fixtures/python/means.json" with { type: "json" };
import { type Fault, faults } from "../../column.js";
import { columnFrom } from "../../column-from.js";
import { evaluate } from "../../evaluate.js";
import { evaluateColumns } from "../../evaluate-columns.js";
import type { PowerMean } from "../../expression.js";
import { faultCode } from "../../fault-code.js";
import { wholeWeights } from "../reduction/whole-weights.js";

type Options = Partial<Pick<PowerMean, "weights" | "missing" | "minimumAvailable">>;

/** The mean of numbers, or the name of its fault. A text among the values is a fault. */
function meanOf(
  exponent: number,
  values: readonly (number | Fault)[],
  options: Options = {},
): number | Fault {
  const names = values.map((_, k) => `x${k}`);
  const columns = values.map((value) => {
    const column = columnFrom([typeof value === "number" ? value : null]);
    if (typeof value === "string") column.fault[0] = faultCode[value];
    return column;
  });
  const inputs = new Map(names.map((name, k) => [name, columns[k] as (typeof columns)[number]]));
  const { values: out, fault } = evaluateColumns(
    { op: "power-mean", exponent, of: names, ...options },
    inputs,
    1,
  );
  return fault[0] === 0 ? (out[0] as number) : (faults[fault[0] as number] as Fault);
}

const relative = (a: number, b: number) =>
  a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

test("agrees with 60-digit decimal arithmetic (fixtures/python/means.py)", () => {
  expect(fixture.cases.length).toBeGreaterThan(50);
  for (const { exponent, values, weights, mean } of fixture.cases) {
    // The mean goes through logarithms relative to its greatest or least value: their size is how often the last digit counts.
    const tolerance = 1e-15 * (2 + Math.log(Math.max(...values)) - Math.log(Math.min(...values)));
    const found = meanOf(exponent, values, { weights }) as number;
    // Among the smallest numbers one step is more than any tolerance.
    const allowed = Math.max(tolerance * mean, 5e-324);
    expect(Math.abs(found - mean), `p = ${exponent}, x = ${values}`).toBeLessThanOrEqual(allowed);
  }
});

const positive = fc.oneof(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 100 }));
const exponents = fc.oneof(
  fc.constantFrom(1, 0, -1, 2, -2, 0.5),
  fc.double({ min: -50, max: 50, noNaN: true }),
);
const weighted = fc.array(fc.tuple(positive, fc.double({ min: 0.001, max: 1000, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});
const split = (pairs: readonly (readonly [number, number])[]) => ({
  values: pairs.map(([x]) => x),
  weights: pairs.map(([, w]) => w),
});

describe("laws", () => {
  test("lies between the least and the greatest, whatever the numbers", () => {
    const any = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
    const p = fc.oneof(exponents, fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), p, (values, exponent) => {
        const mean = meanOf(exponent, values);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values));
        expect(mean).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 500 },
    );
  });

  test("of equal values is that value", () => {
    fc.assert(
      fc.property(positive, weighted, exponents, (x, pairs, exponent) => {
        const { weights } = split(pairs);
        expect(
          meanOf(
            exponent,
            weights.map(() => x),
            { weights },
          ),
        ).toBe(x);
      }),
    );
  });

  test("scaling the weights changes nothing; scaling the values scales it", () => {
    fc.assert(
      fc.property(
        weighted,
        exponents,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (pairs, exponent, scale) => {
          const { values, weights } = split(pairs);
          const mean = meanOf(exponent, values, { weights }) as number;
          expect(
            relative(meanOf(exponent, values, { weights: weights.map((w) => w * scale) }) as number, mean),
          ).toBeLessThan(1e-13);
          expect(
            relative(
              meanOf(
                exponent,
                values.map((x) => x * scale),
                { weights },
              ) as number,
              mean * scale,
            ),
          ).toBeLessThan(1e-13);
        },
      ),
    );
  });

  test("the order of the operands does not matter", () => {
    fc.assert(
      fc.property(weighted, exponents, (pairs, exponent) => {
        const [one, other] = [split(pairs), split([...pairs].reverse())];
        const mean = meanOf(exponent, one.values, { weights: one.weights }) as number;
        expect(
          relative(meanOf(exponent, other.values, { weights: other.weights }) as number, mean),
        ).toBeLessThan(1e-14);
      }),
    );
  });

  test("grows with its exponent, and with each value", () => {
    fc.assert(
      fc.property(weighted, exponents, exponents, (pairs, p, q) => {
        const { values, weights } = split(pairs);
        const [lower, higher] = [Math.min(p, q), Math.max(p, q)].map(
          (e) => meanOf(e, values, { weights }) as number,
        ) as [number, number];
        expect(lower).toBeLessThanOrEqual(higher * (1 + 1e-13));
        const raised = meanOf(
          p,
          values.map((x, k) => (k === 0 ? x * 1.5 : x)),
          { weights },
        ) as number;
        expect(raised).toBeGreaterThanOrEqual((meanOf(p, values, { weights }) as number) * (1 - 1e-13));
      }),
    );
  });

  test("approaches the greatest and the least for extreme exponents, the geometric mean near 0", () => {
    expect(meanOf(1e308, [3, 7, 5])).toBe(7);
    expect(meanOf(-1e308, [3, 7, 5])).toBe(3);
    expect(relative(meanOf(1e-12, [3, 7]) as number, Math.sqrt(21))).toBeLessThan(1e-12);
    expect(meanOf(5e-324, [3, 7])).toBe(meanOf(0, [3, 7]));
  });

  test("one operand twice is one operand of double weight, and a zero weight is no operand", () => {
    fc.assert(
      fc.property(weighted, positive, exponents, (pairs, x, exponent) => {
        const { values, weights } = split(pairs);
        const twice = meanOf(exponent, [...values, x, x], { weights: [...weights, 2, 2] }) as number;
        const double = meanOf(exponent, [...values, x], { weights: [...weights, 4] }) as number;
        expect(relative(twice, double)).toBeLessThan(1e-14);
        const without = meanOf(exponent, values, { weights }) as number;
        expect(meanOf(exponent, [...values, x], { weights: [...weights, 0] })).toBe(without);
        expect(meanOf(exponent, [...values, "missing"], { weights: [...weights, 0] })).toBe(without);
        const foreign = meanOf(exponent, [...values, "not-applicable"], {
          weights: [...weights, 3],
        }) as number;
        expect(relative(foreign, without)).toBeLessThan(1e-14);
      }),
    );
  });
});

describe("whole weights", () => {
  test.each<[readonly (number | string)[], number[]]>([
    [
      ["1/3", "1/6", 0.5],
      [2, 1, 3],
    ],
    [
      ["6/16", "10/16"],
      [3, 5],
    ],
    [
      [0.35, 0.4, 0.25],
      [7, 8, 5],
    ],
    [
      [50, 100],
      [1, 2],
    ],
    [
      ["0.1/0.3", 1e-7],
      [10000000, 3],
    ],
    [
      [1e20, 3e20],
      [1, 3],
    ],
    [
      [0.1 + 0.2, 1e-30],
      [0.1 + 0.2, 1e-30],
    ],
    [
      [1e100, 1e-100],
      [1e100, 1e-100],
    ],
  ])("%o", (weights, whole) => expect([...wholeWeights(weights)]).toEqual(whole));

  test("thirds weigh exactly as ones do", () => {
    expect(meanOf(1, [50.1, 60.2, 70.3], { weights: ["1/3", "1/3", "1/3"] })).toBe(
      meanOf(1, [50.1, 60.2, 70.3]),
    );
  });
});

describe("zero and negative values", () => {
  test("0 makes it 0 for exponents up to 0, by the limit", () => {
    for (const exponent of [0, -1, -0.5, -300]) expect(meanOf(exponent, [0, 4, 9])).toBe(0);
    expect(meanOf(2, [0, 5], {})).toBeCloseTo(Math.sqrt(12.5), 14);
    expect(meanOf(0.5, [0, 16])).toBeCloseTo(4, 13);
    expect(meanOf(2, [0, 0])).toBe(0);
  });

  test("a negative value has an arithmetic mean only", () => {
    expect(meanOf(1, [-3, 5, 7])).toBe(3);
    for (const exponent of [0, -1, 2, 3, 0.5, 1.0000001])
      expect(meanOf(exponent, [-3, 5])).toBe("undefined-mean");
    expect(meanOf(0, [-3, 5], { weights: [0, 1] })).toBe(5);
    expect(meanOf(0, [0, -1])).toBe("undefined-mean");
  });

  test("cancelling values keep their digits", () => {
    expect(meanOf(1, [1e16, 1, -1e16, 1])).toBe(0.5);
    expect(meanOf(1, [1.7e308, 1.7e308], { weights: [1e100, 1e100] })).toBe(1.7e308);
    expect(meanOf(1, [1.7e308, -1.7e308, 3])).toBe(1);
  });
});

describe("missing operands", () => {
  const halves = { weights: ["1/3", "1/3", "1/3"], missing: "renormalise", minimumAvailable: "2/3" } as const;

  test("propagate tells the fault of smallest code among the applicable operands that weigh", () => {
    expect(meanOf(1, [4, "missing"])).toBe("missing");
    expect(meanOf(1, ["overflow", "withheld", "not-applicable"])).toBe("withheld");
    expect(meanOf(1, ["overflow", "missing", 2], { weights: [1, 0, 1] })).toBe("overflow");
  });

  test("all operands not applicable make it not applicable; others with zero weight do not change that", () => {
    expect(meanOf(1, ["not-applicable", "not-applicable"])).toBe("not-applicable");
    expect(meanOf(1, ["not-applicable", 5, "missing"], { weights: [1, 0, 0] })).toBe("not-applicable");
    expect(meanOf(1, ["not-applicable"], { missing: "renormalise" })).toBe("not-applicable");
  });

  test("renormalise needs the least share, and exactly 2/3 is 2/3", () => {
    expect(meanOf(1, [4, 6, "missing"], halves)).toBe(5);
    expect(meanOf(1, [4, "withheld", "missing"], halves)).toBe("insufficient-coverage");
    expect(meanOf(1, ["not-applicable", 6, "missing"], halves)).toBe("insufficient-coverage");
    expect(meanOf(1, ["not-applicable", 6, 8], halves)).toBe(7);
    expect(meanOf(1, ["withheld", "missing", "not-applicable"], halves)).toBe("missing");
    expect(meanOf(1, [4, "missing"], { missing: "renormalise" })).toBe(4);
    expect(meanOf(1, ["missing", "missing"], { missing: "renormalise" })).toBe("missing");
  });

  test("a bound of n/m lets n of m equal operands pass, for any n and m", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 59 }), (m, k) => {
        const n = Math.min(m, k + 1);
        const cells = Array.from({ length: m }, (_, i): number | Fault => (i < n ? 3 : "missing"));
        const weights = cells.map(() => 0.1);
        const options = { weights, missing: "renormalise" } as const;
        expect(meanOf(1, cells, { ...options, minimumAvailable: `${n}/${m}` })).toBe(3);
        if (n < m)
          expect(meanOf(1, cells, { ...options, minimumAvailable: `${n + 1}/${m}` })).toBe(
            "insufficient-coverage",
          );
      }),
    );
  });

  test("renormalising equals leaving the operand out", () => {
    fc.assert(
      fc.property(weighted, exponents, (pairs, exponent) => {
        const { values, weights } = split(pairs);
        const gap = meanOf(exponent, [...values, "missing"], {
          weights: [...weights, 5],
          missing: "renormalise",
        });
        expect(relative(gap as number, meanOf(exponent, values, { weights }) as number)).toBeLessThan(1e-14);
      }),
    );
  });
});

test("Human Development Index of Afghanistan, 1990: 0.273 (UNDP, Human Development Reports, all composite indices, 2023/24)", () => {
  const logged = (x: number | string) => ({ op: "ln", of: [x] }) as const;
  const dimensions = [
    { op: "divide", of: [{ op: "subtract", of: ["life", 20] }, 65] },
    {
      op: "power-mean",
      exponent: 1,
      of: [
        { op: "divide", of: ["expected", 18] },
        { op: "divide", of: ["mean", 15] },
      ],
    },
    {
      op: "divide",
      of: [
        { op: "subtract", of: [logged("income"), logged(100)] },
        { op: "subtract", of: [logged(75000), logged(100)] },
      ],
    },
  ] as const;
  const hdi = { op: "power-mean", exponent: 0, of: dimensions } as const;
  const row = { life: 45.9672, expected: 2.504050016, mean: 0.97112539, income: 2684.550019 };
  expect(evaluate({ op: "round", of: [hdi], digits: 3, mode: "half-up" }, row)).toEqual({
    status: "ok",
    value: 0.273,
  });
});
