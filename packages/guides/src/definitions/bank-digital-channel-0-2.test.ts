import { readFileSync } from "node:fs";
import { type IndexTable, renderFormulaPage, scoreCommonLeaves, scoreIndex } from "@cxmetrics/index-model";
import { describe, expect, test } from "vitest";
import { bankDigitalChannel02 } from "./bank-digital-channel-0-2.js";

interface Expected {
  readonly dimensions: Readonly<Record<string, number | null>>;
  readonly score: number | null;
  readonly grade: string | null;
  readonly status: string;
  readonly stages: Readonly<Record<string, number | null>>;
}
interface Figures {
  readonly table: IndexTable;
  readonly expected: Readonly<Record<string, Expected>>;
  readonly common: { readonly units: string[]; readonly leaves: string[]; readonly scores: number[] };
}

/** Printed by fixtures/bank/bank.py, which restates the profile's tables and rules without the library. */
const { table, expected, common }: Figures = JSON.parse(
  readFileSync(new URL("../../fixtures/bank/bank.json", import.meta.url), "utf8"),
);
const result = scoreIndex(bankDigitalChannel02, table);

function near(found: number | null | undefined, wanted: number | null): void {
  if (wanted === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(wanted, 10);
}

describe.each(Object.entries(expected))("%s", (unit, wanted) => {
  const row = table.units.indexOf(unit);
  test("dimensions and score", () => {
    for (const [id, value] of Object.entries(wanted.dimensions)) near(result.nodes[id]?.values[row], value);
    near(result.nodes["score"]?.values[row], wanted.score);
  });
  test("grade", () => {
    expect(result.grades?.[row]).toMatchObject({ grade: wanted.grade, status: wanted.status });
  });
  test("the view by stage, and the view by dimension where every leaf counts", () => {
    for (const [stage, value] of Object.entries(wanted.stages))
      near(result.views["stage"]?.[stage]?.values[row], value);
    for (const id of Object.keys(wanted.dimensions))
      if (result.nodes[id]?.values[row] !== null)
        near(result.views["dimension"]?.[id]?.values[row], result.nodes[id]?.values[row] ?? null);
  });
});

test("a leaf without evidence is missing, and its gate says why", () => {
  const row = table.units.indexOf("app alpha below");
  expect(result.nodes["C2"]?.statuses?.[row]).toBe("triggered");
  expect(result.nodes["A4"]?.statuses?.[row]).toBe("not-assessed");
  expect(result.nodes["C2"]?.reasons?.[row]).toBe("missing");
  expect(result.nodes["C2"]?.raw?.[row]).not.toBeNull();
});

test("a veto that was not assessed is never passed", () => {
  const row = table.units.indexOf("app veto not assessed");
  expect(result.grades?.[row]?.veto).toBe("not-assessed");
  expect(result.warnings.map((one) => one.code)).toContain("index.veto-not-assessed");
});

test("the score of a vetoed unit stays visible", () => {
  const row = table.units.indexOf("app veto");
  expect(result.grades?.[row]).toMatchObject({ grade: null, veto: "confirmed" });
  expect(result.nodes["score"]?.values[row]).toBeGreaterThan(80);
});

test("deduction and bonus are told and capped", () => {
  const row = table.units.indexOf("web late");
  expect(result.nodes["deducted"]?.outputs?.["amount"]?.[row]).toBe(5);
  expect(result.nodes["score"]?.outputs?.["amount"]?.[row]).toBe(3);
});

test("channels with unequal indicators are compared on their common leaves", () => {
  const { commonLeaves, result: compared } = scoreCommonLeaves(bankDigitalChannel02, table, common.units);
  expect(commonLeaves.filter((id) => /^[A-E]\d$/.test(id)).sort()).toEqual(common.leaves);
  common.scores.forEach((score, row) => {
    near(compared.nodes["score"]?.values[row], score);
  });
});

test.each(["en", "zh"] as const)("the page tells the rules, %s", (lang) => {
  const page = renderFormulaPage(bankDigitalChannel02, { lang, result, unit: "app complete" });
  expect(page).toContain(lang === "en" ? "Score after deductions" : "扣分后得分");
  expect(page).not.toMatch(/undefined|NaN|\[object/);
});
