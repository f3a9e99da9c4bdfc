import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/python/operations.json" with { type: "json" };
import { type Column, type Fault, faults } from "../column.js";
import { columnFrom } from "../column-from.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { Arithmetic, Expression } from "../expression.js";
import { faultCode } from "../fault-code.js";

/** The value of a formula over one row of `x0`, `x1`, …; a text among the values is a fault. */
function resultOf(expression: Expression, values: readonly (number | Fault)[]): number | Fault {
  const columns = values.map((value): [string, Column] => {
    const column = columnFrom([typeof value === "number" ? value : null]);
    if (typeof value === "string") column.fault[0] = faultCode[value];
    return ["", column];
  });
  const inputs = new Map(columns.map(([, column], k) => [`x${k}`, column]));
  const { values: out, fault } = evaluateColumns(expression, inputs, 1);
  return fault[0] === 0 ? (out[0] as number) : (faults[fault[0] as number] as Fault);
}

const named = (count: number): string[] => Array.from({ length: count }, (_, k) => `x${k}`);
const close = (found: number | Fault, wanted: number, relative = 1e-14) =>
  expect(Math.abs((found as number) - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted),
  );

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const numbers = fc.array(number, { minLength: 1, maxLength: 6 });

describe("spread", () => {
  test.each(fixture.spread)("of $values.length values, as exact fractions give it", (item) => {
    const of = named(item.values.length);
    const sd = (type: "population" | "sample", weights?: number[]) =>
      resultOf({ op: "spread", type, of, ...(weights && { weights }) }, item.values);
    close(sd("population", item.weights), item.population);
    close(sd("sample", item.weights), item.sample);
    close(sd("population"), item.equalPopulation);
    close(sd("sample"), item.equalSample);
  });

  test("moving every value changes nothing, scaling scales, equal values have none", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const whole = values.map(Math.round);
        const of = named(whole.length);
        const sd = (xs: number[]) => resultOf({ op: "spread", type: "population", of }, xs) as number;
        expect(sd(whole.map((x) => x + shift))).toBeCloseTo(sd(whole), 6);
        close(sd(whole.map((x) => x * 4)), 4 * sd(whole), 1e-14);
        expect(sd(whole.map(() => values[0] as number))).toBe(0);
      }),
    );
  });

  test("what is not there is left out only where said, and a sample needs two values", () => {
    const of = named(3);
    const sample = { op: "spread", type: "sample", of, missing: "renormalise" } as const;
    expect(resultOf(sample, [2, "missing", 4])).toBeCloseTo(Math.SQRT2, 14);
    expect(resultOf(sample, ["missing", "missing", 4])).toBe("undefined-spread");
    expect(resultOf({ ...sample, type: "population" }, ["missing", "missing", 4])).toBe(0);
    expect(resultOf({ op: "spread", type: "sample", of }, [2, "missing", 4])).toBe("missing");
    expect(resultOf({ op: "spread", type: "sample", of }, [2, "not-applicable", 4])).toBeCloseTo(
      Math.SQRT2,
      14,
    );
    expect(resultOf({ ...sample, minimumCount: 3 }, [2, "missing", 4])).toBe("insufficient-coverage");
    expect(resultOf({ op: "spread", type: "sample", of: named(2) }, [1.7e308, -1.7e308])).toBe("overflow");
    close(resultOf({ op: "spread", type: "population", of: named(2) }, [1.7e308, -1.7e308]), 1.7e308);
  });
});

describe("ordered mean", () => {
  test.each(fixture.ordered)(
    "$weights over $values.length values, as numpy's quantifier gives it",
    (item) => {
      const lacking = item.weights.length - item.values.length;
      const values = [...Array.from({ length: lacking }, () => "missing" as const), ...item.values];
      const op = { op: "ordered-mean", of: named(values.length), weights: item.weights } as const;
      const found = resultOf({ ...op, missing: "renormalise" }, values) as number;
      expect(Math.abs(found - item.mean)).toBeLessThan(1e-14);
      if (lacking > 0) expect(resultOf(op, values)).toBe("missing");
    },
  );

  test("holds maximum, minimum, median and equal mean, whatever is missing and in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.option(number), { minLength: 1, maxLength: 7 }), (cells) => {
        const values = cells.map((value) => value ?? ("missing" as const));
        const present = cells.filter((value) => value !== null).sort((a, b) => a - b);
        fc.pre(present.length > 0);
        const owa = (weights: number[], xs = values) =>
          resultOf({ op: "ordered-mean", of: named(xs.length), weights, missing: "renormalise" }, xs);
        const unit = (k: number) => values.map((_, i) => (i === k ? 1 : 0));
        const last = values.length - 1;
        // With many left out, the first rank spreads over fewer operands; with all there it is the extreme itself.
        if (present.length === values.length) {
          expect(owa(unit(0))).toBe((present.at(-1) as number) + 0);
          expect(owa(unit(last))).toBe((present[0] as number) + 0);
        }
        const mean = present.reduce((a, b) => a + b, 0) / present.length;
        expect(owa(values.map(() => 3)) as number).toBeCloseTo(mean, 6);
        expect(owa(unit(0), [...values].reverse())).toEqual(owa(unit(0)));
        if (values.length % 2 === 1 && present.length === values.length)
          expect(owa(unit(last / 2))).toBe((present[last / 2] as number) + 0);
      }),
    );
  });
});

