import type { TextColumn } from "../read/column.js";

/** Which group every row belongs to. */
export interface GroupedRows {
  /** Number of the group of each row. */
  readonly numbers: Int32Array;
  /** Groups in order of first appearance: the value of each column, the empty text for a blank cell. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * Groups rows by one or more columns of texts.
 *
 * @param columns columns of equal length
 * @param rowCount that length
 * @example
 * ```js
 * const sex = { kind: "text", codes: Int32Array.of(1, 2, 1), names: [null, "F", "M"] } as const;
 * groupRows([sex], 3).groups; // => [["F"], ["M"]]
 * ```
 */
export function groupRows(columns: readonly TextColumn[], rowCount: number): GroupedRows {
  let grouped: GroupedRows = { numbers: new Int32Array(rowCount), groups: rowCount === 0 ? [] : [[]] };
  for (const column of columns) grouped = refine(grouped, column);
  return grouped;
}

/** Divides groups by one more column. Group and code together make one number, so that no text is built for a row. */
function refine({ numbers, groups }: GroupedRows, { codes, names }: TextColumn): GroupedRows {
  const finer = new Int32Array(numbers.length);
  const found: (readonly string[])[] = [];
  const numberOf = new Map<number, number>();
  for (let row = 0; row < finer.length; row += 1) {
    const group = numbers[row] ?? 0;
    const code = codes[row] ?? 0;
    const key = group * names.length + code;
    let number = numberOf.get(key);
    if (number === undefined) {
      number = found.length;
      numberOf.set(key, number);
      found.push([...(groups[group] ?? []), names[code] ?? ""]);
    }
    finer[row] = number;
  }
  return { numbers: finer, groups: found };
}

/**
 * Name of a group of several columns.
 *
 * @example
 * ```js
 * groupName(["F", "18-24"]); // => "F · 18-24"
 * ```
 */
export function groupName(values: readonly string[]): string {
  return values.join(" · ");
}
