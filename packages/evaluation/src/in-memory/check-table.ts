import { CxMetricsError, type LocalizedText, type ProblemPath } from "@cxmetrics/definition";
import { badTable } from "../problems.js";
import type { SourceColumn, SourceTable } from "../source-table.js";

/** Checks the shape of a table: lengths, kinds, and that every code has a name. */
export function checkTable(value: unknown, path: ProblemPath, source: string): SourceTable {
  const table = (typeof value === "object" && value !== null ? value : {}) as Partial<SourceTable>;
  const { rowCount, columns, headers, digest } = table;
  const reason =
    !Number.isSafeInteger(rowCount) || (rowCount as number) < 0
      ? { en: "rowCount is no count", zh: "rowCount 不是计数" }
      : typeof columns !== "object" || columns === null
        ? { en: "columns is no object", zh: "columns 不是对象" }
        : headers !== undefined && !isListOfTexts(headers)
          ? { en: "headers is no list of texts", zh: "headers 不是文本列表" }
          : digest !== undefined && typeof digest !== "string"
            ? { en: "digest is no text", zh: "digest 不是文本" }
            : firstFault(columns, rowCount as number);
  if (reason !== undefined) throw new CxMetricsError(badTable, { path, values: { source, reason } });
  return value as SourceTable;
}

function firstFault(
  columns: Readonly<Record<string, SourceColumn>>,
  rowCount: number,
): LocalizedText | undefined {
  for (const [header, column] of Object.entries(columns)) {
    const fault = faultOf(column, rowCount);
    if (fault) return { en: `column "${header}" ${fault.en}`, zh: `列 “${header}” ${fault.zh}` };
  }
  return undefined;
}

function faultOf(column: SourceColumn | null, rowCount: number): LocalizedText | undefined {
  if (column?.kind !== "text" && column?.kind !== "number")
    return { en: "is neither text nor number", zh: "既不是文本列也不是数字列" };
  if (column.kind === "number" && !(column.values instanceof Float64Array))
    return { en: "keeps its numbers in no Float64Array", zh: "的数字不在 Float64Array 中" };
  const cells: ArrayLike<number> | null | undefined = column.kind === "number" ? column.values : column.codes;
  if (cells?.length !== rowCount)
    return {
      en: `has ${cells?.length ?? "no"} cells for ${rowCount} rows`,
      zh: `有 ${cells?.length ?? 0} 个单元格，而表有 ${rowCount} 行`,
    };
  if (column.kind === "number") return undefined;
  const { codes, names } = column;
  if (!Array.isArray(names) || !names.every((name) => name === null || typeof name === "string"))
    return { en: "has names that are no texts", zh: "的名称不是文本" };
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] as number;
    if (!(Number.isInteger(code) && code >= 0 && code < names.length))
      return { en: `has a code without a name in row ${row + 1}`, zh: `第 ${row + 1} 行的编码没有名称` };
  }
  return undefined;
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
