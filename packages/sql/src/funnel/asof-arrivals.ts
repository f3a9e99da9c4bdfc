import type { FunnelDefinition } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { columnsOf, entries, gapInto, seesItsPlace } from "./arrivals.js";
import { type Ctes, fills, keysOf } from "./event-rows.js";

/**
 * `cx_e<k>` as `arrivals` gives them, by ASOF joins: an event of step k meets the last arrival at the step before, which of all has
 * the latest start as well. Not for exclusions and optional steps.
 */
export function asofArrivals(text: SqlText, funnel: FunnelDefinition): Ctes {
  const ctes: Ctes = [["cx_e1", entries(text, funnel, [])]];
  const joined = keysOf(funnel).map((key) => `cx_b.${key} = cx_a.${key}`);
  const order = `cx_b.cx_place ${seesItsPlace(funnel) ? ">=" : ">"} cx_a.cx_place`;
  const own = columnsOf(funnel).map((name) => `cx_b.${name} AS ${name}`);
  for (let step = 2; step <= funnel.steps.length; step++) {
    const gap = gapInto(funnel, step);
    const limits = [
      ...(funnel.windowMs === null
        ? []
        : [`cx_b.cx_time - cx_a.cx_start <= ${text.number(funnel.windowMs)}`]),
      ...(gap === null ? [] : [`cx_b.cx_time - cx_a.cx_time <= ${text.number(gap)}`]),
    ];
    const candidates = `(SELECT * FROM cx_steps WHERE ${fills(funnel, step)}) AS cx_b`;
    ctes.push([
      `cx_e${step}`,
      `SELECT ${own.join(", ")}, cx_a.cx_start AS cx_start FROM ${candidates} ASOF JOIN cx_e${step - 1} AS cx_a ON ${[...joined, order].join(" AND ")}${limits.length === 0 ? "" : ` WHERE ${limits.join(" AND ")}`}`,
    ]);
  }
  return ctes;
}
