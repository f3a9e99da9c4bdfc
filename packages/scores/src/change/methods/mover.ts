import type { Interval, NotComputable } from "@cxmetrics/definition";
import { netShareInterval, normalDistribution } from "@cxmetrics/stats";
import type { ComparedSide, ComparisonMatter, ComparisonMethod } from "./comparison-method.js";
import { unpooledError } from "./unpooled-error.js";

/** Below this no p-value is told: a confidence level nearer to 1 has too few digits left. */
const leastP = 1e-12;

/** How far the limit that faces 0 lies from the difference, on −2…2, at critical value z. */
function reachTowardsZero(a: ComparedSide, b: ComparedSide, level: number): number {
  const [greater, smaller] = difference(a, b) > 0 ? [b, a] : [a, b];
  const down = limitsOf(greater, level);
  const up = limitsOf(smaller, level);
  if (down.status !== "ok" || up.status !== "ok") return Number.POSITIVE_INFINITY;
  return Math.hypot(net(greater) - down.lower, up.upper - net(smaller));
}

const net = ({ above, below }: ComparedSide) => above - below;
const difference = (a: ComparedSide, b: ComparedSide) => net(b) - net(a);

function limitsOf({ above, below, estimate }: ComparedSide, level: number): Interval | NotComputable {
  return netShareInterval({ upper: above, lower: below, n: estimate.effectiveN, level, method: "nps-score" });
}

/** MOVER limits of the difference on −2…2 at one level, from the score limits of each side. */
function limits(a: ComparedSide, b: ComparedSide, level: number): Interval | NotComputable {
  const left = limitsOf(a, level);
  const right = limitsOf(b, level);
  if (left.status !== "ok") return left;
  if (right.status !== "ok") return right;
  return {
    status: "ok",
    lower: difference(a, b) - Math.hypot(net(b) - right.lower, left.upper - net(a)),
    upper: difference(a, b) + Math.hypot(right.upper - net(b), net(a) - left.lower),
    level,
    method: "mover",
  };
}

/**
 * The level of significance at which the interval first leaves out 0. The reach towards 0 is all but proportional to the
 * critical value, so a false position on that scale (Illinois rule) needs about ten steps.
 */
function pOf(a: ComparedSide, b: ComparedSide): number {
  const { survival, quantile } = normalDistribution;
  const distance = Math.abs(difference(a, b));
  const excess = (z: number) => reachTowardsZero(a, b, 1 - 2 * survival(z)) - distance;
  let [low, high] = [-quantile((1 - 1e-9) / 2), -quantile(leastP / 2)];
  let [atLow, atHigh] = [excess(low), excess(high)];
  if (atLow >= 0) return 1;
  if (atHigh <= 0) return leastP;
  let side = 0;
  for (let step = 0; step < 200; step++) {
    const z = (low * atHigh - high * atLow) / (atHigh - atLow);
    if (!(z > low && z < high) || high - low <= 1e-14 * high) break;
    const atZ = excess(z);
    if (Math.abs(atZ) <= Number.EPSILON) return 2 * survival(z);
    if (atZ < 0) {
      [low, atLow] = [z, atZ];
      if (side === -1) atHigh /= 2;
      side = -1;
    } else {
      [high, atHigh] = [z, atZ];
      if (side === 1) atLow /= 2;
      side = 1;
    }
  }
  return 2 * survival((low + high) / 2);
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
