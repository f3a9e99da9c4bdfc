import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { badRows } from "./problems.js";

/** One row as a driver gives it: a value per column. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** The columns of one row, checked. */
export interface ReadRow {
  readonly count: (column: string) => number;
  readonly number: (column: string) => number;
  readonly text: (column: string) => string | null;
  /** Whether the column holds anything. */
  readonly has: (column: string) => boolean;
}

/**
 * Reads rows as drivers give them: 64-bit numbers come as numbers, BigInt or text, and some servers write names in capitals.
 */
export function readRows(rows: unknown): readonly ReadRow[] {
  if (!Array.isArray(rows))
    throw refuse(`found ${describeValue(rows).en}`, `实际为 ${describeValue(rows).zh}`, []);
  return rows.map((row: unknown, at) => {
    if (typeof row !== "object" || row === null) throw refuse("a row is no object", "某一行不是对象", [at]);
    const cell = (column: string): unknown => {
      if (Object.hasOwn(row, column)) return (row as SqlRow)[column];
      const upper = column.toUpperCase();
      if (Object.hasOwn(row, upper)) return (row as SqlRow)[upper];
      throw refuse(`column ${column} is missing`, `缺少列 ${column}`, [at]);
    };
    const number = (column: string): number => {
      const value = cell(column);
      // A sum over no rows is NULL.
      if (value === null || value === undefined) return 0;
      const found = typeof value === "string" && value.trim() === "" ? Number.NaN : value;
      const converted = typeof found === "boolean" || typeof found === "object" ? Number.NaN : Number(found);
      if (Number.isFinite(converted)) return converted + 0;
      throw refuse(`${column} is no number`, `${column} 不是数字`, [at, column]);
    };
    return {
      number,
      has: (column) => (cell(column) ?? null) !== null,
      count: (column) => {
        const value = number(column);
        if (Number.isSafeInteger(value) && value >= 0) return value;
        throw refuse(`${column} is no count`, `${column} 不是计数`, [at, column]);
      },
      text: (column) => {
        const value = cell(column);
        if (value === null || value === undefined) return null;
        if (typeof value === "string") return value;
        throw refuse(`${column} is no text`, `${column} 不是文本`, [at, column]);
      },
    };
  });
}

function refuse(en: string, zh: string, path: readonly (string | number)[]): CxMetricsError {
  return new CxMetricsError(badRows, { path: ["rows", ...path], values: { reason: { en, zh } } });
}
