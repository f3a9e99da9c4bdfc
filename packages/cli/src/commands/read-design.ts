import { CxMetricsError, fillMessage } from "@cxmetrics/definition";
import type { DesignOptions } from "@cxmetrics/scores";
import { notes } from "../messages.js";
import { blankKey, fpcDiffers } from "../problems.js";
import type { NumberColumn, TextColumn } from "../read/column.js";
import type { Table } from "../read/read-table.js";
import type { GroupWarning } from "../show/warning-lines.js";
import type { SampleColumns } from "./design-columns.js";
import { type GroupedRows, groupName, groupRows } from "./group-rows.js";

/** Strata and sampling units of a file, and what a reader must know of them. */
export interface ReadDesign {
  readonly options: Pick<DesignOptions, "strata" | "clusters" | "populations">;
  readonly warnings: readonly GroupWarning[];
}

/**
 * Stratum and sampling unit of every record, by name. A record without a stratum belongs nowhere and is refused; one without a cluster
 * is a sampling unit of its own, and a warning counts such records.
 *
 * @throws `CxMetricsError` `table.blank-key`, `design.fpc-differs` with the row of the file
 */
export async function sampleDesignOf(
  { strata, clusters, fpc }: SampleColumns,
  read: {
    readonly strata: readonly TextColumn[];
    readonly clusters: readonly TextColumn[];
    readonly fpc?: NumberColumn | undefined;
  },
  rowCount: number,
  table: Table,
): Promise<ReadDesign> {
  const strataKeys = strata.length === 0 ? undefined : await strataOf(read.strata, strata, rowCount, table);
  const units = clusters.length === 0 ? undefined : unitsOf(read.clusters, rowCount);
  const populations =
    typeof fpc === "string" ? read.fpc && (await populationsOf(read.fpc, strataKeys, fpc, table)) : fpc;
  const values = { count: units?.alone ?? 0, column: clusters.join(",") };
  return {
    options: {
      ...(strataKeys ? { strata: strataKeys } : {}),
      ...(units ? { clusters: units.keys } : {}),
      ...(populations === undefined ? {} : { populations }),
    },
    warnings:
      values.count === 0
        ? []
        : [{ code: "design.blank-clusters", message: fillMessage(notes.blankClusters, values), values }],
  };
}

async function strataOf(
  columns: readonly TextColumn[],
  names: readonly string[],
  rowCount: number,
  table: Table,
): Promise<readonly string[]> {
  for (const [index, { codes }] of columns.entries()) {
    const record = codes.indexOf(0);
    if (record < 0) continue;
    const row = await table.rowNumber(record);
    const column = names[index] ?? "";
    throw new CxMetricsError(blankKey, {
      path: [table.shown, column, row],
      values: { file: table.shown, row, column },
    });
  }
  return namesOf(groupRows(columns, rowCount));
}

/** Names of the sampling units, and how many records are one of their own because a cell is blank. */
function unitsOf(
  columns: readonly TextColumn[],
  rowCount: number,
): { readonly keys: readonly string[]; readonly alone: number } {
  let alone = 0;
  const keys = namesOf(groupRows(columns, rowCount)).map((name, record) => {
    if (columns.every(({ codes }) => codes[record] !== 0)) return name;
    alone += 1;
    // No text of a file holds a line break at its beginning: texts are trimmed.
    return `\n${record}`;
  });
  return { keys, alone };
}

/** A name for each record; were two groups of several columns to read alike, all are told apart by their quotation marks. */
function namesOf({ numbers, groups }: GroupedRows): readonly string[] {
  const names = groups.map(groupName);
  const clear = new Set(names).size === names.length ? names : groups.map((values) => JSON.stringify(values));
  return Array.from(numbers, (number) => clear[number] ?? "");
}

/** The population of each stratum out of a column, where every record of a stratum says the same. */
async function populationsOf(
  { values }: NumberColumn,
  strata: readonly string[] | undefined,
  column: string,
  table: Table,
): Promise<number | Readonly<Record<string, number>>> {
  const found = new Map<string, number>();
  for (const [record, value] of values.entries()) {
    const stratum = strata?.[record] ?? "";
    const known = found.get(stratum);
    if (known === value) continue;
    if (known === undefined && !Number.isNaN(value)) {
      found.set(stratum, value);
      continue;
    }
    const row = await table.rowNumber(record);
    throw new CxMetricsError(Number.isNaN(value) ? blankKey : fpcDiffers, {
      path: [table.shown, column, row],
      values: { file: table.shown, row, column, stratum, value, other: known ?? "" },
    });
  }
  return strata ? Object.fromEntries(found) : (found.get("") ?? 0);
}
