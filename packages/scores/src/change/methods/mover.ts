import type { Interval, NotComputable } from "@cxmetrics/definition";
import { netShareInterval } from "@cxmetrics/stats";
import type { ComparedSide, ComparisonMatter, ComparisonMethod } from "./comparison-method.js";
import { unpooledError } from "./unpooled-error.js";

/** Below this no p-value is told: a confidence level nearer to 1 has too few digits left. */
const leastP = 1e-12;

/** MOVER limits of the difference on −2…2 at one level, from the score limits of each side. */
function limits(a: ComparedSide, b: ComparedSide, level: number): Interval | NotComputable {
  const side = ({ above, below, estimate }: ComparedSide) =>
    netShareInterval({ upper: above, lower: below, n: estimate.effectiveN, level, method: "nps-score" });
  const left = side(a);
  const right = side(b);
  if (left.status !== "ok") return left;
  if (right.status !== "ok") return right;
  const netA = a.above - a.below;
  const netB = b.above - b.below;
  const difference = netB - netA;
  return {
    status: "ok",
    lower: difference - Math.hypot(netB - right.lower, left.upper - netA),
    upper: difference + Math.hypot(right.upper - netB, netA - left.lower),
    level,
    method: "mover",
  };
}

/** The level of significance at which the interval first leaves out 0. */
function pOf(a: ComparedSide, b: ComparedSide): number {
  const excludesZero = (p: number) => {
    const interval = limits(a, b, 1 - p);
    return interval.status === "ok" && (interval.lower > 0 || interval.upper < 0);
  };
  const mostP = 1 - 1e-9;
  if (excludesZero(leastP)) return leastP;
  if (!excludesZero(mostP)) return 1;
  let [below, above] = [Math.log(leastP), Math.log(mostP)];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (excludesZero(Math.exp(middle))) above = middle;
    else below = middle;
  }
  return Math.exp((below + above) / 2);
}

/** Interval of the difference in the unit of the score. */
export function moverInterval({ a, b, level, factor }: ComparisonMatter): Interval | NotComputable {
  const interval = limits(a, b, level);
  if (interval.status !== "ok") return interval;
  return { ...interval, lower: factor * interval.lower, upper: factor * interval.upper };
}

export const mover: ComparisonMethod = {
  id: "mover",
  title: { en: "MOVER from score limits", zh: "MOVER（由得分区间还原方差）" },
  source:
    "Zou, G. Y. and Donner, A. (2008). Construction of confidence limits about effect measures: a general approach. Statistics in Medicine 27, 1693–1702; one-sample limits of Tango (1998). The p-value inverts the interval.",
  formula:
    "\\hat\\delta - \\sqrt{(\\hat\\theta_b - l_b)^2 + (u_a - \\hat\\theta_a)^2}, \\quad \\hat\\delta + \\sqrt{(u_b - \\hat\\theta_b)^2 + (\\hat\\theta_a - l_a)^2}",
  edgeCases: {
    en: "Exists for single answers and one-sided samples, and stays within the scale. p is the level of significance at which the interval first leaves out 0, so both always agree; 1e-12 stands for that or less.",
    zh: "单个回答或回答全部一致时也能计算，且不超出量表范围。p 是区间恰好不再包含 0 时的显著性水平，因此检验与区间始终一致；1e-12 表示小于等于该值。",
  },
  fits: ["net-share"],
  exact: false,
  judge(matter) {
    const interval = moverInterval(matter);
    if (interval.status !== "ok") return interval;
    const { a, b } = matter;
    return { status: "ok", standardError: unpooledError(matter), interval, p: pOf(a, b) };
  },
};
