import { expectText, type ProblemPath } from "@cxmetrics/definition";
import { expectCellValue } from "./expect-cell-value.js";
import { expectMembers } from "./expect-members.js";
import { expectName } from "./expect-name.js";

/** Checks `rows` and `where` of a source or a measure. */
export function expectRowBinding(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  if (record["rows"] !== undefined)
    expectMembers(record["rows"], [...path, "rows"], (attribute, at, column) => {
      expectText(column, at);
      expectName(attribute, at);
    });
  if (record["where"] !== undefined)
    expectMembers(record["where"], [...path, "where"], (value, at, column) => {
      expectText(column, at);
      expectCellValues(value, at);
    });
}

/** Expects one value to compare cells with, or a list of at least one. */
function expectCellValues(value: unknown, path: ProblemPath): void {
  if (Array.isArray(value) && value.length > 0)
    value.forEach((item, index) => {
      expectCellValue(item, [...path, index]);
    });
  else expectCellValue(value, path);
}
