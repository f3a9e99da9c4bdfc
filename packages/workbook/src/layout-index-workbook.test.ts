import { isCxMetricsError } from "@cxmetrics/definition";
import { scoreIndex } from "@cxmetrics/index-model";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { indexOf, leaf, mean, small, table, titled } from "../fixtures/small-index.js";
import { layoutIndexWorkbook } from "./layout-index-workbook.js";
import type { Workbook, WorkbookCell } from "./workbook-model.js";
import { writeIndexWorkbook } from "./write-index-workbook.js";
import { writeWorkbook } from "./write-workbook.js";

const sheet = (workbook: Workbook, name: string) => workbook.sheets.find((one) => one.name === name);
const cellsOf = (workbook: Workbook): readonly WorkbookCell[] =>
  workbook.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== undefined && cell !== null);
const formulaAt = (workbook: Workbook, name: string, row: number, column: number) =>
  sheet(workbook, name)?.rows[row]?.[column]?.formula;
async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}

describe("formulas", () => {
  const workbook = layoutIndexWorkbook(small, table);

  test("read parameters by name and values by cell", () => {
    const goalposts = formulaAt(workbook, "Level 1", 6, 2) ?? "";
    expect(goalposts).toContain(
      "MEDIAN(IF(ISNUMBER('Inputs'!$C7),'Inputs'!$C7,NA()),p_trust.worst,p_trust.best)",
    );
    const index = formulaAt(workbook, "Level 2", 7, 1) ?? "";
    for (const part of ["'Level 1'!$B8", "w_index.ease", "w_index.trust", "p_index.missing.minimumAvailable"])
      expect(index).toContain(part);
  });

  test("hold no number that an author may want to change", () => {
    for (const cell of ["Level 1", "Level 2"].flatMap(
      (name) => sheet(workbook, name)?.rows.slice(6).flat() ?? [],
    ))
      expect(cell?.formula?.replace(/\$[A-Z]+\d+|'[^']*'/g, "") ?? "").not.toMatch(
        /\b(?:3|50|95|100|0\.5)\b/,
      );
  });

  test("weights stand with their share and their sum, and a fixed sum is watched", () => {
    const fixed = layoutIndexWorkbook(
      indexOf({
        ease: leaf("ease"),
        trust: leaf("trust"),
        index: mean({ ease: 0.75, trust: "1/4" }, { mustSum: 1 }),
      }),
      table,
    );
    const rows = sheet(fixed, "Parameters")?.rows ?? [];
    const texts = rows.map((row) => row[1]?.text);
    const first = texts.indexOf("Weight: ease");
    expect(rows[first + 1]?.[2]?.formula).toBe("1/4");
    expect(rows[first]?.[3]?.formula).toBe(`C${first + 1}/SUM(C$${first + 1}:C$${first + 2})`);
    expect(rows[first + 2]?.[4]?.formula).toContain("the weights must sum to 1");
  });
});

