import type { LocalizedText } from "@cxmetrics/definition";

/** One stage of a journey, for example "find and understand" (旅程阶段). */
export interface JourneyStage {
  /** Identifier, unique inside the journey. */
  readonly id: string;
  readonly title: LocalizedText;
  /** What the customer wants to have done when the stage ends. */
  readonly goal?: LocalizedText;
}
