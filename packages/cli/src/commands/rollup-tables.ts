import type { IndexResult } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { digitsFor } from "./index-score-table.js";

/** The gathered units of a result, a table for each rollup; empty where the definition has none. */
export function rollupTables({ rollups, document }: IndexResult, { lang, bold }: Run): readonly string[] {
  const digits = digitsFor(document);
  return Object.entries(rollups ?? {}).flatMap(([id, { units, periods, members, nodes }]) => {
    const ids = Object.keys(nodes);
    const lines = units.map((unit, row) => [
      printable(unit),
      ...(periods ? [printable(periods[row] ?? "")] : []),
      String(members[row]?.length ?? 0),
      ...ids.map((node) => {
        const value = nodes[node]?.values[row] ?? null;
        return value === null ? "-" : showNumber(value, digits);
      }),
    ]);
    const right = (head: string): TableColumn => ({ head, align: "right" });
    const columns: readonly TableColumn[] = [
      { head: printable(document.rollups?.[id]?.title[lang] ?? id), align: "left" },
      ...(periods ? [{ head: words.period[lang], align: "left" } as const] : []),
      right(words.members[lang]),
      ...ids.map(right),
    ];
    return [terminalTable(columns, lines, bold), ""];
  });
}
