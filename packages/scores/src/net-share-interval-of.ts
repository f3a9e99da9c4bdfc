import type { NotComputable } from "@cxmetrics/definition";
import { type NetShareInterval, type NetShareIntervalMethod, netShareInterval } from "@cxmetrics/stats";
import type { IntervalMatter } from "./estimate-contrast.js";

/** Interval of a net share on −1…1. Apart from the other statistics, so that an NPS loads no beta quantile. */
export function netShareIntervalOf(matter: IntervalMatter): NetShareInterval | NotComputable {
  const { above, below, effectiveN, level, method } = matter;
  return netShareInterval({
    upper: above,
    lower: below,
    n: effectiveN,
    level,
    method: method as NetShareIntervalMethod,
  });
}
