import type { LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Fault } from "@cxmetrics/formula";
import type { Weight } from "../index-definition.js";

/** Units gathered into bigger ones by an attribute: channels into institutions, institutions into regions. */
export interface Rollup {
  readonly title: LocalizedText;
  readonly provenance: Provenance;
  readonly note?: LocalizedText;
  /** Attribute of the table that names the bigger unit. Where the table states periods, each period is gathered by itself. */
  readonly by: string;
  /** Another rollup whose units are gathered; the units of the table when left out. */
  readonly from?: string;
  /** Nodes that are gathered; the root when left out. */
  readonly of?: readonly string[];
  readonly method: "arithmetic-mean" | "geometric-mean" | "harmonic-mean" | "minimum" | "maximum" | "sum";
  readonly weights: RollupWeights;
  /** As for means. A unit to which the node does not apply never counts as missing. */
  readonly missing:
    | { readonly policy: "propagate" }
    | { readonly policy: "renormalise"; readonly minimumAvailable: Weight };
}

/** Where the weight of a unit comes from. Minimum, maximum and sum use weights only to leave out units that weigh 0. */
export type RollupWeights =
  | { readonly method: "equal" }
  /** A numeric column, for example customers; gathered units weigh the sum of what they hold. */
  | { readonly method: "column"; readonly column: string }
  /** A weight for each value of an attribute, for example of the channel. */
  | {
      readonly method: "attribute";
      readonly attribute: string;
      readonly values: Readonly<Record<string, Weight>>;
      /**
       * What it means when no row of a gathered unit has one of these values: `missing` counts its weight against the coverage, as a row
       * without a number would; `not-applicable` (default) leaves it out, and a warning tells of it until one of them is stated.
       */
      readonly absent?: "missing" | "not-applicable";
    };

/** One level of gathered units. */
export interface RollupResult {
  readonly units: readonly string[];
  readonly periods?: readonly string[];
  /** Members of each unit: rows of the table, or of the level below. */
  readonly members: readonly (readonly number[])[];
  /** Weights of the members, as given. */
  readonly weights: readonly (readonly number[])[];
  /** Values of the weighing attribute that weigh something and that no row of the unit has; left out where no unit lacks one. */
  readonly absent?: readonly (readonly string[])[];
  readonly nodes: Readonly<Record<string, GatheredNode>>;
}

/** One node over the gathered units. */
export interface GatheredNode {
  readonly values: readonly (number | null)[];
  /** Left out when every unit has a number. */
  readonly reasons?: readonly (Fault | null)[];
  /** Available share of the applicable weight; `null` is not applicable. */
  readonly coverage: readonly (number | null)[];
}
