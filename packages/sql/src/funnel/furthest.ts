import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { approach, openSpans, spansOf, unhit, withinWindow } from "./arrivals.js";
import { type Ctes, keysOf } from "./event-rows.js";

/**
 * `cx_reached`: per actor and step its earliest completion. `cx_judged`: the same with the actor's furthest step and whether an exclusion
 * dropped it; a dropped actor has a row of step 0 besides. Many databases write a member of a WITH clause out wherever it is named, so
 * that each is named as seldom as can be.
 */
export function furthest(text: SqlText, funnel: FunnelDefinition): Ctes {
  const { double } = text.dialect;
  const keys = keysOf(funnel).join(", ");
  const steps = funnel.steps.map((_, index) => index + 1);
  // Arrivals at one place have one start, so that it does not matter which of them is taken.
  const reached = steps.map(
    (step) =>
      `SELECT ${keys}, ${step} AS cx_step, cx_place, cx_time - cx_start AS cx_elapsed FROM (SELECT ${keys}, cx_place, cx_time, cx_start, ROW_NUMBER() OVER (PARTITION BY ${keys} ORDER BY cx_place) AS cx_nth FROM cx_e${step}) AS cx_f${step} WHERE cx_nth = 1`,
  );
  const drops = drop(text, funnel);
  const all = [
    `SELECT ${keys}, cx_step, cx_elapsed, 0 AS cx_out FROM cx_reached`,
    ...(drops.length === 0
      ? []
      : [`SELECT ${keys}, 0 AS cx_step, CAST(NULL AS ${double}) AS cx_elapsed, 1 AS cx_out FROM cx_dropped`]),
  ];
  const over = `OVER (PARTITION BY ${keys})`;
  return [
    ["cx_reached", reached.join(" UNION ALL ")],
    ...drops,
    [
      "cx_judged",
      `SELECT ${keys}, cx_step, cx_elapsed, MAX(cx_step) ${over} AS cx_furthest, MAX(cx_out) ${over} AS cx_drop FROM (${all.join(" UNION ALL ")}) AS cx_all`,
    ],
  ];
}

/** `cx_dropped`: actors whose furthest attempt, still within its window, an exclusion met on its way between the two steps. */
function drop(text: SqlText, funnel: FunnelDefinition): Ctes {
  const spans = spansOf(funnel);
  const keys = keysOf(funnel);
  const ctes: [string, string][] = [];
  const met: string[] = [];
  for (const span of spans) {
    if (!span.drop) continue;
    for (let level = span.from; level < span.to; level++) {
      const name = `cx_met${span.number}_${level}`;
      const alive = [withinWindow(text, funnel), ...openSpans(spans, level).map(unhit)].join(" AND ");
      ctes.push([name, approach(text, funnel, spans, level, `cx_x${span.number} = 1`, false)]);
      met.push(
        `SELECT ${keys.join(", ")}, cx_place, ${level} AS cx_level, ${span.to} AS cx_to FROM ${name} WHERE ${alive}`,
      );
    }
  }
  if (met.length === 0) return [];
  const own = keys.map((key) => `cx_h.${key}`).join(", ");
  const joined = keys.map((key) => `cx_h.${key} = cx_r.${key}`).join(" AND ");
  // Nothing further was reached before, nor the end of the span by this very event.
  const beyond =
    "cx_r.cx_step > cx_h.cx_level AND (cx_r.cx_place < cx_h.cx_place OR (cx_r.cx_step >= cx_h.cx_to AND cx_r.cx_place <= cx_h.cx_place))";
  const hit = `SELECT ${keys.map((key) => `cx_h.${key} AS ${key}`).join(", ")} FROM (${met.join(" UNION ALL ")}) AS cx_h INNER JOIN cx_reached AS cx_r ON ${joined} GROUP BY ${own}, cx_h.cx_place, cx_h.cx_level, cx_h.cx_to HAVING SUM(CASE WHEN ${beyond} THEN 1 ELSE 0 END) = 0`;
  ctes.push(["cx_dropped", `SELECT DISTINCT ${keys.join(", ")} FROM (${hit}) AS cx_hit`]);
  return ctes;
}
