import { expectList, expectText, type ProblemPath } from "@cxmetrics/definition";

/** Reads one event name, a list of them, or `null` for any event. */
export function expectEventNames(value: unknown, path: ProblemPath): readonly string[] | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return [expectText(value, path)];
  return expectList(value, path, (item, at) => expectText(item, at), 1);
}

/** Per event code 1 where the event is among the names; any event without names. */
export function eventSet(names: readonly string[] | null, eventNames: readonly string[]): Uint8Array {
  const set = new Uint8Array(eventNames.length + 1);
  const wanted = names === null ? null : new Set(names);
  for (const [code, name] of eventNames.entries()) if (wanted === null || wanted.has(name)) set[code] = 1;
  return set;
}