describe("sums, products and extremes that leave out", () => {
  const op = (name: Arithmetic["op"], rest: Partial<Arithmetic> = {}): Expression => ({
    op: name,
    of: named(3),
    ...rest,
  });
  test.each<[Expression, (number | Fault)[], number | Fault]>([
    [op("add"), [1, "not-applicable", 4], "not-applicable"],
    [op("add", { missing: "propagate" }), [1, "not-applicable", 4], 5],
    [op("add", { missing: "propagate" }), [1, "missing", 4], "missing"],
    [op("add", { missing: "skip" }), [1, "missing", "not-applicable"], 1],
    [op("add", { missing: "skip" }), ["missing", "withheld", "not-applicable"], "missing"],
    [
      op("add", { missing: "skip" }),
      ["not-applicable", "not-applicable", "not-applicable"],
      "not-applicable",
    ],
    [op("add", { missing: "skip" }), [1e308, 1e308, "missing"], "overflow"],
    [op("add", { missing: "skip", minimumCount: 2 }), [3, "missing", "missing"], "insufficient-coverage"],
    [op("add", { missing: "skip", minimumAvailable: "2/3" }), [3, "missing", 5], 8],
    [op("multiply", { missing: "skip" }), [3, "missing", 5], 15],
    [op("minimum", { missing: "skip" }), [3, "missing", -5], -5],
    [op("maximum", { missing: "skip" }), ["missing", 3, "not-applicable"], 3],
    [
      { op: "available", as: "share", of: named(3), weights: [1, 2, 5] },
      [3, "missing", "not-applicable"],
      1 / 3,
    ],
    [{ op: "available", as: "count", of: named(3) }, ["overflow", 2, 9], 2],
    [{ op: "available", as: "count", of: named(3) }, ["missing", "missing", "missing"], 0],
    [{ op: "available", as: "share", of: named(2) }, ["not-applicable", "not-applicable"], "not-applicable"],
    [
      { op: "power-mean", exponent: 1, of: named(3), missing: "renormalise", minimumCount: 2 },
      [1, "missing", 4],
      2.5,
    ],
  ])("%o over %o is %s", (expression, values, wanted) => expect(resultOf(expression, values)).toBe(wanted));

  test("skipping nothing is the strict operation, to the last bit", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom("add", "multiply", "minimum", "maximum"), (values, name) => {
        const of = named(values.length);
        expect(resultOf({ op: name, of, missing: "skip" }, values)).toBe(resultOf({ op: name, of }, values));
      }),
    );
  });
});

describe("coalesce and absent", () => {
  const first = (values: (number | Fault)[], list?: readonly Exclude<Fault, "none">[]) =>
    resultOf({ op: "coalesce", of: named(values.length), ...(list && { for: list }) }, values);
  test("passes over what it names and nothing else", () => {
    expect(first(["missing", 7, 8])).toBe(7);
    expect(first(["division-by-zero", 7])).toBe("division-by-zero");
    expect(first(["missing", "overflow", 8])).toBe("overflow");
    expect(first(["not-applicable", 7])).toBe("not-applicable");
    expect(first(["not-applicable", 7], ["not-applicable"])).toBe(7);
    expect(first(["missing", "missing"])).toBe("missing");
    expect(first(["withheld", "missing"], ["withheld", "missing"])).toBe("missing");
  });
  test("absent tells its reason", () => {
    expect(resultOf({ op: "add", of: [1, { op: "absent", reason: "withheld" }] }, [])).toBe("withheld");
    expect(resultOf({ op: "coalesce", of: [{ op: "absent", reason: "missing" }, 4.5] }, [])).toBe(4.5);
  });
});
