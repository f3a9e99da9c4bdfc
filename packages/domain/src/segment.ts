import type { LocalizedText } from "@cxmetrics/definition";

/** A group of customers that is looked at on its own (客群). How a customer comes into it is for rules elsewhere to say. */
export interface Segment {
  readonly id: string;
  readonly title: LocalizedText;
  /** Who belongs to it, in words. */
  readonly criteria?: LocalizedText;
}
