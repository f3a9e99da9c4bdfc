import { finiteNumber } from "../../expect/finite-number.js";
import type { QualityRule } from "../quality-rule.js";
import { byVariability } from "./by-answers.js";

export const highVariabilityRule: QualityRule<"highVariability"> = {
  id: "highVariability",
  message: {
    en: "The answers vary by a standard deviation of {measured}; {limit} or more is flagged.",
    zh: "回答的标准差为 {measured}；达到 {limit} 即标记。",
  },
  assess(rows, { atLeast }) {
    finiteNumber(atLeast, "atLeast", ["rules", "highVariability", "atLeast"]);
    return byVariability(rows, atLeast, (value) => value >= atLeast);
  },
};
