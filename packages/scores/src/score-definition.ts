import type { DefinitionDocument, LocalizedText } from "@cxmetrics/definition";
import type { RatingScale } from "./scale.js";

/**
 * A score as data: $\sum_k c_k p_k$ over the points of a rating scale, where $p_k$ is the share of point k in the base and
 * the contrast c follows from the statistic and its bands.
 */
export interface ScoreDefinition extends DefinitionDocument {
  readonly scale: RatingScale;
  /** Which end of the scale is good for the customer. */
  readonly direction: "higher-is-better" | "lower-is-better";
  readonly statistic: ScoreStatistic;
  /** Which answers count: every valid one, or only those on the listed points. */
  readonly base: "valid" | { readonly points: readonly number[] };
  /** Confidence interval unless the caller names another. */
  readonly interval: { readonly method: IntervalMethod; readonly level: number };
  /** How the source rounds what it shows. Values are never rounded by it. */
  readonly display?: ScoreDisplay;
  /** Who publishes the score, and what to know before comparing it with another. */
  readonly about?: LocalizedText;
  /** Ids of definitions that share its name in practice and give another number. */
  readonly differsFrom?: readonly string[];
}

/** Rounding of a shown number: decimal places, and where a half goes. */
export interface ScoreDisplay {
  /** Decimal places, 0…10. */
  readonly digits: number;
  /** A half goes away from zero, or to the even neighbour. */
  readonly mode: "half-up" | "half-even";
}

/**
 * A linear change of scale of a mean, so that the score stays one contrast: `pomp` $100(x - min)/(max - min)$ runs over 0…100;
 * `percent-of-maximum` $100x/max$ has the floor $100\,min/max$, which is not 0 unless the scale begins at 0.
 */
export interface MeanRescale {
  readonly kind: "pomp" | "percent-of-maximum";
}

/** The part of a definition that decides the number. */
export type ScoreRule = Pick<ScoreDefinition, "id" | "scale" | "statistic" | "base" | "interval">;

/** What is computed; bands are lists of scale points. */
export type ScoreStatistic =
  | {
      readonly kind: "net-share";
      readonly upper: readonly number[];
      readonly lower: readonly number[];
      readonly unit: "points";
    }
  | { readonly kind: "share"; readonly band: readonly number[]; readonly unit: "share" }
  | { readonly kind: "mean"; readonly unit: "mean"; readonly rescale?: never }
  | { readonly kind: "mean"; readonly unit: "index"; readonly rescale: MeanRescale };

/** Interval methods by statistic: net shares, shares, means. */
export type IntervalMethod =
  | "nps-score"
  | "nps-adjusted-wald"
  | "nps-wald"
  | "nps-t"
  | "nps-bootstrap"
  | "nps-dirichlet"
  | "wilson"
  | "wald"
  | "agresti-coull"
  | "clopper-pearson"
  | "jeffreys"
  | "jeffreys-brown-cai-dasgupta"
  | "mid-p"
  | "logit"
  | "arcsine"
  | "arcsine-anscombe"
  | "t";
