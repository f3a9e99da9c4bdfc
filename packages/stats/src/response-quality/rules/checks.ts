import { inRange, positive } from "../../expect/in-range.js";
import { expectChecks, failedChecks } from "../failed-checks.js";
import { isGiven, judged, notAssessed, type QualityRule } from "../quality-rule.js";

export const checksRule: QualityRule<"checks"> = {
  id: "checks",
  message: {
    en: "{measured} attention checks failed; {limit} or more are flagged.",
    zh: "未通过 {measured} 道注意力检测题；达到 {limit} 道即标记。",
  },
  assess(rows, { list, atLeast = 1, unanswered }) {
    inRange(atLeast, "atLeast", positive, ["rules", "checks", "atLeast"]);
    expectChecks(list);
    const options = unanswered === undefined ? {} : { unanswered };
    return rows.map((row) => {
      if (!isGiven(row.checks)) return notAssessed;
      const found = failedChecks(row.checks ?? {}, list, options);
      if (found.status !== "ok") return notAssessed;
      return judged(found.failed.length >= atLeast, found.failed.length, atLeast);
    });
  },
};
