import { compensatedSum } from "@cxmetrics/stats";
import type { SourceTable } from "../source-table.js";
import type { NumberRequest, SumTally } from "../tally-engine.js";
import { readNumberRows } from "./read-number-rows.js";

/** Compensated sums over the selected rows in which every column holds a number. */
export function sumNumberRows(table: SourceTable, selected: Uint32Array, request: NumberRequest): SumTally {
  const { columns, invalid } = readNumberRows(table, selected, request);
  const rows = columns[0]?.length ?? 0;
  const complete = Array.from({ length: rows }, (_, row) => columns.every((column) => column[row] !== null));
  const count = complete.filter(Boolean).length;
  return {
    rows: rows + invalid,
    complete: count,
    blank: rows - count,
    invalid,
    sums: columns.map((column) =>
      compensatedSum(column.map((cell, row) => (complete[row] ? (cell ?? 0) : 0))),
    ),
  };
}
