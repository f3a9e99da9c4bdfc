// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression, cell, names } from "../fixtures/arbitrary-expression.js";
import { type Column, type Fault, faults } from "./column.js";
import { columnFrom } from "./column-from.js";
import { columnToArray } from "./column-to-array.js";
import { evaluate } from "./evaluate.js";
import { evaluateColumns, evaluateInBlocks } from "./evaluate-columns.js";
import type { Arithmetic, Condition, Expression } from "./expression.js";
import { faultsOf } from "./faults-of.js";

const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 9 });

function columnsOf(rows: readonly (readonly (number | null | "n/a")[])[]): Map<string, Column> {
  return new Map(
    names.map((name, k) => {
      const cells = rows.map((row) => row[k]);
      const numbers = cells.map((x) => (typeof x === "number" ? x : null));
      return [
        name,
        columnFrom(
          numbers,
          cells.map((x) => x === "n/a"),
        ),
      ];
    }),
  );
}

/** The value of a formula without inputs, or the name of its fault. */
function resultOf(expression: Expression, inputs: Record<string, Column> = {}): number | Fault {
  const { values, fault } = evaluateColumns(expression, inputs, 1);
  return fault[0] === 0 ? (values[0] as number) : (faults[fault[0] as number] as Fault);
}

const op = (name: Arithmetic["op"], ...of: Expression[]): Arithmetic => ({ op: name, of });

