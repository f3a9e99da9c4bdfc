import { fillMessage } from "@cxmetrics/definition";
import type { FunnelEventColumns } from "@cxmetrics/funnel";
import type { Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { notes } from "../messages.js";
import type { NumberColumn, TextColumn, TimeColumn } from "../read/column.js";
import { openTable, type Table } from "../read/read-table.js";
import { namingRows } from "../read/with-row.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { expectChoice } from "./expect-choice.js";

/** Where the events of a file stand, as written. */
export interface EventLogOptions {
  readonly actor: string;
  readonly time: string;
  readonly event: string;
  readonly sequence?: string;
  readonly timeUnit?: string;
}

/** The events of a file. */
export interface EventLog {
  readonly events: FunnelEventColumns;
  /** What a reader must know of them. */
  readonly warnings: readonly GroupWarning[];
  /** The column of sessions, where one was asked for: `null` in a row without one. */
  readonly sessions: readonly (string | null)[] | null;
  /** Runs a calculation; what it refuses about one event is told with the row of the file. */
  readonly naming: <T>(calculate: () => T) => Promise<T>;
}

/**
 * Reads the events of a file and hands them on; the file is closed afterwards.
 *
 * @param file table with one event a row, in any order
 * @param session column that names the session of each event
 */
export async function withEventLog<T>(
  file: string,
  options: EventLogOptions,
  session: string | undefined,
  run: Run,
  use: (log: EventLog) => Promise<T>,
): Promise<T> {
  const unit = expectChoice(options.timeUnit, "--time-unit", ["ms", "s"]);
  const table = await openTable(file, run.tables);
  try {
    const { columns } = await table.read({
      actor: { kind: "text", name: options.actor },
      event: { kind: "text", name: options.event },
      time: { kind: "time", name: options.time, ...(unit ? { unit } : {}) },
      sequence: options.sequence === undefined ? undefined : { kind: "number", name: options.sequence },
      session: session === undefined ? undefined : { kind: "text", name: session },
    });
    await hearInterruption(run.io.signal);
    const { actor, event, time, sequence } = columns;
    return await use({
      events: eventColumns(actor, event, time, sequence),
      warnings: eventWarnings({ excluded: leftOut(actor, event) }, time, options.time.trim()),
      sessions: namesOf(columns.session),
      naming: naming(table, options),
    });
  } finally {
    table.close();
  }
}

function leftOut(actor: TextColumn, event: TextColumn): Readonly<Record<string, number>> {
  const blanks = actor.codes.filter((code, row) => code === 0 || event.codes[row] === 0).length;
  const actors = actor.codes.filter((code) => code === 0).length;
  return { "no-actor": actors, "no-event": blanks - actors };
}

function naming(table: Table, { time, sequence, actor, event }: EventLogOptions): EventLog["naming"] {
  return (calculate) => namingRows(calculate, table, { timeMs: time, sequence, actor, event });
}

function namesOf(column: TextColumn | undefined): readonly (string | null)[] | null {
  return column === undefined ? null : Array.from(column.codes, (code) => column.names[code] ?? null);
}

/** Codes instead of texts; a blank actor or event becomes `NaN`, which leaves the row out and counts it. */
export function eventColumns(
  actor: TextColumn,
  event: TextColumn,
  time: TimeColumn,
  sequence: NumberColumn | undefined,
): FunnelEventColumns {
  const codes = ({ codes }: TextColumn) =>
    codes.includes(0) ? Float64Array.from(codes, (code) => (code === 0 ? Number.NaN : code)) : codes;
  return {
    actor: codes(actor),
    event: codes(event),
    eventNames: event.names.map((name) => name ?? ""),
    timeMs: time.values,
    ...(sequence ? { sequence: sequence.values } : {}),
  };
}

/** What a reader must know of the events: times without an offset, and rows that were left out. */
export function eventWarnings(
  tally: { readonly excluded?: Readonly<Record<string, number>> },
  time: Pick<TimeColumn, "readAsUtc">,
  column: string,
): readonly GroupWarning[] {
  const warnings: GroupWarning[] = [];
  if (time.readAsUtc > 0) {
    const values = { count: time.readAsUtc, column };
    warnings.push({ code: "time.read-as-utc", message: fillMessage(notes.readAsUtc, values), values });
  }
  const { "no-actor": actors = 0, "no-event": events = 0 } = tally.excluded ?? {};
  if (actors + events > 0) {
    const values = { count: actors + events, actors, events };
    warnings.push({ code: "events.left-out", message: fillMessage(notes.leftOut, values), values });
  }
  return warnings;
}
