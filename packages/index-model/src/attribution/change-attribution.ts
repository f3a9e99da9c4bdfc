import type { DefinitionReference, NotComputable } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";

/** How a change is shared among its causes. */
export type AttributionMethod = "linear" | "lmdi" | "shapley";

/** What of a definition was revised; `other` holds whatever does not stand in a node. */
export type RevisionAspect = "membership" | "goalposts" | "methods" | "weights" | "other";

/** Choices of an attribution. */
export interface AttributionOptions {
  /** Name of the unit, or its row in both tables; not needed where each table has one unit. */
  readonly unit?: string | number;
  /**
   * `linear`: share × difference, for trees of arithmetic means. `lmdi`: logarithmic means, for arithmetic and geometric means over positive values.
   * `shapley`: average marginal effect over all orders, for every tree. `auto` (default): the first of these that applies.
   */
  readonly method?: AttributionMethod | "auto";
  /** Node whose change is shared; the root when left out. */
  readonly node?: string;
  /** Most columns for which all coalitions are computed, 1…16; 12 where it is left out. Beyond, orders are sampled. */
  readonly exactUpTo?: number;
  /** Seed of the sampled orders; 1 where it is left out. */
  readonly seed?: number;
  /** Sampled orders; 400 where it is left out. */
  readonly permutations?: number;
  /** The definition of the later scores, where it was revised. */
  readonly revised?: IndexDefinition;
  /** Order in which data and aspects of the definition move, or `shapley` for the average over all orders. Data first where it is left out. */
  readonly revision?: "shapley" | readonly ("data" | RevisionAspect)[];
}

/** Part of one input in the change of a node. */
export interface InputPart {
  /** Name of the column or attribute; `period` for the period itself. */
  readonly input: string;
  readonly kind: "column" | "attribute" | "period";
  /** Leaves that read it. */
  readonly leaves: readonly string[];
  /** Whether a value appeared or vanished; a cause of its own, since it moves the weights of the others. */
  readonly availability: "same" | "appeared" | "vanished";
  readonly contribution: number;
  /** Standard error of a sampled contribution. */
  readonly standardError?: number;
}

/** One node between two periods. */
export interface NodeAttribution {
  readonly node: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
  /** Part of the node in the change of the attributed one; `null` where its inputs reach that one past it as well. */
  readonly contribution: number | null;
  /** Parts of the nodes it reads in its own change; they sum to it. Empty for leaves, and where the parts share inputs. */
  readonly parts: readonly { readonly node: string; readonly contribution: number }[];
}

/** The change of one node under one definition, shared among inputs and branches. */
export interface DataAttribution {
  readonly definition: DefinitionReference;
  readonly method: AttributionMethod;
  readonly exactness: "exact" | "sampled";
  /** Seed, generator and number of sampled orders. */
  readonly sampling?: { readonly seed: number; readonly generator: string; readonly permutations: number };
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Inputs that moved; their contributions sum to the change. */
  readonly inputs: readonly InputPart[];
  /** Nodes under the attributed one, itself first. */
  readonly nodes: readonly NodeAttribution[];
}

/** The change of one unit's score, with data and definition apart. Plain data. */
export interface ChangeAttribution {
  readonly status: "ok";
  readonly unit: string;
  readonly node: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** The part of the data; without a revision all of the change. Under `revision: "shapley"` it has no one definition and no details. */
  readonly data: DataAttribution | { readonly change: number };
  /** Parts of the revised aspects; with `data.change` they sum to the change. Left out without a revision. */
  readonly revision?: {
    readonly method: "ordered" | "shapley";
    /** Order in which causes moved; empty for `shapley`. */
    readonly order: readonly ("data" | RevisionAspect)[];
    readonly from: DefinitionReference;
    readonly to: DefinitionReference;
    readonly aspects: readonly { readonly aspect: RevisionAspect; readonly contribution: number }[];
  };
}

/** What `attributeChange` gives. */
export type ChangeAttributionOutcome = ChangeAttribution | NotComputable;
