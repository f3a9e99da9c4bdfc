import { CxMetricsError, didYouMean, referenceTo } from "@cxmetrics/definition";
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
import { parseEngine } from "../engine-choice.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { unseenEvent } from "../problems.js";
import type { TextColumn } from "../read/column.js";
import { openTable, type Table } from "../read/read-table.js";
import { withRow } from "../read/with-row.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { databaseFunnel } from "./database-funnel.js";
import { eventColumns, eventWarnings } from "./event-log.js";
import { expectChoice } from "./expect-choice.js";
import { funnelTable } from "./funnel-table.js";
import { groupName, groupRows } from "./group-rows.js";
import { pushedFunnel } from "./pushed-funnel.js";
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
  readonly engine?: string;
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
  const windowMs = options.window === undefined ? null : parseDuration(options.window, "--window");
  const definition = orderedFunnel({ steps: parseList(options.steps, "--steps"), windowMs });
  const { whole, groups, warnings } = await tallied(file, options, by, definition, run);
  await hearInterruption(run.io.signal);
  const estimates = groups.map(({ group, tally }) => ({
    group,
    estimate: estimateFunnel(tally, level === undefined ? {} : { level }),
  }));
  const all = estimateFunnel(whole);
  return {
    definition: referenceTo(definition),
    engine: all.engine,
    rows: estimates.map(({ group, estimate: { n, overall, steps } }) => ({ group, n, overall, steps })),
    warnings: [...warnings, ...all.warnings],
    text: funnelTable(estimates, whole, definition, by, level ?? 0.95, run),
  };
}

/** The tally of everyone, and of each group where groups are asked for. */
interface Tallied {
  readonly whole: FunnelTally;
  readonly groups: readonly { readonly group: string | null; readonly tally: FunnelTally }[];
  readonly warnings: readonly GroupWarning[];
}

/** Takes the tally in a database, in DuckDB over the file where that says the same, or row by row. */
async function tallied(
  file: string,
  options: FunnelOptions,
  by: readonly string[],
  definition: FunnelDefinition,
  run: Run,
): Promise<Tallied> {
  const choice = parseEngine(options.engine);
  const unit = expectChoice(options.timeUnit, "--time-unit", ["ms", "s"]);
  const alone = (whole: FunnelTally): Tallied => {
    if (!options.allowUnseen) refuseUnseenEvents(whole, file);
    return {
      whole,
      groups: [{ group: null, tally: whole }],
      warnings: eventWarnings(whole, { readAsUtc: 0 }, options.time.trim()),
    };
  };
  if ("url" in choice) return alone(await databaseFunnel(file, options, definition, choice, run.tables));
  const table = await openTable(file, run.tables);
  try {
    const { actor, event, time, sequence } = options;
    const columns = { actor, event, time, sequence, unit };
    const pushed =
      choice.kind === "duckdb" && by.length === 0
        ? await pushedFunnel(table, columns, definition, run.io.signal)
        : undefined;
    return pushed ? alone(pushed) : await rowByRow(table, file, options, by, definition, unit, run);
  } finally {
    table.close();
  }
}

async function rowByRow(
  table: Table,
  file: string,
  options: FunnelOptions,
  by: readonly string[],
  definition: FunnelDefinition,
  unit: "ms" | "s" | undefined,
  run: Run,
): Promise<Tallied> {
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
  return {
    whole,
    groups:
      names === undefined
        ? [{ group: null, tally: whole }]
        : tallyFunnelBy(events, names, definition).map((one) => ({ ...one, group: one.group ?? "" })),
    warnings: eventWarnings(whole, time, options.time.trim()),
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
