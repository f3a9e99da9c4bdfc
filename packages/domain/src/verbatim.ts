/** Something said in a person's own words: an open answer, a comment, a complaint (留言原文). */
export interface Verbatim {
  readonly id: string;
  readonly text: string;
  /** When it was said, epoch milliseconds. */
  readonly timeMs?: number;
  /** Language of the text as a BCP 47 tag, for example `zh-CN`. */
  readonly language?: string;
  /** Id of the response to which it belongs. */
  readonly response?: string;
  /** Id of the channel by which it came in. */
  readonly channel?: string;
  /** Id of the touchpoint that it is about. */
  readonly touchpoint?: string;
}
