import type { DefinitionReference, Warning } from "@cxmetrics/definition";
import type { Fault } from "@cxmetrics/formula";
import type { IndexDefinition } from "./index-definition.js";

/** The values of an index with everything that explains them. Plain data. */
export interface IndexResult {
  readonly definition: DefinitionReference;
  /** The definition itself, so that a stored result can be explained without looking anything up. */
  readonly document: IndexDefinition;
  readonly engine: string;
  readonly units: readonly string[];
  /** Every node of the definition by id. */
  readonly nodes: Readonly<Record<string, NodeResult>>;
  /** Views by id, then group; for reading only. */
  readonly views: Readonly<Record<string, Readonly<Record<string, NodeResult>>>>;
  /** One per unit where the definition has grades. */
  readonly grades?: readonly GradeResult[];
  readonly warnings: readonly Warning[];
}

/** One node over all units. `null` stands where there is no number; `reasons` says why. */
export interface NodeResult {
  readonly values: readonly (number | null)[];
  /** Reason per unit, `null` where a number stands. Left out when every unit has one. */
  readonly reasons?: readonly (Fault | null)[];
  /**
   * Available share of the applicable weight of the direct children, per unit: the share that `minimumAvailable` is held
   * against. A leaf or formula has 1 when it holds a number and 0 when it does not; `null` is not applicable.
   */
  readonly coverage: readonly (number | null)[];
  /** Raw values of a leaf. */
  readonly raw?: readonly (number | null)[];
  /** Raw values after capping; equal to `raw` where no cap bound. */
  readonly capped?: readonly (number | null)[];
}

/** The grade of one unit. */
export interface GradeResult {
  readonly status: "ok" | "lowered" | "withheld-by-veto" | "not-computable";
  /** Id of the band, or `null` when withheld or not computable. */
  readonly grade: string | null;
  /** Nodes whose condition failed. */
  readonly failed: readonly string[];
  /** Whether the veto was looked at at all: "not assessed" is never "passed". */
  readonly veto: "none" | "confirmed" | "not-assessed" | "not-applicable";
}
