import { CxMetricsError, describeValue, type expectRecord } from "@cxmetrics/definition";
import { expectColumn } from "./expect-column.js";
import { badEventName, badEvents, unequalColumns } from "./problems.js";

/** Columns of equal length, their members not looked at yet. */
export interface RawColumns {
  readonly actor: ArrayLike<unknown>;
  readonly event: ArrayLike<unknown>;
  readonly timeMs: ArrayLike<unknown>;
  readonly sequence: ArrayLike<unknown> | null;
  readonly eventNames: readonly string[] | undefined;
  /** Where the properties of the events stand, see `propertyOf`: the rows themselves, or what came as columns. */
  readonly rows: readonly unknown[] | null;
  readonly properties: unknown;
  /** Where the caller will find a member: by row and field, or by column and row. */
  readonly path: (column: string) => (row: number) => (string | number)[];
}

/** Expects an object with some keys: `expectRecord`, or what does the same in fewer words. */
export type ExpectKeys = typeof expectRecord;

/** Turns rows into columns; columns stay as they are. */
export function eventColumns(events: unknown, expectKeys: ExpectKeys): RawColumns {
  if (Array.isArray(events)) return columnsOf(events);
  if (typeof events !== "object" || events === null || ArrayBuffer.isView(events))
    throw new CxMetricsError(badEvents, {
      values: {
        expected: { en: "a list of events or an object of columns", zh: "事件列表或由列组成的对象" },
        found: describeValue(events),
      },
    });
  const record = expectKeys(
    events,
    [],
    ["actor", "event", "timeMs"],
    ["sequence", "eventNames", "properties"],
  );
  const actor = expectColumn(record["actor"], ["actor"]);
  const read = (column: string) => {
    const values = expectColumn(record[column], [column]);
    if (values.length !== actor.length)
      throw new CxMetricsError(unequalColumns, {
        path: [column],
        values: { column, found: values.length, expected: actor.length },
      });
    return values;
  };
  return {
    actor,
    event: read("event"),
    timeMs: read("timeMs"),
    sequence: record["sequence"] === undefined ? null : read("sequence"),
    eventNames: record["eventNames"] === undefined ? undefined : expectNames(record["eventNames"]),
    rows: null,
    properties: record["properties"],
    path: (column) => (row) => [column, row],
  };
}

/** Any text will do: a table may well name a blank. */
function expectNames(value: unknown): readonly string[] {
  const names = expectColumn(value, ["eventNames"]);
  for (let code = 0; code < names.length; code++)
    if (typeof names[code] !== "string")
      throw new CxMetricsError(badEventName, {
        path: ["eventNames", code],
        values: { found: describeValue(names[code]) },
      });
  return Array.from(names as ArrayLike<string>);
}

function columnsOf(events: readonly unknown[]): RawColumns {
  const rows = events.length;
  const actor = new Array<unknown>(rows);
  const event = new Array<unknown>(rows);
  const timeMs = new Array<unknown>(rows);
  const sequence = new Array<unknown>(rows);
  let numbered = false;
  for (let row = 0; row < rows; row++) {
    const item = events[row];
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw new CxMetricsError(badEvents, {
        path: [row],
        values: {
          expected: { en: "an event { actor, event, timeMs }", zh: "事件 { actor, event, timeMs }" },
          found: describeValue(item),
        },
      });
    const one = item as Record<string, unknown>;
    actor[row] = one["actor"];
    event[row] = one["event"];
    timeMs[row] = one["timeMs"];
    sequence[row] = one["sequence"];
    numbered ||= sequence[row] !== undefined;
  }
  return {
    actor,
    event,
    timeMs,
    sequence: numbered ? sequence : null,
    eventNames: undefined,
    rows: events,
    properties: null,
    path: (column) => (row) => [row, column],
  };
}
