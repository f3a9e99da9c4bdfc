import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** A rating, or a mean of ratings, on a scale of k points. */
export interface Rating {
  readonly method: "rating";
  /** Number of points of the scale. */
  readonly points: number;
  /** The lowest point; 1 when left out. */
  readonly first?: number;
  /** `less`: the item is reversed, k + 1 − x. */
  readonly direction: "more" | "less";
  /** Range onto which the lowest…highest point is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Rescales a Likert item or a mean of ratings, so that the lowest point is 0 and the highest 100. */
export const rating: NormaliserMethod<Rating> = {
  method: "rating",
  kind: "row",
  title: { en: "Rating scale", zh: "评分量表换算" },
  formula: String.raw`100\,\frac{x-1}{k-1}`,
  source: "linear rescaling of rating scales; Dawes, Int. J. Market Res. 50 (2008) 61–77",
  edgeCases: {
    en: "A value off the scale is a mistake of the data and has no value; it is not capped. Not-applicable answers are left out before the mean is taken.",
    zh: "超出量表的数值属于数据错误：无值，不做截断。“不适用”的回答应在求均值之前剔除。",
  },
  example: { parameters: { method: "rating", points: 5, direction: "less" }, raw: 2.2, value: 70 },
  parameters: {
    points: { type: "number", integer: true, atLeast: 2, atMost: 1000 },
    first: { type: "number", integer: true, atLeast: -1000, atMost: 1000, optional: true },
    direction: { type: "choice", of: ["more", "less"] },
    onto: { type: "range", optional: true },
  },
  scale: ({ points, first = 1, direction, onto }, x, scale) => {
    const { lower, upper } = onto ?? scale;
    const [low, high] = direction === "more" ? [lower, upper] : [upper, lower];
    return {
      op: "piecewise",
      of: [x],
      knots: [
        [first, low],
        [first + points - 1, high],
      ],
      beyond: "undefined",
    };
  },
  direction: ({ direction }) => direction,
};
