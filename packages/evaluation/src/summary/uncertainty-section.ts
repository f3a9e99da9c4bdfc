import type { Language } from "@cxmetrics/definition";
import type { EvaluationResult, RootShares } from "../evaluation-result.js";
import { wording } from "./wording.js";
import { type Scale, writeLevel, writeScore } from "./write-number.js";
import { writeTable } from "./write-table.js";

/** Sources that are named beside an interval. */
const mostNamed = 3;

/** One row per unit whose index has an interval: how sure it is, and which sources and indicators the doubt comes from. */
export function uncertaintySection(
  { units, roots, index, measures }: EvaluationResult,
  lang: Language,
): readonly string[] {
  const words = wording[lang];
  const { scale } = index.document;
  const largest = (shares: Readonly<Record<string, number>>, titleOf: (id: string) => string) =>
    Object.entries(shares)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostNamed)
      .map(([id, share]) => `${titleOf(id)} ${Math.round(100 * share)} %`)
      .join(words.comma);
  const bySource = (shares: RootShares | null) => (shares ? largest(shares.sources, (id) => id) : "—");
  const byIndicator = (shares: RootShares | null) =>
    shares ? largest(shares.indicators, (id) => measures[id]?.title[lang] ?? id) : "—";
  const rows = units.flatMap((unit) => {
    const root = roots[unit.id];
    if (root?.status !== "ok" || root.interval.status !== "ok" || root.method === null) return [];
    const { lower, upper, level } = root.interval;
    return [
      [
        unit.title[lang],
        words.carried[root.method],
        bySource(root.shares),
        byIndicator(root.shares),
        writeScore(root.value, scale),
        `[${writeScore(lower, scale)}, ${writeScore(upper, scale)}] ${writeLevel(level)}`,
        root.standardError === null ? "—" : writeScore(root.standardError, finer(scale)),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const heads = [
    words.unit,
    words.carriedColumn,
    words.largestSources,
    words.largestIndicators,
    words.indexColumn,
    words.interval,
    words.standardError,
  ];
  return writeTable(heads, rows, 4);
}

/** A standard error is told with one decimal more than the score. */
function finer({ lower, upper }: Scale): Scale {
  return { lower: lower / 10, upper: upper / 10 };
}
