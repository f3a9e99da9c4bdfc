import type { IndexChange } from "@cxmetrics/evaluation";
import type { WaterfallData } from "../charts/waterfall.js";
import type { ReportPage } from "../page/report-page.js";
import { changeParts } from "./change-parts.js";

/** What a difference is made of by dimension, with what comes after their mean; nothing where they do not add up to the index. */
export function changeWaterfall(page: ReportPage, change: IndexChange): WaterfallData | undefined {
  const { result, scale, say } = page;
  const [from, to] = [result.roots[change.from], result.roots[change.to]];
  const parts = changeParts(page, change);
  if (from?.status !== "ok" || to?.status !== "ok" || parts === undefined) return undefined;
  const sum = parts.reduce((total, part) => total + part.change, 0);
  const rest = to.value - from.value - sum;
  const small = Math.abs(rest) <= 1e-9 * (scale.upper - scale.lower);
  return {
    from: { label: page.unitTitle(change.from), value: from.value },
    to: { label: page.unitTitle(change.to), value: to.value },
    parts: small ? parts : [...parts, { label: say("otherRules"), change: rest }],
    scale,
    interval: change.interval.status === "ok" ? change.interval : null,
  };
}
