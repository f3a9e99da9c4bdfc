import type { DefinitionDocument, LocalizedText } from "@cxmetrics/definition";

/** A funnel as data. Every rule on which published figures differ is a field, and hashed with it. */
export interface FunnelDefinition extends DefinitionDocument {
  readonly steps: readonly FunnelStep[];
  /** `ordered`: each step after the one before it. */
  readonly order: "ordered";
  /** Longest time from step 1 to any later step, inclusive, elapsed milliseconds; `null` for no limit. */
  readonly windowMs: number | null;
  /** `sequence`: events of one instant follow their sequence number, or their order of arrival without one. */
  readonly ties: "sequence";
  /** `best`: any step-1 event may start an attempt and the furthest attempt counts. */
  readonly entry: "best";
  /** `once`: one event fills at most one step of an attempt. */
  readonly reuse: "once";
}

/** One step: the event that fills it, or several alternatives. */
export interface FunnelStep {
  readonly name: string;
  readonly title?: LocalizedText;
  readonly event: string | readonly string[];
}
