import type { LocalizedText } from "@cxmetrics/definition";
import type { Question } from "./question.js";

/**
 * One round of a survey (调研波次). A relational wave and a transactional wave are two kinds that never mix: the first asks
 * about the whole relationship (rNPS) and can be compared between institutions, the second about one occasion (tNPS).
 */
export type SurveyWave = RelationalWave | TransactionalWave;

interface WaveHead {
  readonly id: string;
  readonly title: LocalizedText;
  readonly questions: readonly Question[];
  /** When answers were first taken, epoch milliseconds. */
  readonly startTimeMs: number;
  /** When answers were last taken, epoch milliseconds; left out while the wave runs. */
  readonly endTimeMs?: number;
  /**
   * How respondents were found. A `panel` (experience officers, volunteers) and a `self-selected` sample are no probability
   * samples and must not be pooled with one.
   */
  readonly sampling?: "census" | "probability" | "panel" | "self-selected";
  /** Who could have been invited, in words. */
  readonly frame?: LocalizedText;
}

/** A wave that asks about the relationship as a whole, at set intervals (关系型调研, rNPS). */
export interface RelationalWave extends WaveHead {
  readonly kind: "relational";
}

/** A wave that asks right after something happened at a touchpoint (触点型调研, tNPS). */
export interface TransactionalWave extends WaveHead {
  readonly kind: "transactional";
  /** Id of the touchpoint that triggers the invitation. */
  readonly touchpoint: string;
}
