import { type ContrastPoint, contrastOf } from "../contrast.js";
import { displayValue } from "../display-value.js";
import { estimateScore } from "../estimate-score.js";
import type { ScoreDefinition } from "../score-definition.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tableMarkdown } from "./escape-markdown.js";
import type { wordsIn } from "./words.js";

/** The same counts for every scale: they rise towards the good end without being smooth. */
function exampleCounts(points: readonly ContrastPoint[], lowerIsBetter: boolean): readonly number[] {
  const counts = points.map((_, index) => ((index * 7 + 3) % 11) + 1 + 2 * index);
  return lowerIsBetter ? counts.reverse() : counts;
}

/** A score on fixed counts, step by step; computed, never written. */
export function workedExample(definition: ScoreDefinition, say: ReturnType<typeof wordsIn>): string {
  const { scale, statistic, display } = definition;
  const contrast = contrastOf(definition);
  const counts = exampleCounts(contrast, definition.direction === "lower-is-better");
  const outcome = estimateScore(tallyFromCounts(counts, scale), definition);
  if (outcome.status !== "ok" || outcome.interval.status !== "ok") return "";
  const { value, n, standardError, interval, bands } = outcome;
  const net = `${bands["promoters"] ?? bands["upper"] ?? 0} - ${bands["detractors"] ?? bands["lower"] ?? 0}`;
  const sum = contrast.reduce(
    (sofar, point, index) => sofar + (point.inBase ? point.value * (counts[index] ?? 0) : 0),
    0,
  );
  const quotient = {
    share: `\\frac{${bands["in"] ?? 0}}{${n}}`,
    "net-share": `100 \\cdot \\frac{${net}}{${n}}`,
    mean: `\\frac{${showNumber(sum)}}{${n}}`,
  }[statistic.kind];
  const rows = counts.map((count, index) => [String(scale.min + index), String(count)]);
  return [
    tableMarkdown([say("point"), say("count")], shortened(rows)),
    "",
    `$$ ${quotient} = ${showNumber(value)} $$`,
    "",
    say("result", {
      value: showNumber(value),
      n,
      error: showNumber(standardError ?? 0),
      lower: showNumber(interval.lower),
      upper: showNumber(interval.upper),
    }) + (display ? ` ${say("shown", { text: displayValue(value, display) })}` : ""),
  ].join("\n");
}

/** A number with six digits, for reading. */
export function showNumber(number: number): string {
  return String(Number(number.toPrecision(6)));
}

/** The first and last rows of a long table. */
export function shortened(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length <= 24) return rows;
  return [...rows.slice(0, 11), (rows[0] ?? []).map(() => "…"), ...rows.slice(-11)];
}
