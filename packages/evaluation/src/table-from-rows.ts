import { expectList, expectNumber, expectText, type ProblemPath } from "@cxmetrics/definition";
import { expectMembers } from "./expect-members.js";
import type { SourceTable, TextColumn } from "./source-table.js";

/**
 * Builds a table from records, every column as dictionary-encoded text. Meant for small data and tests; a reader of large files
 * fills the columns itself.
 *
 * @param rows one record per row, members texts or finite numbers; one that is absent, `null` or blank is a blank cell
 * @throws `CxMetricsError` `document.wrong-type` with the row, `document.unsafe-key`
 * @example
 * ```ts
 * const table = tableFromRows([{ channel: "M", nps: 9 }, { channel: "W" }]);
 * table.rowCount; // => 2
 * table.columns["nps"]; // => { kind: "text", codes: [0, 1], names: ["9", null] }
 * ```
 */
export function tableFromRows(
  rows: readonly Readonly<Record<string, string | number | null>>[],
): SourceTable {
  const records = expectList(rows, ["rows"], (row, path) => expectMembers(row, path, readCell));
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const columns = headers.map((header): [string, TextColumn] => {
    const codeOf = new Map<string | null, number>();
    const codes = records.map((record) => {
      const cell = (Object.hasOwn(record, header) ? record[header] : null) ?? null;
      const code = codeOf.get(cell) ?? codeOf.size;
      codeOf.set(cell, code);
      return code;
    });
    return [header.trim(), { kind: "text", codes, names: [...codeOf.keys()] }];
  });
  return { rowCount: records.length, columns: Object.fromEntries(columns) };
}

function readCell(cell: unknown, path: ProblemPath): string | null {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return String(expectNumber(cell, path));
  if (typeof cell === "string") return cell;
  return expectText(cell, path, undefined, { en: "a text, a number or null", zh: "文本、数字或 null" });
}
