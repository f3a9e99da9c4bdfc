import {
  CxMetricsError,
  describeValue,
  expectList,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { looks } from "./looks.js";
import { badCell, badName, badSheet } from "./problems.js";
import type { Workbook, WorkbookCell } from "./workbook-model.js";

/** Longest formula that Excel takes. */
const longest = 8192;

const sheetForm = /^(?!')[^[\]*?:\\/\p{Cc}\p{Cs}]{1,31}(?<!')$/u;
const nameForm = /^(?=.*_)[\p{L}_][\p{L}\p{N}_.]{0,254}$/u;
const cellForm = /^'(?:[^']|'')+'!\$[A-Z]{1,3}\$[1-9]\d*$/;

/** Expects a workbook that can be written, before the library sees it. */
export function expectWorkbook(workbook: Workbook): void {
  const record = expectRecord(workbook, ["workbook"], ["title", "lang", "sheets", "names"], ["values"]);
  expectText(record["title"], ["workbook", "title"]);
  expectOneOf(record["lang"], ["workbook", "lang"], ["en", "zh"]);
  const names = new Set<string>();
  const readSheet = (item: unknown, path: ProblemPath) => {
    const sheet = expectRecord(
      item,
      path,
      ["name", "rows", "widths", "frozen"],
      ["heights", "wide", "tab", "rules", "filter"],
    );
    const name: unknown = sheet["name"];
    if (typeof name !== "string" || !sheetForm.test(name) || names.has(name.toLowerCase()))
      throw new CxMetricsError(badSheet, { path: [...path, "name"], values: { found: describeValue(name) } });
    names.add(name.toLowerCase());
    expectList(sheet["rows"], [...path, "rows"], (row, at) => {
      if (!Array.isArray(row))
        throw new CxMetricsError(badCell, { path: at, values: { found: describeValue(row) } });
      row.forEach((cell: unknown, k) => {
        if (cell !== undefined && cell !== null) expectCell(cell, [...at, k]);
      });
    });
  };
  expectList(record["sheets"], ["workbook", "sheets"], readSheet, 1);
  expectList(record["names"], ["workbook", "names"], (item, path) => {
    const { name, cell } = expectRecord(item, path, ["name", "cell"]);
    const fits =
      typeof name === "string" && nameForm.test(name) && typeof cell === "string" && cellForm.test(cell);
    if (!fits) throw new CxMetricsError(badName, { path, values: { found: describeValue(name) } });
  });
}

/** One look, and at most one content: a text, a finite number, a formula without its sign. */
function expectCell(value: unknown, path: ProblemPath): void {
  const { text, number, formula, look } = (
    typeof value === "object" && value !== null ? value : {}
  ) as Partial<Record<keyof WorkbookCell, unknown>>;
  const told = [text, number, formula].filter((part) => part !== undefined).length;
  const fits =
    told <= 1 &&
    typeof look === "string" &&
    Object.hasOwn(looks, look) &&
    (text === undefined || typeof text === "string") &&
    (number === undefined || (typeof number === "number" && Number.isFinite(number))) &&
    (formula === undefined ||
      (typeof formula === "string" && /^[^=\p{Cc}][^\p{Cc}]*$/u.test(formula) && formula.length <= longest));
  if (!fits) throw new CxMetricsError(badCell, { path, values: { found: describeValue(value) } });
}
