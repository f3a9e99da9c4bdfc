import { CxMetricsError } from "@cxmetrics/definition";
import type { LogGoalposts } from "../index-definition.js";
import { goalpostsNotPositive } from "../problems.js";
import {
  between,
  capAtGoalposts,
  checkGoalposts,
  directionOfGoalposts,
  goalpostParameters,
} from "./goalposts.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/**
 * Goalposts on natural logarithms: equal ratios count equally, as for income or response times.
 *
 * $$ a + (b-a)\,\frac{\ln x-\ln L}{\ln U-\ln L} $$
 */
export const logGoalposts: NormaliserMethod<LogGoalposts> = {
  method: "log-goalposts",
  kind: "row",
  title: { en: "Goalposts on logarithms", zh: "对数阈值法" },
  formula: String.raw`a + (b-a)\,\frac{\ln x-\ln L}{\ln U-\ln L}`,
  source: "UNDP, Human Development Report 2021/22, Technical note 1 (income index)",
  edgeCases: {
    en: "Capping comes first. A value of 0 or less that no cap lifts above 0 has no logarithm and is not computable. Both goalposts must be positive.",
    zh: "先截断，再取对数。未被截断抬升到 0 以上的非正值没有对数，不可计算。两个阈值都必须为正数。",
  },
  example: { parameters: { method: "log-goalposts", worst: 8, best: 0.5 }, raw: 2, value: 50 },
  parameters: goalpostParameters,
  check: (parameters, path) => {
    checkGoalposts(parameters, path);
    const { worst, best } = parameters;
    if (worst <= 0 || best <= 0)
      throw new CxMetricsError(goalpostsNotPositive, { path, values: { worst, best } });
  },
  cap: capAtGoalposts,
  scale: (parameters, capped, scale) =>
    between(parameters, capped, parameters.onto ?? scale, (x) => ({ op: "ln", of: [x] })),
  direction: directionOfGoalposts,
};
