import type { DefinitionReference, Warning } from "@cxmetrics/definition";
import type { Fault } from "@cxmetrics/formula";
import type { Calibration } from "./calibration/calibration.js";
import type { IndexDefinition } from "./index-definition.js";
import type { GateStatus } from "./node-kinds/gate/gate-status.js";
import type { RollupResult } from "./rollup/rollup.js";

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
  /** Gathered units by rollup. */
  readonly rollups?: Readonly<Record<string, RollupResult>>;
  /** Rank of each unit, `null` where it has no value, where the definition has a ranking. Ranks look at the other units of the table. */
  readonly ranks?: readonly (number | null)[];
  /** Whether the values may be held against those of other tables: false where a node was fitted on this very table, or looks at the other units. Left out in results of version 0.1.0, which are comparable. */
  readonly comparable?: boolean;
  /** Parameters that were fitted on this very table (`scope: "batch"`). */
  readonly calibration?: Calibration;
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
  /** Further values of a node with several, by name. */
  readonly outputs?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Weights of the children for each unit, where columns of the table give them. */
  readonly weights?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Least and greatest value that the missing values leave open (policy `bounds`). */
  readonly bounds?: {
    readonly lower: readonly (number | null)[];
    readonly upper: readonly (number | null)[];
  };
  /** What a cohort method says besides its values: plain data. */
  readonly trace?: Readonly<Record<string, unknown>>;
  /** What a gate, or the evidence gate of a leaf, said about each unit. Not assessed is never passed. */
  readonly statuses?: readonly GateStatus[];
  /** Degrees of a vector node by grade. */
  readonly memberships?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Raw values of a leaf as the table gives them; `null` also where a cell holds a code. */
  readonly raw?: readonly (number | null)[];
  /** What the codes of a leaf say, where the definition has codes: the code and its meaning. */
  readonly coded?: readonly (CodedCell | null)[];
  /** Raw values after the documented adjustments; left out where none was made. */
  readonly adjusted?: readonly (number | null)[];
  /** Values after the transform; left out where there is none, as are the following. */
  readonly transformed?: readonly (number | null)[];
  /** Values after imputation. */
  readonly imputed?: readonly (number | null)[];
  /** Values after treatment. */
  readonly treated?: readonly (number | null)[];
  /** Values after capping; equal to those of the step before where no cap bound. */
  readonly capped?: readonly (number | null)[];
}

/** A raw value that is a code. */
export interface CodedCell {
  readonly code: number;
  readonly means: "not-applicable" | "refused" | "missing";
}

/** The grade of one unit. */
export interface GradeResult {
  readonly status:
    | "ok"
    | "lowered"
    | "capped"
    | "lowered-by-quota"
    | "withheld-by-veto"
    | "withheld-by-gate"
    | "not-computable";
  /** Id of the band, or `null` when withheld or not computable. */
  readonly grade: string | null;
  /** Nodes whose condition failed. */
  readonly failed: readonly string[];
  /** Whether the veto was looked at at all: "not assessed" is never "passed". */
  readonly veto: "none" | "confirmed" | "not-assessed" | "not-applicable";
  /** What every gate of the grades said, where they list gates. */
  readonly gates?: Readonly<Record<string, GateStatus>>;
  /** Id of the band before a quota lowered the unit. */
  readonly beforeQuota?: string;
}
