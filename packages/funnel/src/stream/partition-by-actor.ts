import { expectNumber, expectRecord } from "@cxmetrics/definition";
import { denseEvents } from "../dense-events.js";
import { eventColumns } from "../event-columns.js";
import { eventDoor } from "../event-door.js";
import { propertyOf } from "../event-properties.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEventColumns, FunnelEvents } from "../funnel-events.js";

type Column = ArrayLike<unknown> & { subarray?: unknown; slice?: unknown };

/**
 * Splits events into parts with disjoint actors, to tally them side by side (in worker threads, say) and merge the tallies.
 * Columns in order of ascending numeric actors are cut between actors, and typed arrays are not copied: over a
 * `SharedArrayBuffer` nothing travels. Other events are dealt out by actor, each part in its own arrays.
 *
 * @param events as for `tallyFunnel`
 * @param parts how many, from 1 to 1,024
 * @returns columns, at most `parts` of them, some perhaps empty; at least one
 * @throws `CxMetricsError` the codes of `tallyFunnel` about events, `document.wrong-type`
 * @example
 * ```ts
 * const events = { actor: Uint32Array.of(1, 1, 2, 3), event: ["A", "B", "A", "A"], timeMs: [1, 2, 3, 4] };
 * partitionByActor(events, 2).map(({ actor }) => Array.from(actor)); // => [[1, 1], [2, 3]]
 * ```
 */
export function partitionByActor(events: FunnelEvents, parts: number): readonly FunnelEventColumns[] {
  return partitionBy(events, parts, {});
}

/** The same for those whom a definition follows: a property may name them. */
export function partitionBy(
  events: FunnelEvents,
  parts: number,
  { actor: who }: Pick<FunnelDefinition, "actor">,
): readonly FunnelEventColumns[] {
  const count = expectNumber(parts, ["parts"], { least: 1, most: 1024, integer: true });
  const raw = eventColumns(events, expectRecord);
  const names = Array.isArray(events)
    ? [...new Set(events.flatMap((event) => Object.keys(event.properties ?? {})))]
    : Object.keys((events as FunnelEventColumns).properties ?? {});
  const columns = new Map<string, ArrayLike<unknown>>([
    ["actor", raw.actor],
    ["event", raw.event],
    ["timeMs", raw.timeMs],
    ...(raw.sequence === null ? [] : [["sequence", raw.sequence] as const]),
  ]);
  const properties = new Map(names.map((name) => [name, propertyOf(raw, name)]));
  const take = (pick: (column: ArrayLike<unknown>) => ArrayLike<unknown>) =>
    ({
      ...Object.fromEntries([...columns].map(([name, column]) => [name, pick(column)])),
      ...(raw.eventNames === undefined ? {} : { eventNames: raw.eventNames }),
      ...(names.length === 0
        ? {}
        : { properties: Object.fromEntries([...properties].map(([name, column]) => [name, pick(column)])) }),
    }) as unknown as FunnelEventColumns;
  const cuts = who?.property === undefined ? cutsBetweenActors(raw.actor, count) : null;
  if (cuts !== null)
    return cuts.slice(1).map((to, nth) => take((column) => viewOf(column, cuts[nth] as number, to)));
  const { actor, rows } = denseEvents(events, eventDoor(who === undefined ? {} : { actor: who }));
  const partOf = new Uint16Array(rows);
  const sizes = new Uint32Array(count);
  for (let row = 0; row < rows; row++) {
    const part = (actor[row] as number) % count;
    partOf[row] = part;
    sizes[part] = (sizes[part] as number) + 1;
  }
  return Array.from(sizes, (size, part) => take((column) => deal(column, partOf, part, size)));
}

/** The members of a column that belong to a part, in a column like it. */
function deal(
  column: ArrayLike<unknown>,
  partOf: Uint16Array,
  part: number,
  size: number,
): ArrayLike<unknown> {
  const own: unknown[] = Array.isArray(column)
    ? new Array<unknown>(size)
    : new (column.constructor as { new (length: number): unknown[] })(size);
  let place = 0;
  for (let row = 0; row < partOf.length; row++) if (partOf[row] === part) own[place++] = column[row];
  return own;
}

/** Where to cut so that no actor is split, or `null` where the rows are not in order of ascending numeric actors. */
function cutsBetweenActors(actor: ArrayLike<unknown>, parts: number): number[] | null {
  for (let row = 0; row < actor.length; row++) {
    const ordered = row === 0 || (actor[row - 1] as number) <= (actor[row] as number);
    if (typeof actor[row] !== "number" || !ordered) return null;
  }
  const cuts = [0];
  for (let part = 1; part < parts; part++) {
    let row = Math.max(cuts.at(-1) as number, Math.round((actor.length * part) / parts));
    while (row > 0 && row < actor.length && actor[row] === actor[row - 1]) row++;
    cuts.push(row);
  }
  return [...cuts, actor.length];
}

function viewOf(column: Column, from: number, to: number): ArrayLike<unknown> {
  if (Array.isArray(column)) return column.slice(from, to);
  return (column as Uint8Array).subarray(from, to);
}
