import type { LocalizedText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "../funnel-definition.js";

/** How one product counts a funnel. Plain data. */
export interface FunnelPreset {
  /** Product, function and mode, with the version after `@`. */
  readonly id: string;
  readonly title: LocalizedText;
  /** Where the product says so: its source or manual, and when that was read. */
  readonly source: string;
  /** What it does that a reader might not expect. */
  readonly note: LocalizedText;
  /** The rules of a definition that count as the product does, or `null` where an algorithm of its own does. */
  readonly rules: Pick<FunnelDefinition, "order" | "ties" | "entry" | "reuse"> | null;
}

/** A funnel as a product counts it. */
export interface PresetFunnel {
  /** Id of a preset. */
  readonly preset: string;
  readonly steps: FunnelDefinition["steps"];
  readonly windowMs: number | null;
}
