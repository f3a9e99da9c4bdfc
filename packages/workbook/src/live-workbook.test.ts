import { isCxMetricsError } from "@cxmetrics/definition";
import { type IndexDefinition, type IndexTable, scoreIndex } from "@cxmetrics/index-model";
import { beforeAll, describe, expect, test } from "vitest";
import { cellOfName, withCells } from "../fixtures/changed-cells.js";
import { compareCells } from "../fixtures/disagreements.js";
import { randomForest } from "../fixtures/random-definition.js";
import { recalculate, type ShownBook, soffice } from "../fixtures/recalculate.js";
import type { Parameter } from "./parameters/parameter.js";
import { parameterNumber } from "./parameters/parameter.js";
import { withValues } from "./parameters/with-values.js";
import { type PlannedWorkbook, planWorkbook } from "./plan-workbook.js";
import type { Workbook } from "./workbook-model.js";
import { writeWorkbook } from "./write-workbook.js";

/** Forests of so many trees: 40 definitions in all. */
const [forests, trees] = [4, 10];

/** Sheets whose cells are compared; the others take LibreOffice time. */
function computedSheets(workbook: Workbook, plan: PlannedWorkbook): Workbook {
  const used = new Set(plan.columns.map(({ sheet }) => sheet));
  for (const { cell } of workbook.names) used.add(/^'(.*)'!/.exec(cell)?.[1] ?? "");
  return { ...workbook, sheets: workbook.sheets.filter(({ name }) => used.has(name)) };
}

/** The definition with every live parameter moved a little, as far as it takes that. */
function moved(plan: PlannedWorkbook, table: IndexTable) {
  const values = new Map<Parameter, number>();
  for (const parameter of plan.bindings.live) {
    const value = parameterNumber(parameter);
    const whole = /digits|minimumCount|points$|atMost|quantileType/.test(String(parameter.path.at(-1)));
    if (!whole) values.set(parameter, value === 0 ? 0.5 : value * 1.015);
  }
  const changed = (): IndexDefinition =>
    withValues(
      plan.working,
      [...values].map(([{ path }, value]) => ({ path, value })),
    );
  for (;;)
    try {
      scoreIndex(changed(), table);
      return { values, definition: changed() };
    } catch (thrown) {
      if (!isCxMetricsError(thrown)) throw thrown;
      const { path } = thrown;
      const before = values.size;
      for (const parameter of values.keys())
        if (
          path.every((key, k) => parameter.path[k] === key) ||
          parameter.path.every((key, k) => path[k] === key)
        )
          values.delete(parameter);
      if (values.size === before)
        for (const parameter of values.keys()) if (parameter.node === path[1]) values.delete(parameter);
      if (values.size === before) throw thrown;
    }
}

/** The table with other raw values. */
function touched(table: IndexTable): IndexTable {
  const columns = Object.entries(table.columns).map(([name, cells]) => [
    name,
    Array.from(cells, (cell) => (cell === null || cell === 97 || name === "raters" ? cell : cell * 1.01)),
  ]);
  return { ...table, columns: Object.fromEntries(columns) };
}

if (process.env["CX_REQUIRE_SYSTEM"])
  test("LibreOffice is here, as this machine promises", () => {
    expect(soffice).toBeDefined();
  });

describe.skipIf(soffice === undefined)("LibreOffice recalculates what the engine computes", () => {
  const plans: PlannedWorkbook[] = [];
  const changed: { readonly plan: PlannedWorkbook; readonly parameters: number }[] = [];
  let books: readonly ShownBook[] = [];

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    const later: Uint8Array[] = [];
    for (let forest = 0; forest < forests; forest += 1) {
      const { definition, table } = randomForest(forest, trees);
      const plan = planWorkbook(definition, table, { lang: forest % 2 ? "zh" : "en" });
      plans.push(plan);
      const whole = forest === 1 ? plan.workbook : computedSheets(plan.workbook, plan);
      files.push(await writeWorkbook(whole));

      const other = touched(table);
      const { values, definition: next } = moved(plan, other);
      changed.push({
        plan: planWorkbook(next, other, { lang: forest % 2 ? "zh" : "en" }),
        parameters: values.size,
      });
      const typed = [...values].map(([parameter, number]) => ({
        ...cellOfName(plan.workbook, plan.nameOf(parameter)),
        number,
      }));
      for (const { name, sheet, column, role } of plan.columns)
        if (role === "raw" || role === "column")
          changed
            .at(-1)
            ?.plan.columns.find((one) => one.name === name)
            ?.cells?.forEach((cell, row) => {
              if (typeof cell === "number") typed.push({ sheet, row: row + 6, column, number: cell });
            });
      later.push(await writeWorkbook(withCells(computedSheets(plan.workbook, plan), typed)));
    }
    books = recalculate([...files, ...later]);
  }, 240_000);

  test("every computed cell of random definitions over all row and fit methods", () => {
    let [cells, numbers] = [0, 0];
    plans.forEach((plan, index) => {
      const found = compareCells(books[index] as ShownBook, plan.columns);
      expect(found.wrong).toEqual([]);
      cells += found.cells;
      numbers += found.numbers;
      expect(plan.columns.filter(({ cause }) => cause !== undefined)).toEqual([]);
    });
    expect(cells).toBeGreaterThan(1_400);
    expect(numbers).toBeGreaterThan(1_000);
  });

  test("and again after every live parameter and every input was changed in the file", () => {
    plans.forEach((plan, index) => {
      const { plan: after, parameters } = changed[index] as (typeof changed)[number];
      expect(compareCells(books[forests + index] as ShownBook, plan.columns, after.columns).wrong).toEqual(
        [],
      );
      expect(parameters).toBeGreaterThan(150);
      // The change is felt: most cells no longer say what they said.
      const before = compareCells(books[forests + index] as ShownBook, plan.columns);
      expect(before.wrong.length).toBeGreaterThan(before.numbers / 2);
    });
  });

  test("the sheet of the check says so itself", () => {
    const check = books[1]?.get("核对") ?? [];
    const verdicts = check.slice(3).map((row) => row[6]);
    expect(verdicts.length).toBeGreaterThan(200);
    expect(new Set(verdicts.filter((verdict) => verdict !== null))).toEqual(new Set(["一致"]));
    const readMe = books[1]?.get("说明") ?? [];
    expect(readMe.some((row) => row[1] === "一致")).toBe(true);
  });

  test("nearly every parameter is live", () => {
    for (const { parameters, bindings } of plans)
      expect(bindings.live.size / parameters.length).toBeGreaterThan(0.99);
  });
});
