import type { SourceTable } from "../source-table.js";
import type { JointPair, JointRequest, JointValueTally } from "../tally-engine.js";
import { columnOf } from "./column-of.js";
import { textsOf } from "./texts-of.js";

/** One reading of the selected rows: its different contents, and which of them each row has. */
interface CodedReading {
  readonly contents: readonly (readonly (string | null)[])[];
  readonly codes: Uint32Array;
}

/** Cross-tabulates every two readings of the selected rows, cells in the order of first appearance. */
export function tallyJointRows(
  table: SourceTable,
  selected: Uint32Array,
  request: JointRequest,
): JointValueTally {
  const readings = request.readings.map((headers) => codeReading(table, selected, headers, request.source));
  const pairs = readings.flatMap((first, a) =>
    readings.slice(a + 1).map((second, after) => crossTable(first, second, a, a + 1 + after)),
  );
  return { rows: selected.length, pairs };
}

function codeReading(
  table: SourceTable,
  selected: Uint32Array,
  headers: readonly string[],
  source: string,
): CodedReading {
  const readers = headers.map((header) => textsOf(columnOf(table, header, source)));
  const codeOf = new Map<string | null, number>();
  const contents: (readonly (string | null)[])[] = [];
  const codes = selected.map((row) => {
    const cells = readers.map((read) => read(row));
    const key = cells.length === 1 ? (cells[0] ?? null) : JSON.stringify(cells);
    const known = codeOf.get(key);
    if (known !== undefined) return known;
    codeOf.set(key, contents.length);
    return contents.push(cells) - 1;
  });
  return { contents, codes };
}

function crossTable(first: CodedReading, second: CodedReading, a: number, b: number): JointPair {
  // A pair is one whole number; at most as many contents as rows, so products stay below 2⁵³ for any table that fits in memory.
  const width = Math.max(1, second.contents.length);
  const counts = new Map<number, number>();
  first.codes.forEach((code, row) => {
    const key = code * width + (second.codes[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const cells = [...counts].map(([key, count]) => ({
    a: first.contents[Math.floor(key / width)] ?? [],
    b: second.contents[key % width] ?? [],
    count,
  }));
  return { a, b, cells };
}
