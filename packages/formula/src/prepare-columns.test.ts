import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression, names } from "../fixtures/arbitrary-expression.js";
import { columnFrom } from "./column-from.js";
import { columnToArray } from "./column-to-array.js";
import { evaluateColumns } from "./evaluate-columns.js";
import { faultsOf } from "./faults-of.js";
import { prepareColumns } from "./prepare-columns.js";

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -9, max: 99 }),
);
const cell = fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 9 });

const numbersOf = (table: readonly (readonly number[])[]) =>
  new Map(names.map((name, k) => [name, Float64Array.from(table, (row) => row[k] as number)]));

describe("numbers alone stand for a column", () => {
  test("in which NaN is missing, whatever the formula", () => {
    fc.assert(
      fc.property(arbitraryExpression, rows, (expression, table) => {
        const numbers = numbersOf(table);
        const columns = new Map([...numbers].map(([name, list]) => [name, columnFrom(list)]));
        expect(evaluateColumns(expression, numbers, table.length)).toEqual(
          evaluateColumns(expression, columns, table.length),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("are refused when one is infinite, even where it weighs nothing", () => {
    const x = Float64Array.of(1, 2);
    const y = Float64Array.of(3, Number.NEGATIVE_INFINITY);
    const mean = { op: "power-mean", exponent: 1, of: ["x", "y"] } as const;
    for (const weights of [
      [1, 1],
      [1, 0],
    ])
      expect(() => evaluateColumns({ ...mean, weights }, { x, y }, 2)).toThrow(
        expect.objectContaining({ code: "column.not-a-number", path: ["y", 1] }),
      );
    expect(() => evaluateColumns("x", { x }, 3)).toThrow(
      expect.objectContaining({ code: "column.wrong-shape" }),
    );
  });
});

describe("a prepared formula", () => {
  test("gives at every run what evaluating gives, on as many rows as asked", () => {
    fc.assert(
      fc.property(arbitraryExpression, rows, rows, (expression, first, second) => {
        const length = Math.max(first.length, second.length);
        const numbers = new Map(names.map((name) => [name, new Float64Array(length)]));
        const { run, column } = prepareColumns(expression, numbers, length);
        for (const table of [first, second]) {
          for (const [name, list] of numbersOf(table)) numbers.get(name)?.set(list);
          run(table.length);
          const { values, fault } = evaluateColumns(expression, numbersOf(table), table.length);
          expect(column.values.subarray(0, table.length)).toEqual(values);
          expect(column.fault.subarray(0, table.length)).toEqual(fault);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("reads what another one fills", () => {
    const x = Float64Array.of(3, Number.NaN);
    const double = prepareColumns({ op: "multiply", of: ["x", 2] }, { x }, 2);
    const whole = prepareColumns({ op: "add", of: ["double", 1] }, { double: double.column }, 2);
    double.run();
    whole.run();
    expect(columnToArray(whole.column)).toEqual([7, null]);
    expect(faultsOf(whole.column)).toEqual([null, "missing"]);
    x.set([Number.NaN, 5]);
    double.run();
    whole.run();
    expect(columnToArray(whole.column)).toEqual([null, 11]);
  });

  test("refuses more rows than there are, and infinities at the run that meets them", () => {
    const x = Float64Array.of(1, 2);
    const { run } = prepareColumns("x", { x }, 2);
    for (const rows of [3, -1, 1.5, Number.NaN])
      expect(() => run(rows)).toThrow(expect.objectContaining({ code: "formula.bad-length" }));
    x[0] = Number.POSITIVE_INFINITY;
    expect(() => run()).toThrow(expect.objectContaining({ code: "column.not-a-number", path: ["x", 0] }));
  });
});
