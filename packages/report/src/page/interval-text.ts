import type { Interval, NotComputable } from "@cxmetrics/definition";
import type { RootOutcome } from "@cxmetrics/evaluation";
import { brackets } from "../charts/write-cells.js";
import { type Child, html } from "../markup/html.js";
import { writeLevel } from "../numbers/write-number.js";
import { data, type ReportPage } from "./report-page.js";

/** An interval with its level, or why there is none. */
export function intervalText(
  { lang, say }: ReportPage,
  interval: Interval | NotComputable,
  write: (value: number) => string,
  spelt = false,
): Child {
  return interval.status === "ok"
    ? html`<span class="nowrap">${brackets(interval, write)}</span> <small>${spelt ? say("levelInterval", { level: writeLevel(interval.level) }) : writeLevel(interval.level)}</small>`
    : html`<small>${say("noInterval", { reason: "" })}${data(interval.message[lang])}</small>`;
}

/** The level of all intervals, where it is one. */
export function levelOf(roots: readonly (RootOutcome | undefined)[]): string | undefined {
  const levels = new Set(
    roots.flatMap((root) =>
      root?.status === "ok" && root.interval.status === "ok" ? [writeLevel(root.interval.level)] : [],
    ),
  );
  return levels.size === 1 ? [...levels][0] : undefined;
}