describe("laws of any formula", () => {
  test("a row holds a finite number or a fault, never −0", () => {
    fc.assert(
      fc.property(arbitraryExpression, table, (expression, rows) => {
        const { values, fault } = evaluateColumns(expression, columnsOf(rows), rows.length);
        values.forEach((value, row) => {
          expect(Number.isFinite(value)).toBe(true);
          expect(Object.is(value, -0)).toBe(false);
          expect(fault[row]).toBeLessThan(faults.length);
          if (fault[row] !== 0) expect(value).toBe(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("the size of the blocks changes nothing", () => {
    fc.assert(
      fc.property(arbitraryExpression, table, fc.integer({ min: 1, max: 10 }), (expression, rows, size) => {
        const inputs = columnsOf(rows);
        const whole = evaluateInBlocks(expression, inputs, rows.length, 1024);
        expect(evaluateInBlocks(expression, inputs, rows.length, size)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test("the order of the rows changes nothing, and one row alone is as in the table", () => {
    fc.assert(
      fc.property(arbitraryExpression, table, (expression, rows) => {
        const forwards = evaluateColumns(expression, columnsOf(rows), rows.length);
        const backwards = evaluateColumns(expression, columnsOf([...rows].reverse()), rows.length);
        expect(columnToArray(backwards).reverse()).toEqual(columnToArray(forwards));
        expect(faultsOf(backwards).reverse()).toEqual(faultsOf(forwards));
        rows.forEach((row, k) => {
          if (row.includes("n/a")) return;
          const values = Object.fromEntries(names.map((name, j) => [name, row[j] as number | null]));
          const outcome = evaluate(expression, values);
          expect(outcome.status === "ok" ? outcome.value : null).toBe(columnToArray(forwards)[k]);
          expect(outcome.status === "ok" ? null : outcome.reason).toBe(faultsOf(forwards)[k]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("inputs are not touched, and a long column crosses blocks", () => {
    const length = 5000;
    const a = columnFrom(Array.from({ length }, (_, i) => (i % 7 === 0 ? null : i)));
    const copy = structuredClone(a);
    const out = evaluateColumns(op("add", "a", op("multiply", "a", 2)), { a }, length);
    expect(a).toEqual(copy);
    expect(columnToArray(out)).toEqual(columnToArray(a).map((x) => (x === null ? null : 3 * x)));
  });
});

describe("faults of operations", () => {
  test.each<[Expression, number | Fault]>([
    [op("divide", 1, 0), "division-by-zero"],
    [op("divide", 0, 0), "division-by-zero"],
    [op("divide", 1e308, 1e-10), "overflow"],
    [op("ln", 0), "logarithm-of-non-positive"],
    [op("ln", -2), "logarithm-of-non-positive"],
    [op("power", -8, "1/3"), "undefined-power"],
    [op("power", 0, -1), "undefined-power"],
    [op("power", 0, 0), 1],
    [op("power", -2, 3), -8],
    [op("power", 10, 400), "overflow"],
    [op("power", -10, 401), "overflow"],
    [op("power", 10, -400), 0],
    [op("exp", 710), "overflow"],
    [op("exp", -800), 0],
    [op("add", 1.7e308, 1.7e308), "overflow"],
    [op("add", 1.7e308, 1.7e308, -1.7e308), 1.7e308],
    [op("add", 5e-324, 5e-324), 1e-323],
    [op("add", ...Array.from({ length: 10 }, () => 0.1)), 1],
    [op("subtract", -1.7e308, 1.7e308), "overflow"],
    [op("multiply", 1e200, 1e200), "overflow"],
    [op("multiply", 1e308, 1e308, 0), 0],
    [op("multiply", 1e-200, 1e-200, 1e300), 1e-100],
    [op("multiply", 1e200, 1e200, 1e-300), 1e100],
    [op("multiply", -1e300, 1e300, 1e-300, 1e-300), -1],
    [op("minimum", 3, -2, 7), -2],
    [op("maximum", 3, -2, 7), 7],
    [op("absolute", "-6/16"), 0.375],
    [op("negate", 2.5), -2.5],
    [op("negate", 0), 0],
    [{ op: "clamp", of: [7], lower: 0, upper: 5 }, 5],
    [{ op: "clamp", of: [-7], lower: "1/4" }, 0.25],
    [{ op: "clamp", of: [7], lower: op("add", 9, 0), upper: op("add", 5, 0) }, 5],
    [{ op: "round", of: [op("multiply", 1.1, 1.1)], digits: 2, mode: "half-up" }, 1.21],
  ])("%o is %s", (expression, expected) => {
    const found = resultOf(expression);
    if (typeof expected === "number" && expected !== 0)
      expect(Math.abs((found as number) / expected - 1)).toBeLessThan(4e-16);
    else expect(found).toBe(expected);
  });

  test("the smallest code of the operands wins, and not-applicable is the smallest", () => {
    const [missing, foreign] = [columnFrom([null]), columnFrom([0], [true])];
    const inputs = { missing, foreign };
    expect(resultOf(op("add", op("divide", 1, 0), "missing"), inputs)).toBe("missing");
    expect(resultOf(op("divide", "missing", 0), inputs)).toBe("missing");
    expect(resultOf(op("multiply", "missing", "foreign", 0), inputs)).toBe("not-applicable");
    expect(resultOf({ op: "clamp", of: [1], lower: op("ln", 0), upper: "missing" }, inputs)).toBe("missing");
    expect(resultOf({ op: "round", of: ["foreign"], digits: 1, mode: "up" }, inputs)).toBe("not-applicable");
  });
});

describe("clamp", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  test("stays within its bounds, keeps what lies within, and does nothing the second time", () => {
    fc.assert(
      fc.property(number, number, number, (x, a, b) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        const once = resultOf({ op: "clamp", of: [x], lower, upper }) as number;
        expect(once >= lower && once <= upper).toBe(true);
        if (x >= lower && x <= upper) expect(once).toBe(x + 0);
        expect(resultOf({ op: "clamp", of: [once], lower, upper })).toBe(once);
      }),
    );
  });
});

describe("if", () => {
  const yes: Condition = { compare: "<", of: [1, 2] };
  const no: Condition = { compare: ">", of: [1, 2] };
  const open: Condition = { compare: "=", of: ["missing", 2] };
  const failed: Condition = { compare: "!=", of: [op("divide", 1, 0), 2] };
  const inputs = { missing: columnFrom([null]) };
  const choose = (when: Condition) => resultOf({ op: "if", when, then: 10, else: 20 }, inputs);

  test.each<[Condition, number | Fault]>([
    [yes, 10],
    [no, 20],
    [{ not: no }, 10],
    [open, "missing"],
    [failed, "division-by-zero"],
    [{ not: open }, "missing"],
    [{ all: [yes, open] }, "missing"],
    [{ all: [open, no] }, 20],
    [{ all: [no, open] }, 20],
    [{ all: [failed, open] }, "missing"],
    [{ any: [open, yes] }, 10],
    [{ any: [yes, open] }, 10],
    [{ any: [no, failed, open] }, "missing"],
    [{ any: [no, { all: [yes, { not: no }] }] }, 10],
    [{ compare: "<=", of: ["1/3", "1/3"] }, 10],
    [{ compare: ">=", of: ["1/3", 0.3] }, 10],
    [{ compare: "=", of: [0, -0] }, 10],
    [{ compare: "!=", of: [0.1, 0.2] }, 10],
  ])("%o", (when, expected) => expect(choose(when)).toBe(expected));

  test("the value not chosen may fail", () => {
    expect(resultOf({ op: "if", when: yes, then: 5, else: op("ln", 0) })).toBe(5);
    expect(resultOf({ op: "if", when: no, then: 5, else: op("ln", 0) })).toBe("logarithm-of-non-positive");
  });
});

describe("hostile callers", () => {
  const a = columnFrom([1, 2]);
  const short = { values: new Float64Array(2), fault: new Uint8Array(1) };
  test.each<[string, () => unknown, string]>([
    ["unknown input", () => evaluateColumns("b", { a }, 2), "formula.unknown-input"],
    ["inherited name", () => evaluateColumns("toString", { a }, 2), "formula.unknown-input"],
    ["prototype as name", () => evaluateColumns("__proto__", { a }, 2), "formula.unknown-input"],
    ["no inputs", () => evaluateColumns("a", null as never, 2), "formula.unknown-input"],
    ["wrong length", () => evaluateColumns("a", { a }, 3), "column.wrong-shape"],
    ["short mask", () => evaluateColumns("a", { a: short }, 2), "column.wrong-shape"],
    ["an array", () => evaluateColumns("a", { a: [1, 2] as never }, 2), "column.wrong-shape"],
    ["half a row", () => evaluateColumns("a", { a }, 1.5), "formula.bad-length"],
    ["NaN rows", () => evaluateColumns(1, {}, Number.NaN), "formula.bad-length"],
    ["too many rows", () => evaluateColumns(1, {}, 1e15), "formula.bad-length"],
    ["no formula", () => evaluateColumns(undefined as never, {}, 1), "formula.not-an-expression"],
    ["text value", () => evaluate("a", { a: "3" as never }), "column.not-a-number"],
    ["infinite value", () => evaluate("a", { a: Number.NEGATIVE_INFINITY }), "column.not-a-number"],
    ["no values", () => evaluate("a", undefined as never), "formula.unknown-input"],
  ])("%s", (_, call, code) => expect(call).toThrow(expect.objectContaining({ code })));

  test("an unsound row of a column made by hand, with its place", () => {
    for (const length of [1500, 1501])
      for (const row of [0, 1, 1400, length - 1]) {
        const bad = { values: new Float64Array(length), fault: new Uint8Array(length) };
        bad.values[row] = Number.NaN;
        expect(() => evaluateColumns("a", { a: bad }, length)).toThrow(
          expect.objectContaining({ code: "column.not-a-number", path: ["a", row] }),
        );
        bad.fault[row] = 2;
        expect(faultsOf(evaluateColumns("a", { a: bad }, length))[row]).toBe("missing");
        bad.fault[row] = faults.length;
        expect(() => evaluateColumns("a", { a: bad }, length)).toThrow(
          expect.objectContaining({ code: "column.unknown-fault", path: ["a", row] }),
        );
      }
  });

  test("the nearest name is told, also from a map", () => {
    expect(() => evaluateColumns("reachh", new Map([["reach", a]]), 2)).toThrow(/Did you mean "reach"\?/);
  });

  test("a name may be anything that is the caller's own", () => {
    expect(evaluate(op("add", "__proto__", "get"), JSON.parse('{ "__proto__": 2, "get": 3 }'))).toEqual({
      status: "ok",
      value: 5,
    });
    expect(columnToArray(evaluateColumns("get", { get: a, keys: a }, 2))).toEqual([1, 2]);
    expect(columnToArray(evaluateColumns(0.25, {}, 0))).toEqual([]);
  });

  test("a missing value is told as a sentence", () => {
    expect(evaluate("a", { a: null })).toEqual({
      status: "not-computable",
      reason: "missing",
      message: { en: "A value that is needed is missing.", zh: "缺少所需的数值。" },
    });
  });
});
