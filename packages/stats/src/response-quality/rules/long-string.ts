import { inRange, positive } from "../../expect/in-range.js";
import { expectAnswers } from "../expect-answers.js";
import { longString } from "../long-string.js";
import { judged, notAssessed, type QualityRule } from "../quality-rule.js";
import { byAnswers } from "./by-answers.js";

export const longStringRule: QualityRule<"longString"> = {
  id: "longString",
  message: {
    en: "{measured} equal answers in a row; {limit} or more are flagged.",
    zh: "连续 {measured} 个相同回答；达到 {limit} 个即标记。",
  },
  assess(rows, { atLeast, missing }) {
    inRange(atLeast, "atLeast", positive, ["rules", "longString", "atLeast"]);
    const options = missing === undefined ? {} : { missing };
    return byAnswers(rows, (answers, path) => {
      const run = longString(expectAnswers(answers, "answers", path), options);
      return run.status === "ok" ? judged(run.longest >= atLeast, run.longest, atLeast) : notAssessed;
    });
  },
};
