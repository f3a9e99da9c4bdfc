import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { type Ctes, fills, keysOf } from "./event-rows.js";

/** An exclusion by number, with its steps; all count from 1. */
export interface Span {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly drop: boolean;
}

/** The exclusions of a definition. */
export function spansOf({ steps, exclusions = [] }: FunnelDefinition): readonly Span[] {
  const place = (name: string) => steps.findIndex((step) => step.name === name) + 1;
  return exclusions.map(({ between: [from, to], effect }, index) => ({
    number: index + 1,
    from: place(from),
    to: place(to),
    drop: effect === "drop-actor",
  }));
}

/** Whether an event sees attempts that arrived at its own place. */
export const seesItsPlace = ({ ties, reuse }: FunnelDefinition) =>
  ties === "simultaneous" || reuse === "repeat";

/** Columns of an arrival at a step: start, and where it passed the first step of exclusions that it stands within. */
function passes(spans: readonly Span[], step: number): readonly number[] {
  return spans.filter(({ from, to }) => from <= step && step < to).map(({ number }) => number);
}

/**
 * `cx_e<k>`: every event that completes step k, with the latest start of the attempts that end there. Of all attempts that reach
 * a step before some place in the order, one has the latest start, the latest arrival and the latest passing of every step (taking
 * the later event at each step of two attempts gives an attempt), so that running maxima over arrivals find what trying
 * every chain would find.
 */
export function arrivals(text: SqlText, funnel: FunnelDefinition): Ctes {
  const spans = spansOf(funnel);
  const ctes: Ctes = [["cx_e1", entries(text, funnel, spans)]];
  for (let step = 2; step <= funnel.steps.length; step++) {
    const parts: string[] = [];
    for (let from = step - 1; from > 0; from--) {
      const name = `cx_w${step}_${from}`;
      const own = passes(spans, from);
      ctes.push([name, approach(text, funnel, spans, from, fills(funnel, step), seesItsPlace(funnel))]);
      const carried = passes(spans, step);
      const selected = [
        ...columnsOf(funnel),
        "cx_start",
        ...carried.map((number) =>
          own.includes(number) ? `cx_pass${number}` : `cx_place AS cx_pass${number}`,
        ),
      ];
      parts.push(`SELECT ${selected.join(", ")} FROM ${name} WHERE ${goesOn(text, funnel, own, step)}`);
      if (funnel.steps[from - 1]?.optional !== true) break;
    }
    const maxima = ["cx_start", ...passes(spans, step).map((number) => `cx_pass${number}`)];
    const keys = columnsOf(funnel).join(", ");
    const united = `(${parts.join(" UNION ALL ")}) AS cx_parts`;
    ctes.push([
      `cx_e${step}`,
      parts.length === 1
        ? (parts[0] ?? "")
        : `SELECT ${keys}, ${maxima.map((name) => `MAX(cx_parts.${name}) AS ${name}`).join(", ")} FROM ${united} GROUP BY ${keys}`,
    ]);
  }
  return ctes;
}

/** What names an event. */
export const columnsOf = (funnel: FunnelDefinition) => [...keysOf(funnel), "cx_time", "cx_place"];

/** Events of step 1 that may start an attempt. */
export function entries(text: SqlText, funnel: FunnelDefinition, spans: readonly Span[]): string {
  const { entry, dateRange } = funnel;
  const { fromMs = null, toMs = null } = dateRange ?? {};
  const columns = columnsOf(funnel);
  const conditions = [
    fills(funnel, 1),
    ...(fromMs === null ? [] : [`cx_time >= ${text.number(fromMs)}`]),
    ...(toMs === null ? [] : [`cx_time < ${text.number(toMs)}`]),
  ].join(" AND ");
  const own = passes(spans, 1).map((number) => `, cx_place AS cx_pass${number}`);
  const selected = `${columns.join(", ")}, cx_time AS cx_start${own.join("")}`;
  if (entry === "best") return `SELECT ${selected} FROM cx_steps WHERE ${conditions}`;
  const first = `MIN(cx_place) OVER (PARTITION BY ${keysOf(funnel).join(", ")}) AS cx_first`;
  const inner = `SELECT ${columns.join(", ")}, ${first} FROM cx_steps WHERE ${conditions}`;
  return `SELECT ${selected} FROM (${inner}) AS cx_entries WHERE cx_place = cx_first`;
}

