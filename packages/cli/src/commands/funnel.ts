import { CxMetricsError, didYouMean, fillMessage, referenceTo } from "@cxmetrics/definition";
import {
  estimateFunnel,
  type FunnelDefinition,
  type FunnelEventColumns,
  type FunnelTally,
  orderedFunnel,
  tallyFunnel,
  tallyFunnelBy,
} from "@cxmetrics/funnel";
import type { Answer, Run } from "../answer.js";
import { parseDuration } from "../duration.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { notes } from "../messages.js";
import { unseenEvent } from "../problems.js";
import type { NumberColumn, TextColumn, TimeColumn } from "../read/column.js";
import { openTable, type Table } from "../read/read-table.js";
import { withRow } from "../read/with-row.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { expectChoice } from "./expect-choice.js";
import { funnelTable } from "./funnel-table.js";
import { groupName, groupRows } from "./group-rows.js";
import { parseLevel } from "./score.js";

/** Options of `cx funnel`, as written. */
export interface FunnelOptions {
  readonly actor: string;
  readonly time: string;
  readonly event: string;
  readonly steps: string;
  readonly window?: string;
  readonly sequence?: string;
  readonly by?: string;
  readonly timeUnit?: string;
  readonly level?: string;
  readonly allowUnseen?: boolean;
}

/**
 * `cx funnel`: how far actors got through ordered steps, for everyone or by the value they entered with.
 *
 * @param file table with one event a row, in any order
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runFunnel(file: string, options: FunnelOptions, run: Run): Promise<Answer> {
  const by = parseList(options.by, "--by");
  const level = parseLevel(options.level);
  const unit = expectChoice(options.timeUnit, "--time-unit", ["ms", "s"]);
  const windowMs = options.window === undefined ? null : parseDuration(options.window, "--window");
  const definition = orderedFunnel({ steps: parseList(options.steps, "--steps"), windowMs });
  const table = await openTable(file, run.tables);
  try {
    const grouping = Object.fromEntries(
      by.map((name, index) => [`by${index}`, { kind: "text", name }] as const),
    );
    const { rowCount, columns } = await table.read({
      ...grouping,
      actor: { kind: "text", name: options.actor },
      event: { kind: "text", name: options.event },
      time: { kind: "time", name: options.time, ...(unit ? { unit } : {}) },
      sequence: options.sequence === undefined ? undefined : { kind: "number", name: options.sequence },
    });
    await hearInterruption(run.io.signal);
    const { actor, event, time, sequence, ...rest } = columns;
    const events = eventColumns(actor, event, time, sequence);
    const grouped = groupRows(Object.values(rest) as readonly TextColumn[], rowCount);
    const names = by.length === 0 ? undefined : groupNames(grouped.numbers, grouped.groups);
    const whole = await tally(events, definition, table, options);
    if (!options.allowUnseen) refuseUnseenEvents(whole, file);
    const groups =
      names === undefined ? [{ group: null, tally: whole }] : tallyFunnelBy(events, names, definition);
    await hearInterruption(run.io.signal);
    const estimates = groups.map((group) => {
      const estimate = estimateFunnel(group.tally, level === undefined ? {} : { level });
      return { group: names === undefined ? null : (group.group ?? ""), estimate };
    });
    const all = estimateFunnel(whole);
    return {
      definition: referenceTo(definition),
      engine: all.engine,
      rows: estimates.map(({ group, estimate: { n, overall, steps } }) => ({ group, n, overall, steps })),
      warnings: [...dataWarnings(whole, time, options.time.trim()), ...all.warnings],
      text: funnelTable(estimates, whole, definition, by, level ?? 0.95, run),
    };
  } finally {
    table.close();
  }
}

/** Codes instead of texts; a blank actor or event becomes `NaN`, which leaves the row out and counts it. */
function eventColumns(
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

function groupNames(numbers: Int32Array, groups: readonly (readonly string[])[]): readonly (string | null)[] {
  const names = groups.map((values) => (values.every((value) => value === "") ? null : groupName(values)));
  return Array.from(numbers, (number) => names[number] ?? null);
}

async function tally(
  events: FunnelEventColumns,
  definition: FunnelDefinition,
  table: Table,
  options: FunnelOptions,
): Promise<FunnelTally> {
  try {
    return tallyFunnel(events, definition);
  } catch (thrown) {
    const { time, sequence, actor, event } = options;
    throw await withRow(thrown, table, { timeMs: time, sequence, actor, event });
  }
}

/** A step whose event never occurs is a misspelling far more often than a step that nobody reached. */
function refuseUnseenEvents({ unseenEvents = [], eventNames = [] }: FunnelTally, file: string): void {
  const [event] = unseenEvents;
  if (event === undefined) return;
  const shown = eventNames.slice(0, 12).join(", ");
  throw new CxMetricsError(unseenEvent, {
    path: ["--steps"],
    values: {
      file,
      event,
      hint: didYouMean(event, eventNames),
      events: eventNames.length > 12 ? `${shown}, … (+${eventNames.length - 12})` : shown,
    },
  });
}

function dataWarnings(tally: FunnelTally, time: TimeColumn, column: string): readonly GroupWarning[] {
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
