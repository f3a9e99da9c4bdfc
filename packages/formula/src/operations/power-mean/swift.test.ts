import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnFrom } from "../../column-from.js";
import { evaluateColumns } from "../../evaluate-columns.js";
import type { Expression } from "../../expression.js";

/**
 * A block in which nothing is missing goes swift ways: columns scaled and added in one go, limits without branches, logarithms
 * column after column. One row that lacks a value sends its whole block the careful way, row after row. Both have to agree to the
 * last bit.
 */
function expectSameBothWays(expression: Expression, columns: readonly (readonly number[])[]): void {
  const rows = columns[0]?.length ?? 0;
  const names = columns.map((_, k) => `x${k}`);
  const swift = evaluateColumns(
    expression,
    new Map(columns.map((list, k) => [names[k] as string, Float64Array.from(list)])),
    rows,
  );
  const careful = evaluateColumns(
    expression,
    new Map(columns.map((list, k) => [names[k] as string, columnFrom([...list, null])])),
    rows + 1,
  );
  expect([...swift.values]).toEqual([...careful.values.subarray(0, rows)]);
  expect([...swift.fault]).toEqual([...careful.fault.subarray(0, rows)]);
}

interface Leaf {
  readonly lower: number;
  readonly width: number;
  readonly cap: "both" | "lower" | "upper" | "none";
  readonly descending: boolean;
  readonly logarithm: boolean;
  readonly onto: number;
}

const leaf: fc.Arbitrary<Leaf> = fc.record({
  lower: fc.constantFrom(0, 10, 0.1, 1e-3, -40, 1e150),
  width: fc.constantFrom(80, 1 / 3, 1e-9, 7),
  cap: fc.constantFrom("both", "both", "both", "lower", "upper", "none"),
  descending: fc.boolean(),
  logarithm: fc.boolean(),
  onto: fc.constantFrom(0, 0, 1),
});

/** The formula of goalposts, as index definitions lower it. */
function scaled(name: string, { lower, width, cap, descending, logarithm, onto }: Leaf): Expression {
  const upper = lower + width;
  const limits = {
    ...(cap === "both" || cap === "lower" ? { lower } : {}),
    ...(cap === "both" || cap === "upper" ? { upper } : {}),
  };
  const limited: Expression = cap === "none" ? name : { op: "clamp", of: [name], ...limits };
  const through = (x: Expression): Expression => (logarithm && lower > 0 ? { op: "ln", of: [x] } : x);
  const [from, to] = descending ? [through(upper), through(limited)] : [through(limited), through(lower)];
  const share: Expression = {
    op: "divide",
    of: [
      { op: "subtract", of: [from, to] },
      { op: "subtract", of: [through(upper), through(lower)] },
    ],
  };
  const stretched: Expression = { op: "multiply", of: [100, share] };
  return onto === 0 ? stretched : { op: "add", of: [onto, stretched] };
}

/** Places about the limits: at them, between them, near beyond and far beyond. */
const place = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.5, max: 1.5, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 0.5) },
  { weight: 1, arbitrary: fc.constantFrom(-7, 2.5, 1e6, 1e300, -1e300) },
);

const mean = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    leaves: fc.array(leaf, { minLength: size, maxLength: size }),
    plain: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    weights: fc.array(fc.constantFrom(1, 2, 0.1, "1/3", 1e-15), { minLength: size, maxLength: size }),
    places: fc.array(fc.array(place, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 40 }),
  }),
);

describe("swift and careful ways agree to the last bit", () => {
  test("for means of goalposts, limited often or seldom, however far beyond", () => {
    fc.assert(
      fc.property(mean, ({ leaves, plain, weights, places }) => {
        const columns = leaves.map(({ lower, width }, k) =>
          places.map((row) => {
            const value = lower + (row[k] as number) * width;
            return Number.isFinite(value) ? value : lower;
          }),
        );
        const of = leaves.map((own, k) =>
          plain[k] === true && k % 3 === 2 ? `x${k}` : scaled(`x${k}`, own),
        );
        expectSameBothWays({ op: "power-mean", exponent: 1, of, weights }, columns);
      }),
      { numRuns: 800 },
    );
  });

  test("for geometric means, with zeros, negative numbers and extremes", () => {
    const value = fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
      { weight: 3, arbitrary: fc.constantFrom(0, 3e-321, 1e-300, 1e300, 1.7e308, 50) },
      { weight: 1, arbitrary: fc.double({ min: -1, max: 0, noNaN: true }) },
    );
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((size) =>
        fc.array(fc.array(value, { minLength: 24, maxLength: 24 }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(rows, (columns) => {
        const of = columns.map((_, k) => `x${k}`);
        const weights = columns.map((_, k) => k + 1);
        expectSameBothWays({ op: "power-mean", exponent: 0, of, weights }, columns);
      }),
      { numRuns: 500 },
    );
  });

  test("a mean of equal numbers is that number", () => {
    const columns = Array.from({ length: 5 }, () => Array.from({ length: 100 }, (_, row) => row * 0.1));
    const of = columns.map(
      (_, k): Expression =>
        scaled(`x${k}`, { lower: 0, width: 7, cap: "both", descending: false, logarithm: false, onto: 0 }),
    );
    const [first = 0] = of;
    const weights = [0.1, 0.2, 0.3, 0.4, 7];
    const inputs = new Map(columns.map((list, k) => [`x${k}`, Float64Array.from(list)]));
    const whole = evaluateColumns({ op: "power-mean", exponent: 1, of, weights }, inputs, 100);
    expect([...whole.values]).toEqual([...evaluateColumns(first, inputs, 100).values]);
  });

  test("no limit hides an infinity", () => {
    const goalposts: Leaf = {
      lower: 10,
      width: 80,
      cap: "both",
      descending: false,
      logarithm: false,
      onto: 0,
    };
    for (const size of [2, 3])
      for (const logarithm of [false, true])
        for (let at = 0; at < size; at += 1)
          for (const infinity of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
            for (const most of [50, 500]) {
              const columns = Array.from({ length: size }, (_, k) =>
                Float64Array.from({ length: 9 }, (_, row) => (k === at && row === 7 ? infinity : most)),
              );
              const of = columns.map((_, k) => scaled(`x${k}`, { ...goalposts, logarithm }));
              const inputs = new Map(columns.map((list, k) => [`x${k}`, list]));
              expect(() => evaluateColumns({ op: "power-mean", exponent: 1, of }, inputs, 9)).toThrow(
                expect.objectContaining({ code: "column.not-a-number", path: [`x${at}`, 7] }),
              );
            }
  });
});
