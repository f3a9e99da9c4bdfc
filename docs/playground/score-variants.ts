import { CxMetricsError, type Outcome, type Problem } from "@cxmetrics/definition";
import {
  displayValue,
  estimateScore,
  type RatingScale,
  type RatingTally,
  resolveScoreDefinition,
  type ScoreDefinition,
  type ScoreEstimate,
  scoreDefinitions,
  tallyFromCounts,
  tallyRatings,
} from "@cxmetrics/scores";

const notAnswers: Problem = {
  code: "playground.not-answers",
  en: "{found} is not a rating. Write numbers, separated by spaces, commas or lines; for counts write a point, a colon and a count, as in 9: 12.",
  zh: "{found} 不是评分。请写数字，用空格、逗号或换行分隔；若为计数，请写“分值: 人数”，例如 9: 12。",
};
const offScale: Problem = {
  code: "playground.off-scale",
  en: "{count} answers lie off the scale {min}–{max}: {found}. They are no answers to this question; correct them or choose the right definition.",
  zh: "有 {count} 个回答不在 {min}–{max} 量表内：{found}。请更正，或选择正确的定义。",
};

/** A shipped definition with its number on the answers given. */
export interface ScoreVariant {
  readonly definition: ScoreDefinition;
  readonly outcome: Outcome<ScoreEstimate>;
  /** As the source shows it, where it states how. */
  readonly shown: string | null;
  /** Where value and interval stand between the lowest and the highest value the score can have, 0…1. */
  readonly place: {
    readonly value: number;
    readonly lower: number | null;
    readonly upper: number | null;
  } | null;
}

/**
 * Reads ratings (`9 10 7`) or counts (`9: 12`, one point a line) into a tally on a scale. Nothing is dropped: what is off the scale is refused
 * with its place.
 *
 * @throws `CxMetricsError` `playground.not-answers`, `playground.off-scale`, and as `tallyFromCounts` does
 */
export function readAnswers(text: string, scale: RatingScale): RatingTally {
  const counted = /[:=：]/.test(text);
  const parts = text
    .split(counted ? /[\n,，;；]+/ : /[\s,，;；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (!counted) {
    const ratings = parts.map((part) => {
      if (!/^-?\d+(\.\d+)?$/.test(part)) throw refuse(part);
      return Number(part);
    });
    const off = ratings.filter((rating) => rating < scale.min || rating > scale.max);
    if (off.length > 0)
      throw new CxMetricsError(offScale, {
        values: { ...scale, count: off.length, found: [...new Set(off)].slice(0, 8).join(", ") },
      });
    return tallyRatings(ratings, scale);
  }
  const counts = new Map<string, number>();
  for (const part of parts) {
    const match = /^(-?\d+)\s*[:=：]\s*(\d+)$/.exec(part);
    if (!match) throw refuse(part);
    const [, point = "", count = ""] = match;
    counts.set(point, (counts.get(point) ?? 0) + Number(count));
  }
  return tallyFromCounts(Object.fromEntries(counts), scale);
}

const refuse = (part: string) => new CxMetricsError(notAnswers, { values: { found: part.slice(0, 40) } });

/** Every shipped definition on the scale of the tally, with its number: what other products would call the same answers. */
export function scoreVariants(tally: RatingTally): readonly ScoreVariant[] {
  return Object.values<ScoreDefinition>(scoreDefinitions)
    .filter(({ scale }) => scale.min === tally.scale.min && scale.max === tally.scale.max)
    .map((definition) => variantOf(definition, tally));
}

/** The number of one definition. */
export function variantOf(definition: ScoreDefinition, tally: RatingTally): ScoreVariant {
  const outcome = estimateScore(tally, definition);
  if (outcome.status !== "ok") return { definition, outcome, shown: null, place: null };
  const [least, most] = rangeOf(definition);
  const at = (value: number) => Math.min(1, Math.max(0, (value - least) / (most - least)));
  const { interval, value } = outcome;
  const told = interval.status === "ok" ? interval : null;
  return {
    definition,
    outcome,
    shown: definition.display ? displayValue(value, definition.display) : null,
    place: { value: at(value), lower: told && at(told.lower), upper: told && at(told.upper) },
  };
}

/** Lowest and highest value that a score can have. */
function rangeOf({ statistic, scale }: ScoreDefinition): readonly [number, number] {
  if (statistic.kind === "share") return [0, 1];
  if (statistic.kind === "net-share") return [-100, 100];
  if (statistic.unit === "mean") return [scale.min, scale.max];
  return statistic.rescale.kind === "pomp" ? [0, 100] : [(100 * scale.min) / scale.max, 100];
}

/** A shipped definition by id; an unknown id, as a link may hold, gives the first one. */
export function scoreDefinitionOr(id: string | undefined): ScoreDefinition {
  try {
    return resolveScoreDefinition(id ?? "nps");
  } catch {
    return resolveScoreDefinition("nps");
  }
}
