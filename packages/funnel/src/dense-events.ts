import { CxMetricsError, describeValue, type Warning } from "@cxmetrics/definition";
import type { EventColumns } from "./climb.js";
import { encode, noCode } from "./encode-ids.js";
import { type ExpectKeys, eventColumns, type RawColumns } from "./event-columns.js";
import type { FunnelEvents } from "./funnel-events.js";
import { badActor, badEventName, unknownEventCode } from "./problems.js";
import { readSequence, readTimes } from "./read-times.js";

/** Codes in the narrowest unsigned array that came or was made. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Events as columns of numbers, checked. */
export interface DenseEvents extends EventColumns {
  readonly rows: number;
  /** One code an actor; meaningless where the event code is `ignored`. */
  readonly actor: Uint32Array;
  /** Every actor code is below this. */
  readonly actorLimit: number;
  readonly actorName: (code: number) => string | number;
  /** One code an event name; the code after the last name marks a row that is left out. */
  readonly event: Codes;
  readonly eventNames: readonly string[];
  readonly timeMs: Float64Array;
  readonly sequence: Float64Array | null;
  /** Whether some row carries the event of each code. */
  readonly seen: Uint8Array;
  readonly excluded: Readonly<Record<string, number>>;
  /** The events as they came, whose properties `propertyOf` reads. */
  readonly raw: Pick<RawColumns, "rows" | "properties" | "actor">;
  /** Where sessions are followed in place of actors: per session code the code of its actor. */
  readonly clusterOf?: Uint32Array;
  readonly warnings: readonly Warning[];
}

/** Tells who did each event, and whom the funnel follows: the same, or the sessions of each. */
type ReadActors = (columns: RawColumns) => { readonly actor: ActorCodes; readonly unit: ActorCodes };

/** How events are read. */
export interface EventDoor {
  readonly expectKeys: ExpectKeys;
  readonly readActors: ReadActors;
}

/** Reads events of either shape: the one door for data. */
export function denseEvents(events: FunnelEvents, { expectKeys, readActors: read }: EventDoor): DenseEvents {
  const columns = eventColumns(events, expectKeys);
  const { actor, unit } = read(columns);
  const event = readEvents(columns.event, columns.eventNames, columns.path("event"));
  const { timeMs, warnings } = readTimes(columns.timeMs, columns.path("timeMs"));
  const sequence = readSequence(columns.sequence, columns.path("sequence"));
  const kept = leaveOut(actor, unit, event);
  return {
    rows: columns.actor.length,
    actor: unit.codes,
    actorLimit: unit.limit,
    actorName: unit.nameOf,
    event: kept.codes,
    eventNames: event.names,
    timeMs,
    sequence,
    seen: event.seen,
    excluded: kept.excluded,
    raw: columns,
    ...(unit.clusterOf === undefined ? {} : { clusterOf: unit.clusterOf }),
    warnings,
  };
}

/** Events that count: all rows but those left out. */
export function countedRows(events: DenseEvents): number {
  return Object.values(events.excluded).reduce((rest, rows) => rest - rows, events.rows);
}

/** One code an actor or session. */
export interface ActorCodes {
  readonly codes: Uint32Array;
  readonly limit: number;
  readonly nameOf: (code: number) => string | number;
  readonly missing: number;
  readonly clusterOf?: Uint32Array;
}

/** Gives each actor a code; ids that are small numbers keep theirs. */
export function readActors(
  column: ArrayLike<unknown>,
  path: (row: number) => (string | number)[],
): ActorCodes {
  if (column instanceof Uint32Array || column instanceof Uint16Array || column instanceof Uint8Array) {
    let highest = 0;
    for (let row = 0; row < column.length; row++) {
      const id = column[row] as number;
      if (id > highest) highest = id;
    }
    // Ids that are nearly dense are codes already.
    if (highest < Math.max(2 ** 16, 4 * column.length)) {
      const codes = column instanceof Uint32Array ? column : new Uint32Array(column);
      return { codes, limit: highest + 1, nameOf: (code) => code, missing: 0 };
    }
  }
  const { codes, names, missing } = encode(column, (found, row) => {
    throw new CxMetricsError(badActor, { path: path(row), values: { found: describeValue(found) } });
  });
  return { codes, limit: names.length, nameOf: (code) => names[code] as string | number, missing };
}

interface EventCodes {
  readonly codes: Codes;
  readonly names: readonly string[];
  readonly seen: Uint8Array;
  readonly missing: number;
}

function readEvents(
  column: ArrayLike<unknown>,
  names: readonly string[] | undefined,
  path: (row: number) => (string | number)[],
): EventCodes {
  const refuseName = (found: unknown, row: number): never => {
    throw new CxMetricsError(badEventName, { path: path(row), values: { found: describeValue(found) } });
  };
  if (names === undefined) {
    const encoded = encode(column, refuseName);
    const number = encoded.names.findIndex((name) => typeof name === "number");
    if (number >= 0) refuseName(encoded.names[number], encoded.codes.indexOf(number));
    const seen = new Uint8Array(encoded.names.length).fill(1);
    return { ...encoded, names: encoded.names as readonly string[], seen };
  }
  const refuseCode = (found: unknown, row: number): never => {
    const values = { found: describeValue(found), names: names.length };
    throw new CxMetricsError(unknownEventCode, { path: path(row), values });
  };
  const seen = new Uint8Array(names.length);
  if (column instanceof Uint8Array || column instanceof Uint16Array || column instanceof Uint32Array) {
    for (let row = 0; row < column.length; row++) {
      const code = column[row] as number;
      if (code >= names.length) refuseCode(code, row);
      seen[code] = 1;
    }
    return { codes: column, names, seen, missing: 0 };
  }
  const codes = new Uint32Array(column.length);
  let missing = 0;
  for (let row = 0; row < column.length; row++) {
    const code = column[row];
    if (code === null || code === undefined || Number.isNaN(code)) {
      codes[row] = noCode;
      missing++;
    } else if (typeof code === "number" && Number.isInteger(code) && code >= 0 && code < names.length) {
      codes[row] = code;
      seen[code] = 1;
    } else refuseCode(code, row);
  }
  return { codes, names, seen, missing };
}

/** Gives rows without actor, session or event the code after the last event name, which no step has. */
function leaveOut(
  actor: ActorCodes,
  unit: ActorCodes,
  event: EventCodes,
): { codes: Codes; excluded: Record<string, number> } {
  if (unit.missing === 0 && event.missing === 0) return { codes: event.codes, excluded: {} };
  const codes = new Uint32Array(event.codes);
  let withoutEvent = 0;
  for (let row = 0; row < codes.length; row++) {
    const someone = unit.codes[row] !== noCode;
    if (someone && codes[row] !== noCode) continue;
    if (someone) withoutEvent++;
    codes[row] = event.names.length;
  }
  const reasons = {
    "no-actor": actor.missing,
    "no-session": unit.missing - actor.missing,
    "no-event": withoutEvent,
  };
  return { codes, excluded: Object.fromEntries(Object.entries(reasons).filter(([, rows]) => rows > 0)) };
}
