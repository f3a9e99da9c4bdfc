import { expectOneOf, type Language } from "@cxmetrics/definition";
import { checkDefinition } from "./checked-definition.js";
import { contrastOf, pointsOf } from "./contrast.js";
import { escapeMarkdown, linkMarkdown, tableMarkdown } from "./page/escape-markdown.js";
import { scoreFormula } from "./page/score-formula.js";
import { wordsIn } from "./page/words.js";
import { shortened, showNumber, workedExample } from "./page/worked-example.js";
import type { ScoreDefinition } from "./score-definition.js";

/**
 * A score definition as a Markdown page in English or Chinese: who publishes it and what it must not be confused with, its formula
 * in LaTeX, what an answer on each scale point counts, base and interval, and an example on fixed counts.
 *
 * Formula, table and example come from the definition and the estimator, so the page cannot disagree with the number. Texts are
 * escaped: a definition from outside cannot add markup.
 *
 * @param definition a definition, or the id of a shipped one
 * @param lang language of the page
 * @returns Markdown with LaTeX between dollar signs
 * @throws `CxMetricsError` `document.not-allowed` for another language; as `defineScore` and `resolveScoreDefinition` do
 * @example
 * ```ts
 * const page = describeScore("csat.net-5", "en");
 * page.split("\n")[0]; // => "# Net satisfaction, 4–5 minus 1–2"
 * page.includes("$$ 100 \\cdot"); // => true
 * ```
 */
export function describeScore(definition: ScoreDefinition | string, lang: Language): string {
  const { definition: checked, reference } = checkDefinition(definition);
  const say = wordsIn(expectOneOf(lang, ["lang"], ["en", "zh"]));
  const { provenance, about, differsFrom = [], scale, direction, base, interval } = checked;
  const line = (word: Parameters<typeof say>[0], text: string) => `- ${say(word)}${say("colon")}${text}`;
  const contrast = contrastOf(checked);
  const values = contrast.flatMap(({ value, inBase }) => (inBase ? [value] : []));
  const factor = checked.statistic.unit === "points" ? 100 : 1;
  const rows = contrast.map(({ value, band, inBase }, index) => [
    String(scale.min + index),
    inBase ? showNumber(value) : "–",
    band ?? "–",
    say(inBase ? "yes" : "no"),
  ]);
  const source = [
    escapeMarkdown(provenance.source),
    provenance.clause && escapeMarkdown(provenance.clause),
    provenance.date,
    provenance.url && linkMarkdown(provenance.url),
  ];
  return `${[
    `# ${escapeMarkdown(checked.title[lang])}`,
    ...(about ? [escapeMarkdown(about[lang])] : []),
    [
      line("definition", `\`${reference.id}@${reference.version}\``),
      line("digest", `\`${reference.digest}\``),
      line("source", source.filter((part) => part).join(say("stop"))),
      line(
        "scale",
        `${scale.min}–${scale.max}${say("stop")}${say(direction === "higher-is-better" ? "higher" : "lower")}`,
      ),
      line(
        "range",
        `${showNumber(factor * Math.min(...values))} … ${showNumber(factor * Math.max(...values))}`,
      ),
      ...(differsFrom.length > 0
        ? [line("differs", differsFrom.map((id) => `\`${id}\``).join(say("comma")))]
        : []),
    ].join("\n"),
    ...(provenance.note ? [escapeMarkdown(provenance.note[lang])] : []),
    `## ${say("formula")}`,
    `$$ ${scoreFormula(checked)} $$`,
    say("answers"),
    `## ${say("points")}`,
    tableMarkdown([say("point"), say("value"), say("band"), say("base")], shortened(rows)),
    base === "valid" || base.points.length === pointsOf(scale).length
      ? say("everyone")
      : say("listed", { points: base.points.join(", ") }),
    `## ${say("interval")}`,
    say("method", interval),
    `## ${say("example")}`,
    workedExample(checked, say),
  ].join("\n\n")}\n`;
}
