import { expectRecord } from "@cxmetrics/definition";
import { type ActorCodes, type EventDoor, readActors } from "./dense-events.js";
import { noCode } from "./encode-ids.js";
import { propertyOf } from "./event-properties.js";
import type { FunnelDefinition } from "./funnel-definition.js";

/** How the events of a definition are read: by the actors or sessions that it follows. */
export function eventDoor({ actor: who, session }: Pick<FunnelDefinition, "actor" | "session">): EventDoor {
  return {
    expectKeys: expectRecord,
    readActors: (columns) => {
      const read = (name: string) =>
        readActors(propertyOf(columns, name), (row) => ["properties", name, row]);
      const actor =
        who?.property === undefined ? readActors(columns.actor, columns.path("actor")) : read(who.property);
      return { actor, unit: session === undefined ? actor : sessionsOf(actor, read(session)) };
    },
  };
}

/** One code for each session of each actor, in order of first appearance. */
function sessionsOf(actor: ActorCodes, session: ActorCodes): ActorCodes {
  const codes = new Uint32Array(actor.codes.length);
  const codeOf = new Map<number, number>();
  const clusterOf: number[] = [];
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const who = actor.codes[row] as number;
    const which = session.codes[row] as number;
    if (who === noCode || which === noCode) {
      codes[row] = noCode;
      missing++;
      continue;
    }
    // Exact: the number of actors times that of sessions stays far below 2 ** 53.
    const key = which * actor.limit + who;
    let code = codeOf.get(key);
    if (code === undefined) {
      code = clusterOf.push(who) - 1;
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  const nameOf = (code: number) => actor.nameOf(clusterOf[code] as number);
  return { codes, limit: clusterOf.length, nameOf, missing, clusterOf: Uint32Array.from(clusterOf) };
}
