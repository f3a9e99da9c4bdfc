import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { approach, openSpans, spansOf, unhit, withinWindow } from "./arrivals.js";
import { type Ctes, keysOf } from "./event-rows.js";

/**
 * `cx_reached`: per actor and step its earliest completion. `cx_furthest`: per actor the furthest step, and whether an exclusion dropped
 * the actor.
 */
export function furthest(text: SqlText, funnel: FunnelDefinition): Ctes {
  const keys = keysOf(funnel).join(", ");
  const steps = funnel.steps.map((_, index) => index + 1);
  // Arrivals at one place have one start, so that it does not matter which of them is taken.
  const reached = steps.map(
    (step) =>
      `SELECT ${keys}, ${step} AS cx_step, cx_place, cx_time - cx_start AS cx_elapsed FROM (SELECT ${keys}, cx_place, cx_time, cx_start, ROW_NUMBER() OVER (PARTITION BY ${keys} ORDER BY cx_place) AS cx_nth FROM cx_e${step}) AS cx_f${step} WHERE cx_nth = 1`,
  );
  const drops = drop(text, funnel);
  const all = [
    `SELECT ${keys}, cx_step, 0 AS cx_drop FROM cx_reached`,
    ...drops.map(({ dropped }) => `SELECT ${keys}, 0 AS cx_step, 1 AS cx_drop FROM ${dropped}`),
  ];
  return [
    ["cx_reached", reached.join(" UNION ALL ")],
    ...drops.flatMap(({ ctes }) => ctes),
    [
      "cx_furthest",
      `SELECT ${keys}, MAX(cx_step) AS cx_step, MAX(cx_drop) AS cx_drop FROM (${all.join(" UNION ALL ")}) AS cx_all GROUP BY ${keys}`,
    ],
  ];
}

/** Actors whose furthest attempt, still within its window, an exclusion met on its way between the two steps. */
function drop(text: SqlText, funnel: FunnelDefinition): { readonly dropped: string; readonly ctes: Ctes }[] {
  const spans = spansOf(funnel);
  const keys = keysOf(funnel);
  const drops: { readonly dropped: string; readonly ctes: Ctes }[] = [];
  for (const span of spans) {
    if (!span.drop) continue;
    for (let level = span.from; level < span.to; level++) {
      const [met, hit] = [`cx_met${span.number}_${level}`, `cx_drop${span.number}_${level}`];
      const alive = [withinWindow(text, funnel), ...openSpans(spans, level).map(unhit)].join(" AND ");
      const own = keys.map((key) => `cx_h.${key}`).join(", ");
      const joined = keys.map((key) => `cx_h.${key} = cx_r.${key}`).join(" AND ");
      // Nothing further was reached before, nor the end of the span by this very event.
      const beyond = `cx_r.cx_step > ${level} AND (cx_r.cx_place < cx_h.cx_place OR (cx_r.cx_step >= ${span.to} AND cx_r.cx_place <= cx_h.cx_place))`;
      const first = approach(text, funnel, spans, level, `cx_x${span.number} = 1`, false);
      const second = `SELECT ${own} FROM (SELECT * FROM ${met} WHERE ${alive}) AS cx_h INNER JOIN cx_reached AS cx_r ON ${joined} GROUP BY ${own}, cx_h.cx_place HAVING SUM(CASE WHEN ${beyond} THEN 1 ELSE 0 END) = 0`;
      drops.push({
        dropped: hit,
        ctes: [
          [met, first],
          [hit, second],
        ],
      });
    }
  }
  return drops;
}
