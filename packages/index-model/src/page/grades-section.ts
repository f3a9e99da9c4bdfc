import { tableMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";

/** Bands, conditions and veto; nothing where the definition has no grades. */
export function gradesSection({ document, words, say, titleOf }: PageContext): string | undefined {
  const { grades } = document;
  if (!grades) return undefined;
  const rows = grades.bands.map((band) => [
    `${say(band.title)}${words.aside(`\`${band.id}\``)}`,
    band.from === undefined ? words.below : `≥ ${band.from}`,
    (band.conditions ?? [])
      .map((condition) => words.atLeast(titleOf(condition.node), String(condition.atLeast)))
      .join(words.semicolon) || "–",
  ]);
  return [
    `## ${words.grades}`,
    "",
    words.gradeNote(titleOf(grades.of)),
    "",
    tableMarkdown([words.grade, words.from, words.conditions], rows),
    ...(grades.veto ? ["", words.vetoNote(say(grades.veto.title))] : []),
  ].join("\n");
}
