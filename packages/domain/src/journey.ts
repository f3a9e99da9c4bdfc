import type { LocalizedText } from "@cxmetrics/definition";
import type { JourneyStage } from "./journey-stage.js";

/** What a customer goes through to reach a goal, in stages, across channels (客户旅程). */
export interface Journey {
  readonly id: string;
  readonly title: LocalizedText;
  /** The stages in order, at least one. */
  readonly stages: readonly JourneyStage[];
  /** Segments for which the journey was drawn; every customer when left out. */
  readonly segments?: readonly string[];
}