describe("what the file holds", () => {
  test("no result is stored, and the same input gives the same bytes", async () => {
    const file = await writeIndexWorkbook(small, table, { lang: "zh" });
    expect(await writeIndexWorkbook(small, table, { lang: "zh" })).toEqual(file);
    const { sheets } = await readXlsx(file, { readStyles: false });
    const formulas = sheets
      .flatMap(({ cells }) => [...(cells?.values() ?? [])])
      .filter(({ formula }) => formula);
    expect(formulas.length).toBeGreaterThan(30);
    expect(
      formulas.filter(({ formulaResult }) => formulaResult !== undefined && formulaResult !== null),
    ).toEqual([]);
  });

  test("hostile names stay texts", async () => {
    const evil = '=HYPERLINK("http://x","y")';
    const names = [
      evil,
      "@SUM(1)",
      "-1+1",
      "+1",
      "#REF!",
      "__proto__",
      "_x0041_",
      "a\u0000b\uD800",
      "'; DROP",
      "渠道",
    ];
    const definition = indexOf(
      {
        ease: leaf("ease", { title: { en: evil, zh: evil }, unit: "=1+1" }),
        trust: leaf("trust", { title: { en: "]]>&<x>", zh: "'" } }),
        index: mean({ ease: 3, trust: 1 }),
      },
      { title: { en: evil, zh: evil } },
    );
    const file = await writeIndexWorkbook(definition, {
      units: names,
      columns: { ease: names.map((_, k) => k), trust: names.map(() => 50) },
    });
    const { sheets } = await readXlsx(file);
    for (const { cells, rows } of sheets) {
      for (const cell of cells?.values() ?? []) expect(cell.formula ?? "").not.toContain("HYPERLINK");
      for (const row of rows)
        for (const value of row) if (typeof value === "string") expect(value).not.toMatch(/^[=+@-]/);
    }
    const units = sheets
      .find(({ name }) => name === "Inputs")
      ?.rows.slice(6)
      .map((row) => row[0]);
    expect(units?.slice(0, 7)).toEqual([
      `'${evil}`,
      "'@SUM(1)",
      "'-1+1",
      "'+1",
      "'#REF!",
      "__proto__",
      "_x0041_",
    ]);
  });

  test("names of cells are legal, and unlike each other whatever the case", () => {
    const definition = indexOf({
      Ease: leaf("Ease"),
      ease: leaf("ease"),
      "a-b": leaf("a"),
      a_b: leaf("b"),
      R1C1: leaf("r"),
      index: mean({ Ease: 1, ease: 2, "a-b": 1, a_b: 1, R1C1: 1 }),
    });
    const columns = Object.fromEntries(["Ease", "ease", "a-b", "a_b", "R1C1"].map((name) => [name, [50]]));
    const { names } = layoutIndexWorkbook(definition, { units: ["u"], columns });
    const lower = names.map(({ name }) => name.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
    for (const { name } of names) expect(name).toMatch(/^[wpd]_[\p{L}\p{N}_.]+$/u);
  });
});

describe("what is no formula", () => {
  const definition = indexOf({
    ease: leaf("ease"),
    trust: leaf("trust"),
    order: {
      kind: "cohort",
      ...titled("order"),
      algorithm: { method: "kemeny" },
      children: [
        { node: "ease", weight: 1 },
        { node: "trust", weight: 1 },
      ],
    },
    index: mean({ ease: 3, order: 1 }),
  });

  test("is a value that says so", () => {
    const workbook = layoutIndexWorkbook(definition, table);
    expect(workbook.values).toEqual(["order"]);
    const cells = cellsOf(workbook).filter(({ look }) => look === "value");
    expect(cells.length).toBeGreaterThan(2);
    const readMe = sheet(workbook, "Read me")?.rows ?? [];
    expect(readMe.find((row) => row[0]?.text === "order")?.[1]?.text).toBe("looks at all units");
  });

  test("a parameter that is built into the shape of a formula is grey", () => {
    const step = indexOf({
      ease: leaf("ease", { normalise: { method: "band", left: 10, from: 10, to: 24, right: 32 } }),
      trust: leaf("trust"),
      index: mean({ ease: 3, trust: 1 }),
    });
    const rows = sheet(layoutIndexWorkbook(step, table), "Parameters")?.rows ?? [];
    const look = (name: string) => rows.find((row) => row[6]?.text === name)?.[2]?.look;
    expect([look("p_ease.left"), look("p_ease.from"), look("p_ease.right")]).toEqual([
      "fixed",
      "fixed",
      "parameter",
    ]);
  });
});

test("fitted parameters are cells, with the state that they were fitted", () => {
  const definition = indexOf(
    {
      ease: leaf("ease", {
        normalise: {
          method: "min-max",
          direction: "more",
          over: "pooled",
          cap: "both",
          whenConstant: "undefined",
        },
      }),
      trust: leaf("trust"),
      index: mean({ ease: 3, trust: 1 }),
    },
    { scope: "batch" },
  );
  const workbook = layoutIndexWorkbook(definition, table);
  const rows = sheet(workbook, "Parameters")?.rows ?? [];
  const minimum = rows.find((row) => row[7]?.text === "calibration › nodes › ease › normalise › minimum");
  expect([minimum?.[2]?.number, minimum?.[5]?.text]).toEqual([
    60,
    "live; fitted on the reference population",
  ]);
});

describe("refusals", () => {
  test.each<readonly [string, () => unknown]>([
    [
      "workbook.other-result",
      () =>
        layoutIndexWorkbook(small, table, {
          result: scoreIndex(indexOf({ index: leaf("x") }), { units: ["a"], columns: { index: [1] } }),
        }),
    ],
    [
      "workbook.other-units",
      () =>
        layoutIndexWorkbook(small, table, { result: { ...scoreIndex(small, table), units: ["App", "Wap"] } }),
    ],
    ["document.not-allowed", () => layoutIndexWorkbook(small, table, { lang: "fr" as "en" })],
    ["document.unknown-key", () => layoutIndexWorkbook(small, table, { language: "en" } as object)],
    ["document.wrong-type", () => layoutIndexWorkbook(undefined as never, table)],
    ["document.wrong-type", () => writeIndexWorkbook(small, null as never)],
  ])("%s", async (code, run) => {
    expect(await codeOf(run)).toBe(code);
  });

  const book = layoutIndexWorkbook(small, table);
  const withCell = (cell: object) =>
    ({ ...book, sheets: [{ ...book.sheets[0], rows: [[cell]] }] }) as Workbook;
  test.each<readonly [string, unknown]>([
    ["document.wrong-type", undefined],
    ["document.wrong-type", { ...book, sheets: "all" }],
    ["document.missing-key", { title: "x" }],
    ["workbook.bad-cell", withCell({ number: Number.NaN, look: "input" })],
    ["workbook.bad-cell", withCell({ formula: "=A1", look: "computed" })],
    ["workbook.bad-cell", withCell({ text: "x", look: "pink" })],
    ["workbook.bad-sheet", { ...book, sheets: [{ ...book.sheets[0], name: "a/b" }] }],
    ["workbook.bad-sheet", { ...book, sheets: [book.sheets[0], book.sheets[0]] }],
    ["workbook.bad-name", { ...book, names: [{ name: "A1", cell: "'Read me'!$A$1" }] }],
  ])("writeWorkbook: %s", async (code, given) => {
    expect(await codeOf(() => writeWorkbook(given as Workbook))).toBe(code);
  });
});

test("a statement is read by formula from its text, or stands as a value where the text fits no formula", () => {
  const gate = (text: string) => ({
    kind: "gate",
    ...titled("gate"),
    of: "ease",
    when: { attribute: "veto", confirmed: [text], clear: ["none"] },
    effect: { do: "cap", at: 20 },
    notAssessed: "keep",
  });
  const inputs = (text: string) => {
    const definition = indexOf({ ease: leaf("ease"), gate: gate(text), index: mean({ gate: 1 }) });
    const attributes = { veto: [text, "none", null] };
    const workbook = layoutIndexWorkbook(definition, {
      units: ["a", "b", "c"],
      columns: { ease: [70, 80, 90] },
      attributes,
    });
    return (
      sheet(workbook, "Inputs")
        ?.rows.slice(6)
        .map((row) => row[3]) ?? []
    );
  };
  expect(inputs("yes")[0]?.formula).toBe('IF(OR(EXACT($C7,"yes")),1,IF(OR(EXACT($C7,"none")),0,NA()))');
  expect(inputs("y".repeat(300)).map((cell) => cell?.number)).toEqual([1, 0, undefined]);
});
