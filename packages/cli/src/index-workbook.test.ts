import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { earlierIndexDefinitions, indexDefinitions } from "@cxmetrics/guides";
import { defineIndex, type IndexDefinition, type IndexTable, scoreIndex } from "@cxmetrics/index-model";
import { layoutIndexWorkbook, type Workbook, writeWorkbook } from "@cxmetrics/workbook";
import { beforeAll, describe, expect, test } from "vitest";
import { recalculate, type ShownBook, soffice } from "../../workbook/fixtures/recalculate.js";
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const { cx, json, put, folder } = cxInFolder();
const root = join(import.meta.dirname, "../../..");
const panel = readFileSync(join(root, "packages/guides/fixtures/undp/hdi_2021_22_panel.csv"), "utf8");
const some = panel.split("\n").filter((line) => /^iso3|^(?:AFG|NOR|QAT|NER),.*,(?:1990|2021),/.test(line));

test("cx index workbook writes a file and says what is in it", async () => {
  await put("panel.csv", `${some.join("\n")}\n`);
  const { code, out } = await cx(
    "index workbook undp.hdi panel.csv --units iso3,year -o hdi.xlsx".split(" "),
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^wrote hdi\.xlsx\n\d+ sheets, \d+ live formulas, \d+ named cells/);
  expect(readFileSync(join(folder(), "hdi.xlsx")).subarray(0, 2).toString()).toBe("PK");
  const chinese = await cx(
    "index workbook undp.hdi panel.csv --units iso3,year -o hdi.zh.xlsx --lang zh".split(" "),
  );
  expect(chinese.out).toContain("个实时公式");
  const { result, definition } = await json(
    "index workbook undp.hdi panel.csv --units iso3,year -o hdi.xlsx".split(" "),
  );
  expect(definition.id).toBe("undp.hdi");
  expect(result.sheets.slice(0, 4)).toEqual(["Read me", "Definition", "Parameters", "Inputs"]);
  expect(result.values).toEqual([]);
});

test("nothing is written where the name is no workbook or an input", async () => {
  await put("panel.csv", `${some.join("\n")}\n`);
  const before = await readdir(folder());
  const csv = await cx("index workbook undp.hdi panel.csv -o hdi.csv --json".split(" "));
  expect(csv.code).not.toBe(0);
  expect(JSON.parse(csv.out || csv.err).error.code).toBe("output.not-a-workbook");
  await put("panel.xlsx", some.join("\n"));
  expect((await cx("index workbook undp.hdi panel.xlsx -o panel.xlsx".split(" "))).code).not.toBe(0);
  expect((await cx("index workbook undp.hdi panel.csv".split(" "))).code).not.toBe(0);
  expect((await readdir(folder())).filter((name) => !before.includes(name))).toEqual(["panel.xlsx"]);
});

/** A table for a definition: made-up raw values between and beyond the goalposts, with gaps. */
function madeTable(definition: IndexDefinition): IndexTable {
  const units = Array.from({ length: 7 }, (_, k) => `渠道 ${k + 1}`);
  let turn = 0;
  const between = (low: number, high: number) =>
    units.map(() => {
      turn += 1;
      const share = (turn * 0.618034) % 1;
      return turn % 29 === 0 ? null : Number((low + (high - low) * (share * 1.1 - 0.05)).toFixed(3));
    });
  const columns: Record<string, (number | null)[]> = {};
  const attributes: Record<string, (string | null)[]> = {};
  for (const [, name = ""] of JSON.stringify(definition).matchAll(/"attribute":"([^"]+)"/g))
    attributes[name] = units.map((_, k) => ["none", "confirmed", null][k % 3] ?? null);
  for (const [, name = ""] of JSON.stringify(definition).matchAll(/"@([^"]+)"/g))
    columns[name] = between(1, 9);
  for (const [id, node] of Object.entries(definition.nodes)) {
    if (node.kind !== "indicator") continue;
    const { worst = 0, best = 100 } = node.normalise as { worst?: number; best?: number };
    columns[node.column ?? id] = between(Math.min(worst, best), Math.max(worst, best));
    const { appliesTo, evidence } = node;
    if (appliesTo)
      attributes[appliesTo.attribute] = units.map((_, k) => (k % 4 ? (appliesTo.values[0] ?? "") : "other"));
    for (const { column, atLeast = 0 } of evidence?.conditions ?? [])
      columns[column] = units.map((_, k) => (k === 5 ? atLeast - 0.1 : atLeast + 1));
    for (const name of evidence?.stated ?? [])
      attributes[name] = units.map((_, k) => (k === 6 ? null : "1.0"));
  }
  return { units, columns, attributes };
}

function hdiTable(): IndexTable {
  const [head = [], ...lines] = some.map((line) => line.split(","));
  const column = (name: string) => lines.map((line) => Number(line[head.indexOf(name)]));
  return {
    units: lines.map((line) => `${line[0]} ${line[3]}`),
    columns: Object.fromEntries(
      ["life_expectancy", "expected_schooling", "mean_schooling", "gni_pc_ppp"].map((name) => [
        name,
        column(name),
      ]),
    ),
  };
}

interface Case {
  readonly name: string;
  readonly definition: IndexDefinition;
  readonly table: IndexTable;
  /** Defined name of a weight, its new value, and the definition that has it. */
  readonly weight: readonly [string, number];
  readonly input: readonly [string, number];
}

