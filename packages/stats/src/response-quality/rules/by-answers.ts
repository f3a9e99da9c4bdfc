import type { ProblemPath } from "@cxmetrics/definition";
import { type Answer, expectNumbersOrNull } from "../expect-answers.js";
import { intraIndividualVariability } from "../intra-individual-variability.js";
import type { QualityRow } from "../quality-row.js";
import { judged, notAssessed, type QualityFinding } from "../quality-rule.js";

/** A finding for each row that has answers. */
export function byAnswers(
  rows: readonly QualityRow[],
  find: (answers: ArrayLike<Answer | undefined>, path: ProblemPath) => QualityFinding,
): readonly QualityFinding[] {
  return rows.map(({ answers }, row) =>
    answers === undefined || answers === null ? notAssessed : find(answers, ["rows", row, "answers"]),
  );
}

/** A finding for each row whose answers have a standard deviation. */
export function byVariability(
  rows: readonly QualityRow[],
  limit: number,
  beyond: (value: number) => boolean,
): readonly QualityFinding[] {
  return byAnswers(rows, (answers, path) => {
    const found = intraIndividualVariability(expectNumbersOrNull(answers, "answers", path));
    return found.status === "ok" ? judged(beyond(found.value), found.value, limit) : notAssessed;
  });
}
