/** A text in the two languages of this project. Names of metrics, indicators and errors stand in data, never in code. */
export interface LocalizedText {
  /** English. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/** A language in which titles and messages exist. */
export type Language = keyof LocalizedText;
