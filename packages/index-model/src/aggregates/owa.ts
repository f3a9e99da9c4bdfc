import { CxMetricsError } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import { orderWeightsLength, weightsSumToZero } from "../problems.js";
import type { AggregateMethod } from "./aggregate-method.js";

/** Ordered weighted average: weights belong to ranks, that of the greatest child first, and not to children. */
export const owa: AggregateMethod = {
  method: "owa",
  kind: "row",
  title: { en: "Ordered weighted average", zh: "有序加权平均（OWA）" },
  formula: String.raw`\sum_k v_k x_{(k)} / \sum_k v_k`,
  source: "Yager, IEEE Transactions on Systems, Man, and Cybernetics 18 (1988) 183–190",
  edgeCases: {
    en: "The children have no weights of their own. [1, 0, …] is the maximum, […, 0, 1] the minimum. Where children are left out, the order weights are read as the quantifier that they stand for, so that a minimum stays a minimum.",
    zh: "子节点本身不设权重。[1, 0, …] 为最大值，[…, 0, 1] 为最小值。有子节点不计入时，序权按其代表的量词重新换算，最小值仍为最小值。",
  },
  example: { values: [30, 90, 60], parameters: { orderWeights: [1, 2, 1] }, value: 60 },
  parameters: { orderWeights: { type: "list", of: { type: "weight" }, least: 1 } },
  check: ({ children, orderWeights = [] }, path) => {
    if (orderWeights.length !== children.length)
      throw new CxMetricsError(orderWeightsLength, {
        path: [...path, "orderWeights"],
        values: { found: orderWeights.length, expected: children.length },
      });
    if (orderWeights.every((weight) => weightToNumber(weight) === 0))
      throw new CxMetricsError(weightsSumToZero, {
        path: [...path, "orderWeights"],
        values: { node: String(path.at(-1)) },
      });
  },
  weights: "none",
  renormalises: true,
  lower: ({ orderWeights = [] }, { of, missing, minimumAvailable, minimumCount }) => ({
    op: "ordered-mean",
    of,
    weights: orderWeights,
    missing,
    ...(missing === "renormalise" ? { minimumAvailable } : {}),
    ...(missing === "renormalise" && minimumCount !== undefined ? { minimumCount } : {}),
  }),
  contribution: "none",
  partOf: () => null,
};
