// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseExpression, names, smallCell } from "../../fixtures/database-expression.js";
import { gate, hdi } from "../../fixtures/formulas.js";
import { type Recalculated, recalculate, type SheetCell, soffice } from "../../fixtures/recalculate.js";
import { faults } from "../column.js";
import { columnFrom } from "../column-from.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { Expression } from "../expression.js";
import { toSpreadsheet } from "./to-spreadsheet.js";

type Cell = number | null | "n/a";
interface Case {
  readonly expression: Expression;
  readonly names: readonly string[];
  readonly row: readonly Cell[];
}

const column = (k: number) => String.fromCharCode(65 + k);

/** The formula of a case in row `r` of a sheet, or nothing where it fits no cell or a sheet cannot tell it. */
function written({ expression, names: inputs }: Case, r: number): string | undefined {
  try {
    return toSpreadsheet(expression, {
      cell: (name) => `${column(inputs.indexOf(name))}${r + 1}`,
      notApplicable: "n/a",
    });
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === "formula.too-long-for-cell" || code === "formula.not-in-spreadsheet") return undefined;
    throw thrown;
  }
}

function compare(cases: readonly Case[]): number {
  const kept: (Case & { formula: string })[] = [];
  for (const item of cases) {
    const formula = written(item, kept.length);
    if (formula !== undefined) kept.push({ ...item, formula });
  }
  const rows = kept.map(({ row, formula }): SheetCell[] => [...row, { formula }]);
  const found = recalculate(rows);
  kept.forEach((item, r) => {
    const inputs = new Map(
      item.names.map((name, k) => {
        const cell = item.row[k] ?? null;
        return [name, columnFrom([typeof cell === "number" ? cell : null], [cell === "n/a"])];
      }),
    );
    const { values, fault } = evaluateColumns(item.expression, inputs, 1);
    const result = found[r] as Recalculated;
    const said = JSON.stringify({
      ...item,
      result,
      wanted: fault[0] === 0 ? values[0] : faults[fault[0] as number],
    });
    if (fault[0] === 0) {
      expect(typeof result, said).toBe("number");
      const wanted = values[0] as number;
      expect(Math.abs((result as number) - wanted), said).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(wanted)),
      );
    } else if (faults[fault[0] as number] === "not-applicable") expect(result, said).toBe("n/a");
    else expect(result, said).toEqual({ error: expect.any(String) });
  });
  return kept.length;
}

if (process.env["CX_REQUIRE_SYSTEM"])
  test("LibreOffice is here, as this machine promises", () => {
    expect(soffice).toBeDefined();
  });

describe.skipIf(soffice === undefined)("LibreOffice computes what evaluate computes", () => {
  test("any formula over any row that fits a cell", () => {
    const sample = fc.sample(
      fc.tuple(databaseExpression, fc.tuple(smallCell, smallCell, smallCell, smallCell)),
      {
        numRuns: 600,
        seed: 20260101,
      },
    );
    const cases = sample.map(([expression, row]) => ({ expression, names, row }));
    expect(compare(cases)).toBeGreaterThan(400);
  }, 240_000);

  test("the formulas of the fixtures", () => {
    const of = (expression: Expression, inputs: readonly string[], rows: readonly (readonly Cell[])[]) =>
      rows.map((row): Case => ({ expression, names: inputs, row }));
    compare([
      ...of(
        hdi,
        ["life", "expected", "mean", "income"],
        [
          [45.9672, 2.504050016, 0.97112539, 2684.550019],
          [85, 18, 15, null],
          [60.5, 12, 9.5, -1],
        ],
      ),
      ...of(
        gate,
        ["reliability", "faults", "waived", "score", "trend", "spare"],
        [
          [55, 0, 0, 80, 70, null],
          [65, 1, 0, 50, 70, null],
          [65, 0.2, 0, 80, null, null],
          [65, 0.2, 0, null, 70, 3],
          [null, 0.2, 1, 80, 70, null],
          [65, "n/a", 1, 80, "n/a", null],
        ],
      ),
      ...of(
        { op: "power-mean", exponent: 0, of: ["a", "b"], missing: "renormalise" },
        ["a", "b"],
        [
          [0, 4],
          [-1, 4],
          [null, 4],
          [null, "n/a"],
          ["n/a", "n/a"],
        ],
      ),
    ]);
  }, 240_000);
});

describe("nothing is spliced", () => {
  const of =
    (cell: unknown, rest: object = {}) =>
    () =>
      toSpreadsheet("a", { cell: () => cell as string, ...rest });
  test.each([
    "B2",
    "$B$2",
    "b$22",
    "Inputs!B2",
    "'My sheet'!$A$1",
    "'It''s'!A1",
    "life_expectancy",
    "体验.分数",
  ])("%s is a cell", (cell) => expect(of(cell)()).toBe(`IF(ISNUMBER(${cell}),${cell},NA())`));
  test.each([
    "B2+1",
    "=B2",
    "B2:B9",
    "HYPERLINK(1)",
    "A1,B1",
    "'x'!A1)+(1",
    "'a'b'!A1",
    "[x.xlsx]S!A1",
    "",
    " B2",
    "B2\n",
    "R1C1",
    "TRUE",
    3,
    undefined,
    "cmd|'/c'!A0",
    "'\n'!A1",
    "'[evil.xlsx]S'!A1",
    "x".repeat(300),
  ])("%o is none", (cell) => expect(of(cell)).toThrow(expect.objectContaining({ code: "formula.bad-cell" })));

  test("the mark is a text whatever it holds", () => {
    expect(of("B2", { notApplicable: '"&HYPERLINK("x' })()).toContain('B2="""&HYPERLINK(""x"');
    expect(of("B2", { notApplicable: "" })).toThrow(expect.objectContaining({ code: "formula.bad-mark" }));
  });

  test("names of inputs never enter", () => {
    expect(toSpreadsheet('=HYPERLINK("x")', { cell: () => "B2" })).toBe("IF(ISNUMBER(B2),B2,NA())");
  });
});

describe("what fits no cell", () => {
  const cell = (name: string) => `A${Number(name.slice(1)) + 1}`;
  test("is refused with its size", () => {
    const of = Array.from({ length: 400 }, (_, k) => `x${k}`);
    expect(() =>
      toSpreadsheet({ op: "power-mean", exponent: 2, of, missing: "renormalise" }, { cell }),
    ).toThrow(expect.objectContaining({ code: "formula.too-long-for-cell" }));
    let deep: Expression = "x0";
    for (let level = 0; level < 62; level += 1) deep = { op: "power", of: [deep, 0.5] };
    expect(() => toSpreadsheet(deep, { cell })).toThrow(
      expect.objectContaining({ code: "formula.too-long-for-cell" }),
    );
  });

  test("a choice between faults that look alike is refused", () => {
    const blurred: Expression = {
      op: "coalesce",
      of: [{ op: "power-mean", exponent: 1, of: ["x0", "x1"], missing: "renormalise", minimumCount: 2 }, 0.5],
      for: ["insufficient-coverage"],
    };
    expect(() => toSpreadsheet(blurred, { cell })).toThrow(
      expect.objectContaining({ code: "formula.not-in-spreadsheet" }),
    );
  });

  test("separators of other locales", () => {
    expect(toSpreadsheet({ op: "maximum", of: ["x0", 2.5] }, { cell, separator: ";" })).toBe(
      "MAX(IF(ISNUMBER(A1);A1;NA());2.5)",
    );
  });
});
