import type { FunnelDefinition, FunnelTally } from "@cxmetrics/funnel";
import { compileFunnelSql, readFunnelTally } from "@cxmetrics/sql";
import { refuseInterrupted } from "../interruption.js";
import type { Table } from "../read/read-table.js";
import { type LogColumns, logTable } from "../read/sql-log.js";

/**
 * The tally of a funnel, taken by DuckDB over the file: the same as in memory.
 *
 * @returns `undefined` where rows have to be looked at one by one: times written as dates, events that only their place in the
 * file orders, anything that is refused
 */
export async function pushedFunnel(
  table: Table,
  columns: LogColumns,
  definition: FunnelDefinition,
  signal: AbortSignal | undefined,
): Promise<FunnelTally | undefined> {
  const sequence = columns.sequence === undefined ? { untied: true } : {};
  try {
    const run = await table.log(columns);
    if (run === undefined) return undefined;
    const { sql, parameters } = compileFunnelSql(definition, {
      dialect: "duckdb",
      table: logTable,
      columns: {
        actor: "actor",
        event: "event",
        timeMs: "at",
        ...(columns.sequence === undefined ? {} : { sequence: "nth" }),
      },
      form: "asof",
      ...sequence,
    });
    return readFunnelTally(await run(sql, parameters), definition);
  } catch {
    // Whatever it is, reading row by row says it with the row of the file.
    refuseInterrupted(signal);
    return undefined;
  }
}
