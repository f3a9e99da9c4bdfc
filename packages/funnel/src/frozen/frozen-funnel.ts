import type { DefinitionReference } from "@cxmetrics/definition";

/** A funnel of the default rules, checked and reduced to what counting needs. Plain data. */
export interface FrozenFunnel {
  /** The definition that it was made from. */
  readonly definition: DefinitionReference;
  /** Per step its name and the events that fill it. */
  readonly steps: readonly { readonly name: string; readonly events: readonly string[] }[];
  /** Longest time from the first event of an attempt to any later one, inclusive; `null` for no limit. */
  readonly windowMs: number | null;
}