const bank = indexDefinitions["cx.bank-digital-channel"];
const airport = indexDefinitions["cx.airport-experience"];
const earlier = earlierIndexDefinitions.find(({ id }) => id === bank.id) as IndexDefinition;

/** A definition with another weight of one child. */
function reweighed(definition: IndexDefinition, name: string, weight: number): IndexDefinition {
  const [, id = "", child = ""] = /^w_([^.]+)\.(.+)$/.exec(name) ?? [];
  const nodes = Object.entries(definition.nodes).map(([key, node]) => {
    if (key !== id || node.kind !== "aggregate") return [key, node] as const;
    const { mustSum: _, ...rest } = node;
    const children = node.children.map((one) => (one.node === child ? { ...one, weight } : one));
    return [key, { ...rest, children }] as const;
  });
  return defineIndex({ ...definition, nodes: Object.fromEntries(nodes) });
}

/** The values on the sheets of the levels by node, as LibreOffice shows them. */
function shownNodes(book: ShownBook): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, readonly unknown[]>();
  for (const [sheet, rows] of book)
    if (/^第\d+层$|^Level \d+$/.test(sheet))
      (rows[3] ?? []).forEach((id, column) => {
        if (typeof id === "string" && id !== "")
          found.set(
            id,
            rows.slice(6).map((row) => row[column] ?? null),
          );
      });
  return found;
}

function typed(
  workbook: Workbook,
  at: { sheet: string; row: number; column: number },
  number: number,
): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== at.sheet) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    const row = rows[at.row];
    if (row) row[at.column] = { number, look: "input" };
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}

describe.skipIf(soffice === undefined)("LibreOffice recalculates the guides", () => {
  const hdi = indexDefinitions["undp.hdi"];
  const cases: readonly Case[] = [
    { name: "HDI", definition: hdi, table: hdiTable(), weight: ["w_HDI.LE", 2.5], input: ["EYS", 9.25] },
    { name: "bank", definition: bank, table: madeTable(bank), weight: ["w_A.A2", 7], input: ["B1", 2.2] },
    {
      name: "bank 0.1.0",
      definition: earlier,
      table: madeTable(earlier),
      weight: ["w_A.A2", 7],
      input: ["B1", 2.2],
    },
    {
      name: "airport",
      definition: airport,
      table: madeTable(airport),
      weight: ["", 4],
      input: ["wifi", 3.1],
    },
  ];
  let books: readonly ShownBook[] = [];
  const results: ReturnType<typeof scoreIndex>[] = [];

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const { definition, table, weight, input } of cases) {
      const workbook = layoutIndexWorkbook(definition, table, { lang: files.length % 4 ? "zh" : "en" });
      files.push(await writeWorkbook(workbook));
      results.push(scoreIndex(definition, table));

      const name = weight[0] || (workbook.names.find((one) => one.name.startsWith("w_"))?.name ?? "");
      const place = workbook.names.find((one) => one.name === name)?.cell ?? "";
      const [, sheet = "", row = "0"] = /^'(.*)'!\$C\$(\d+)$/.exec(place) ?? [];
      const inputs = workbook.sheets[3];
      const column = inputs?.rows[3]?.findIndex((cell) => cell?.text === input[0]) ?? -1;
      expect([sheet !== "", column > 0]).toEqual([true, true]);
      const changed = typed(workbook, { sheet, row: Number(row) - 1, column: 2 }, weight[1]);
      files.push(
        await writeWorkbook(typed(changed, { sheet: inputs?.name ?? "", row: 7, column }, input[1])),
      );
      const leaf = definition.nodes[input[0]];
      const own = leaf?.kind === "indicator" ? (leaf.column ?? input[0]) : input[0];
      const cells = Array.from(table.columns[own] ?? []);
      cells[1] = input[1];
      const other = { ...table, columns: { ...table.columns, [own]: cells } };
      results.push(scoreIndex(reweighed(definition, name, weight[1]), other));
    }
    books = recalculate(files);
  }, 240_000);

  test.each(cases.map(({ name }, index) => [name, index] as const))(
    "%s: every node, and again after one weight and one input were changed",
    (_, index) => {
      for (const turn of [2 * index, 2 * index + 1]) {
        const shown = shownNodes(books[turn] as ShownBook);
        let numbers = 0;
        for (const [id, { values, reasons }] of Object.entries(results[turn]?.nodes ?? {}))
          values.forEach((value, row) => {
            const cell = shown.get(id)?.[row];
            if (value === null)
              expect(typeof cell, id).toBe(reasons?.[row] === "not-applicable" ? "string" : "object");
            else {
              numbers += 1;
              expect(Math.abs((cell as number) - value), id).toBeLessThanOrEqual(
                1e-9 * Math.max(1, Math.abs(value)),
              );
            }
          });
        expect(numbers).toBeGreaterThan(40);
      }
      const roots = [2 * index, 2 * index + 1].map(
        (turn) => results[turn]?.nodes[results[turn]?.document.root ?? ""]?.values,
      );
      expect(roots[0]).not.toEqual(roots[1]);
    },
  );

  test("the HDI of the sheet is the published one", () => {
    const published = some.slice(1).map((line) => Number(line.split(",")[8]));
    const shown = shownNodes(books[0] as ShownBook).get("HDI") ?? [];
    published.forEach((value, row) => {
      expect(Math.abs((shown[row] as number) - value)).toBeLessThan(0.0006);
    });
    expect(published.length).toBe(8);
  });
});