/**
 * Candidates (`cx_kind` 1) with the running maxima of the arrivals at a step before them, and of the excluding events strictly
 * before them.
 */
export function approach(
  text: SqlText,
  funnel: FunnelDefinition,
  spans: readonly Span[],
  from: number,
  candidate: string,
  seesPlace: boolean,
): string {
  const { double } = text.dialect;
  const placeType = funnel.ties === "sequence" ? text.dialect.whole : double;
  const own = passes(spans, from);
  const [arrival, event] = seesPlace ? [0, 1] : [2, 1];
  const columns = columnsOf(funnel).join(", ");
  const row = (kind: number, values: readonly (readonly [string, string, string])[], rest: string) =>
    `SELECT ${[columns, `${kind} AS cx_kind`, ...values.map(([value, , name]) => `${value} AS ${name}`)].join(", ")} ${rest}`;
  const none = (type: string) => `CAST(NULL AS ${type})`;
  const carried = (there: boolean, hit: number | null) => [
    [there ? "cx_start" : none(double), double, "cx_start"] as const,
    [there ? "cx_time" : none(double), double, "cx_last"] as const,
    ...own.map(
      (number) => [there ? `cx_pass${number}` : none(placeType), placeType, `cx_pass${number}`] as const,
    ),
    ...own.map(
      (number) => [hit === number ? "cx_place" : none(placeType), placeType, `cx_hit${number}`] as const,
    ),
  ];
  const rows = [
    row(arrival, carried(true, null), `FROM cx_e${from}`),
    row(event, carried(false, null), `FROM cx_steps WHERE ${candidate}`),
    ...own.map((number) => row(3, carried(false, number), `FROM cx_steps WHERE cx_x${number} = 1`)),
  ];
  const over = `OVER (PARTITION BY ${keysOf(funnel).join(", ")} ORDER BY cx_place, cx_kind ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const names = carried(true, null).map(([, , name]) => name);
  const maxima = names.map((name) => `MAX(cx_rows.${name}) ${over} AS ${name}`);
  return `SELECT ${columns}, cx_kind, ${maxima.join(", ")} FROM (${rows.join(" UNION ALL ")}) AS cx_rows`;
}

/** Whether a candidate may go on from the attempts that it met. */
function goesOn(text: SqlText, funnel: FunnelDefinition, own: readonly number[], step: number): string {
  const gap = gapInto(funnel, step);
  return [
    withinWindow(text, funnel),
    ...(gap === null ? [] : [`cx_time - cx_last <= ${text.number(gap)}`]),
    ...own.map(unhit),
  ].join(" AND ");
}

/** Longest time into a step from the one before, `null` for no limit. */
export function gapInto({ gapMs }: FunnelDefinition, step: number): number | null {
  return typeof gapMs === "number" ? gapMs : (gapMs?.[step - 2] ?? null);
}

/** Whether an attempt was met, and its window is still open. */
export function withinWindow(text: SqlText, { windowMs }: FunnelDefinition): string {
  const open = windowMs === null ? "" : ` AND cx_time - cx_start <= ${text.number(windowMs)}`;
  return `cx_kind = 1 AND cx_start IS NOT NULL${open}`;
}

/** Whether no excluding event stands between the passing of a step and here. */
export function unhit(number: number): string {
  return `(cx_hit${number} IS NULL OR cx_hit${number} <= cx_pass${number})`;
}

/** Numbers of the exclusions that an attempt at a step stands within. */
export function openSpans(spans: readonly Span[], step: number): readonly number[] {
  return passes(spans, step);
}
