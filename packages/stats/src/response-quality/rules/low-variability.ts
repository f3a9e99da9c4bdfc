import { finiteNumber } from "../../expect/finite-number.js";
import type { QualityRule } from "../quality-rule.js";
import { byVariability } from "./by-answers.js";

export const lowVariabilityRule: QualityRule<"lowVariability"> = {
  id: "lowVariability",
  message: {
    en: "The answers vary by a standard deviation of {measured}; {limit} or less is flagged.",
    zh: "回答的标准差为 {measured}；不超过 {limit} 即标记。",
  },
  assess(rows, { atMost }) {
    finiteNumber(atMost, "atMost", ["rules", "lowVariability", "atMost"]);
    return byVariability(rows, atMost, (value) => value <= atMost);
  },
};
