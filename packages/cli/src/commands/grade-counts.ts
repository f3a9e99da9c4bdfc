import type { LocalizedText } from "@cxmetrics/definition";
import type { IndexResult } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { say } from "../show/say.js";

const texts = {
  counts: { en: "grades: {grades}", zh: "等级分布：{grades}" },
  one: { en: "{grade} {count}", zh: "{grade} {count} 个" },
  without: { en: "without {count}", zh: "无等级 {count} 个" },
} as const satisfies Record<string, LocalizedText>;

/** How many units have a grade. */
export interface GradeCount {
  /** Id of the band; `null` for units without a grade. */
  readonly grade: string | null;
  readonly count: number;
}

/** Units by grade, from the best band to the last, then those without; `undefined` where the index has no grades. */
export function gradeCounts({ document, grades }: IndexResult): readonly GradeCount[] | undefined {
  if (!document.grades || !grades) return undefined;
  const count = (id: string | null) => grades.filter(({ grade }) => grade === id).length;
  return [...document.grades.bands.map(({ id }) => id), null].map((grade) => ({
    grade,
    count: count(grade),
  }));
}

/** The counts as one line; units without a grade only where there are some. */
export function gradeCountLine(counts: readonly GradeCount[] | undefined, { lang }: Run): readonly string[] {
  if (!counts) return [];
  const told = counts.flatMap(({ grade, count }) =>
    grade === null
      ? count > 0
        ? [say(lang, texts.without, { count })]
        : []
      : [say(lang, texts.one, { grade, count })],
  );
  return [say(lang, texts.counts, { grades: told.join(lang === "zh" ? "，" : ", ") })];
}
