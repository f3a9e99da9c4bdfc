import { CxMetricsError, expectNumber, expectRecord } from "@cxmetrics/definition";
import type { ActorHistories } from "../actor-histories/actor-histories.js";
import { noValue, rowValues } from "../actor-histories/row-values.js";
import { sessionRule } from "./problems.js";

/**
 * How an actor's events fall into sessions: a new one after more than `gapMs` without an event; or one for each id, a row without an
 * id in none; or all events of the actor.
 */
export type SessionRule =
  | { readonly gapMs: number }
  | { readonly ids: ArrayLike<string | number | null> }
  | "actor";

/** Told of each session: the actor and the rows of its events in order (the array is used again; read `length` of it). */
export type OnSession = (actor: number, rows: Uint32Array, length: number) => void;

/** Cuts each actor's history into sessions. */
export function sessionPaths(histories: ActorHistories, rule: unknown, onSession: OnSession): void {
  const { events, rows, from } = histories;
  const startsAnew = reader(histories, rule);
  const buffer = new Uint32Array(rows.length);
  const byId =
    startsAnew === null ? rowValues((rule as { ids: unknown }).ids, events.rows, "ids").codes : null;
  for (let actor = 0; actor < events.actorLimit; actor++) {
    const end = from[actor + 1] as number;
    if (byId !== null) {
      // Sessions of one actor may overlap in time: each id gathers its own rows.
      const sessions = new Map<number, number[]>();
      for (let place = from[actor] as number; place < end; place++) {
        const row = rows[place] as number;
        const id = byId[row] as number;
        if (id === noValue) continue;
        const known = sessions.get(id);
        if (known === undefined) sessions.set(id, [row]);
        else known.push(row);
      }
      for (const list of sessions.values()) {
        buffer.set(list);
        onSession(actor, buffer, list.length);
      }
      continue;
    }
    let length = 0;
    for (let place = from[actor] as number; place < end; place++) {
      if (length > 0 && startsAnew?.(rows[place - 1] as number, rows[place] as number)) {
        onSession(actor, buffer, length);
        length = 0;
      }
      buffer[length++] = rows[place] as number;
    }
    if (length > 0) onSession(actor, buffer, length);
  }
}

/** Whether a row begins a session, given the row before it; `null` when ids tell. */
function reader(
  { events }: ActorHistories,
  rule: unknown,
): ((before: number, row: number) => boolean) | null {
  if (rule === "actor") return () => false;
  if (typeof rule !== "object" || rule === null || Array.isArray(rule) || !("gapMs" in rule || "ids" in rule))
    throw new CxMetricsError(sessionRule, { path: ["options", "session"] });
  const record = expectRecord(rule, ["options", "session"], [], ["gapMs", "ids"]);
  if (record["ids"] !== undefined && record["gapMs"] !== undefined)
    throw new CxMetricsError(sessionRule, { path: ["options", "session"] });
  if (record["ids"] !== undefined) return null;
  const gapMs = expectNumber(record["gapMs"], ["options", "session", "gapMs"], { least: 0 });
  return (before, row) => (events.timeMs[row] as number) - (events.timeMs[before] as number) > gapMs;
}
