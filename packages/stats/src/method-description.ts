import type { LocalizedText } from "@cxmetrics/definition";

/** What a catalogue page says about one method of a family. */
export interface MethodDescription {
  /** Stable name, as it stands in `Interval.method`. */
  readonly id: string;
  readonly title: LocalizedText;
  /** Publication from which the method is taken. */
  readonly source: string;
  /** LaTeX without delimiters. */
  readonly formula: string;
  /** What the method does where data is scarce or one-sided. */
  readonly edgeCases: LocalizedText;
}

/** Two limits of an interval, before they become a result. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}
