import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { defineFunnel } from "./define-funnel.js";
import { denseEvents } from "./dense-events.js";
import { entryRows, noRow } from "./entry-rows.js";
import { eventDoor } from "./event-door.js";
import { expectColumn } from "./expect-column.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import type { FunnelEvents } from "./funnel-events.js";
import { badGroupValue, unequalColumns } from "./problems.js";

/** The value that one actor entered with. */
export interface EntryValue {
  readonly actor: string | number;
  /** `null` where the event carries none. */
  readonly value: string | null;
}

/**
 * The value that each actor entered with: that of the earliest step-1 event in the actor's total order ("first touch at
 * entry"), whichever attempt counts in the end. Actors that never entered are left out. Numbers, `true` and `false` become
 * text; `undefined` and `NaN` become `null`.
 *
 * @param events as for `tallyFunnel`
 * @param definition the funnel
 * @param values one value a row, in the order of `events`
 * @returns one entry an actor
 * @throws `CxMetricsError` `events.unequal-columns`, `funnel.bad-group-value`, and the codes of `tallyFunnel`
 * @example
 * ```ts
 * const events = { actor: ["ann", "bo", "ann"], event: ["view", "view", "buy"], timeMs: [1, 2, 3] };
 * const funnel = orderedFunnel({ steps: ["view", "buy"] });
 * const entered = attributeAtEntry(events, funnel, ["web", "app", "app"]);
 * entered; // => [{ actor: "ann", value: "web" }, { actor: "bo", value: "app" }]
 * ```
 */
export function attributeAtEntry(
  events: FunnelEvents,
  definition: FunnelDefinition,
  values: ArrayLike<string | number | boolean | null>,
): readonly EntryValue[] {
  const funnel = defineFunnel(definition);
  const dense = denseEvents(events, eventDoor(funnel));
  const valueAt = groupValues(values, dense.rows);
  const entered: EntryValue[] = [];
  for (const [code, row] of entryRows(dense, funnel).entries())
    if (row !== noRow) entered.push({ actor: dense.actorName(code), value: valueAt(row) });
  return entered;
}

/** Reads a column of breakdown values row by row. */
export function groupValues(
  values: unknown,
  rows: number,
  path: readonly string[] = ["values"],
): (row: number) => string | null {
  const column = expectColumn(values, path);
  if (column.length !== rows)
    throw new CxMetricsError(unequalColumns, {
      path,
      values: { column: path.join("."), found: column.length, expected: rows },
    });
  return (row) => {
    const value = column[row];
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (typeof value === "string") return value;
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
      return String(value);
    throw new CxMetricsError(badGroupValue, {
      path: [...path, row],
      values: { found: describeValue(value) },
    });
  };
}
