import { expectNumbersOrNull } from "../expect-answers.js";
import { mahalanobisDistances } from "../mahalanobis-distances.js";
import { isGiven, judged, notAssessed, type QualityRule } from "../quality-rule.js";

export const mahalanobisRule: QualityRule<"mahalanobis"> = {
  id: "mahalanobis",
  message: {
    en: "The combination of answers is unusual: squared distance {measured}, cut {limit}.",
    zh: "回答组合异常：距离平方为 {measured}，界限为 {limit}。",
  },
  assess(rows, setting) {
    const places = rows.flatMap((row, index) => (isGiven(row.answers) ? [index] : []));
    const answers = places.map((index) =>
      expectNumbersOrNull(rows[index]?.answers, "answers", ["rows", index, "answers"]),
    );
    const found = mahalanobisDistances(answers, setting);
    if (found.status !== "ok") return found;
    const findings = rows.map(() => notAssessed);
    for (const [at, row] of found.rows.entries())
      if (row !== null) findings[places[at] ?? 0] = judged(row.flagged, row.squaredDistance, found.cut);
    return findings;
  },
};
