import { expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { DialectName } from "../dialects/dialect.js";
import type { SqlTable } from "../sql-text.js";

/** Columns of a table of events. */
export interface RetentionColumns {
  readonly actor: string;
  readonly event: string;
  /** Epoch milliseconds, whole or not. */
  readonly timeMs: string;
  /** Order among events of one instant. */
  readonly sequence?: string;
}

/** How a retention tally is written as SQL. */
export interface RetentionSqlOptions {
  readonly dialect: DialectName;
  readonly table: SqlTable;
  readonly columns: RetentionColumns;
  /** End of observation, epoch milliseconds; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
  /** Whether texts are bound (the default) or stand in the statement. */
  readonly values?: "bound" | "inline";
}

/** The options, checked. */
export interface RetentionSettings {
  readonly columns: RetentionColumns;
  readonly untilMs: number | null;
  readonly inline: boolean;
}

/** Furthest from 1970 that tallies take. */
const furthestMs = 8.64e15;

/** Checks the options. */
export function readRetentionOptions(options: unknown): RetentionSettings {
  const given = expectRecord(
    options,
    ["options"],
    ["dialect", "table", "columns"],
    ["observedUntilMs", "values"],
  );
  const columns = expectRecord(
    given["columns"],
    ["options", "columns"],
    ["actor", "event", "timeMs"],
    ["sequence"],
  );
  const values = expectOneOf(
    (given["values"] ?? "bound") as string,
    ["options", "values"],
    ["bound", "inline"],
  );
  return {
    columns: columns as unknown as RetentionColumns,
    untilMs: expectUntil(given["observedUntilMs"]),
    inline: values === "inline",
  };
}

/** An end of observation that may be left out. */
export function expectUntil(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  return expectNumber(value, ["options", "observedUntilMs"], { least: -furthestMs, most: furthestMs }) + 0;
}
