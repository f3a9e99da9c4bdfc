import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryExpression, cell } from "../fixtures/arbitrary-expression.js";
import { gate } from "../fixtures/formulas.js";
import { columnFrom } from "./column-from.js";
import { evaluateColumns } from "./evaluate-columns.js";
import type { Expression } from "./expression.js";
import { foldConstants } from "./fold-constants.js";
import { inputsOf } from "./inputs-of.js";
import { substitute } from "./substitute.js";

const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 });
const columnsOf = (table: (readonly (number | null | "n/a")[])[]) =>
  Object.fromEntries(
    ["a", "b", "c"].map((name, k) => [
      name,
      columnFrom(
        table.map((row) => (typeof row[k] === "number" ? (row[k] as number) : null)),
        table.map((row) => row[k] === "n/a"),
      ),
    ]),
  );

/** Bounds that only cross once they are constants are refused. */
function crosses(expression: Expression, [a, b, c]: readonly number[]): boolean {
  try {
    substitute(expression, { a: a ?? 0, b: b ?? 0, c: c ?? 0 });
    return false;
  } catch (thrown) {
    return (thrown as { code?: string }).code === "formula.crossed-bounds";
  }
}

test("folding changes no value and no fault", () => {
  fc.assert(
    fc.property(arbitraryExpression, rows, (expression, table) => {
      const inputs = columnsOf(table);
      const folded = foldConstants(expression);
      expect(evaluateColumns(folded, inputs, table.length)).toEqual(
        evaluateColumns(expression, inputs, table.length),
      );
      expect(foldConstants(folded)).toEqual(folded);
    }),
  );
});

test("substituting numbers is evaluating, and substituting nothing changes nothing", () => {
  fc.assert(
    fc.property(
      arbitraryExpression,
      fc.tuple(fc.integer(), fc.integer(), fc.integer()),
      (expression, [a, b, c]) => {
        fc.pre(!crosses(expression, [a, b, c]));
        const closed = substitute(
          expression,
          new Map([
            ["a", a],
            ["b", b],
            ["c", c],
          ]),
        );
        expect(inputsOf(closed)).toEqual([]);
        expect(evaluateColumns(closed, {}, 1)).toEqual(
          evaluateColumns(expression, columnsOf([[a, b, c]]), 1),
        );
        expect(substitute(expression, {})).toEqual(substitute(expression, { d: 1 }));
      },
    ),
  );
});

test("bounds and conditions too, all at once, and own keys only", () => {
  expect(inputsOf(substitute(gate, { reliability: "score", score: "trend", trend: 3 }))).toEqual([
    "score",
    "faults",
    "waived",
    "trend",
    "spare",
  ]);
  expect(substitute("toString", {})).toBe("toString");
  expect(() => substitute("a", { a: "0.5" })).toThrow(
    expect.objectContaining({ code: "formula.quoted-number", path: ["replacements", "a"] }),
  );
});
