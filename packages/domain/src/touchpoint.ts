import type { LocalizedText } from "@cxmetrics/definition";

/** One occasion on which a customer meets the institution, on one channel (触点). */
export interface Touchpoint {
  readonly id: string;
  readonly title: LocalizedText;
  /** Id of the channel. */
  readonly channel: string;
  /** Where on a journey it stands, where it belongs to one. */
  readonly position?: JourneyPosition;
}

/** A place on a journey. */
export interface JourneyPosition {
  /** Id of the journey. */
  readonly journey: string;
  /** Id of the stage inside that journey. */
  readonly stage: string;
}
