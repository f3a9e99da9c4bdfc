import type { Interval, LocalizedText, NotComputable } from "@cxmetrics/definition";
import type { ScoreStatistic } from "../../score-definition.js";
import type { ScoreEstimate } from "../../score-estimate.js";

/** Name of a method of `compareScores`. */
export type ComparisonMethodName =
  | "unpooled-z"
  | "adjusted-wald"
  | "mover"
  | "permutation"
  | "newcombe"
  | "welch";

/** One side of a comparison, on unit scale. */
export interface ComparedSide {
  readonly estimate: ScoreEstimate;
  /** Share of the base in the upper band; for a share, in its band; 0 for means. */
  readonly above: number;
  /** Share of the base in the lower band; 0 for shares and means. */
  readonly below: number;
  /** Answers in the upper, middle and lower band, unweighted. */
  readonly counts: readonly [number, number, number];
}

/** What a method works with; both sides have a score. */
export interface ComparisonMatter {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly level: number;
  readonly kind: ScoreStatistic["kind"];
  /** 100 for points, 1 otherwise. */
  readonly factor: number;
  /** Whether the answers of both sides are unweighted and independent, so that any could have been on either side. */
  readonly rearrangeable: boolean;
}

/** What a method finds out about a difference, in the unit of the score. */
export interface ComparisonFinding {
  readonly status: "ok";
  /** `null` where a side has a single answer. */
  readonly standardError: number | null;
  readonly interval: Interval;
  /** Two-sided. */
  readonly p: number;
  /** The difference on which the interval is centred, where it is not the observed one. */
  readonly adjustedDifference?: number;
}

/** One way to judge the difference of two scores, with what a catalogue page says of it. */
export interface ComparisonMethod {
  /** Stable name, as it stands in `ScoreDifference.method`. */
  readonly id: ComparisonMethodName;
  readonly title: LocalizedText;
  /** Publication from which the method is taken. */
  readonly source: string;
  /** LaTeX without delimiters. */
  readonly formula: string;
  /** What the method does where data is scarce or one-sided. */
  readonly edgeCases: LocalizedText;
  /** Statistics that it fits. */
  readonly fits: readonly ScoreStatistic["kind"][];
  /** Whether its p-value is exact, so that a small sample needs no warning. */
  readonly exact: boolean;
  /** The finding for two checked sides. */
  readonly judge: (matter: ComparisonMatter) => ComparisonFinding | NotComputable;
}
