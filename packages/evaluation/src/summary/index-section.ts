import type { Language } from "@cxmetrics/definition";
import type { GradeResult } from "@cxmetrics/index-model";
import type { EvaluationResult } from "../evaluation-result.js";
import { dimensionsOf } from "./dimensions-of.js";
import { wording } from "./wording.js";
import { writeScore } from "./write-number.js";
import { writeTable } from "./write-table.js";

/** One row per unit: index, grade where there are grades, dimensions. */
export function indexSection({ units, index, roots }: EvaluationResult, lang: Language): readonly string[] {
  const words = wording[lang];
  const { scale, grades, nodes } = index.document;
  const dimensions = dimensionsOf(index.document);
  const bands = new Map(grades?.bands.map(({ id, title }) => [id, title[lang]]));
  const gradeCell = ({ grade, status, veto }: GradeResult) => {
    const notes = [words.gradeStatus[status], ...(veto === "not-assessed" ? [words.vetoNotAssessed] : [])];
    return `${grade === null ? "—" : (bands.get(grade) ?? grade)} (${notes.join(", ")})`;
  };
  const rows = units.map((unit, row) => {
    const root = roots[unit.id];
    const grade = index.grades?.[row];
    return [
      unit.title[lang],
      writeScore(root?.status === "ok" ? root.value : null, scale),
      ...(grade ? [gradeCell(grade)] : []),
      ...dimensions.map((id) => writeScore(index.nodes[id]?.values[row] ?? null, scale)),
    ];
  });
  const heads = [
    words.unit,
    words.indexColumn,
    ...(grades ? [words.grade] : []),
    ...dimensions.map((id) => nodes[id]?.title[lang] ?? id),
  ];
  return writeTable(heads, rows);
}
