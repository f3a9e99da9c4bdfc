import type { DefinitionReference, Interval, NotComputable, Warning } from "@cxmetrics/definition";
import type { Indicator } from "../index-definition.js";
import type { RollupUncertainty } from "./rollup-uncertainty.js";

/** How sure we are of an index, node by node and unit by unit. Plain data. */
export interface IndexUncertainty {
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly units: readonly string[];
  readonly level: number;
  /** Nodes by id, one entry a unit. */
  readonly nodes: Readonly<Record<string, readonly (NodeUncertainty | NotComputable)[]>>;
  /** Ranks of the units, when they were asked for. */
  readonly ranks?: RankUncertainty | NotComputable;
  /**
   * Rollups by id and node, one entry a gathered unit; left out where the definition has none. Members count as independent of one another
   * and weights as exact.
   */
  readonly rollups?: Readonly<
    Record<string, Readonly<Record<string, readonly (RollupUncertainty | NotComputable)[]>>>
  >;
  /** That grades have no probabilities, and why; left out where the definition has no grades. */
  readonly grades?: NotComputable;
  /** The simulation, when there was one. */
  readonly simulation?: Simulation;
  readonly warnings: readonly Warning[];
}

/** One node of one unit. */
export interface NodeUncertainty {
  readonly status: "ok";
  /** The score, as `scoreIndex` gives it; not the mean of the draws. */
  readonly value: number;
  /** `null` where it does not exist: an input with two degrees of freedom or fewer has no variance. */
  readonly standardError: number | null;
  /** Degrees of freedom by Welch and Satterthwaite; `null` for a normal error and for a simulated one. */
  readonly degreesOfFreedom: number | null;
  readonly interval: Interval;
  /** The method that was used. */
  readonly method: "exact" | "linearised" | "monte-carlo";
  /** Why a straight line would mislead: what lies within three standard errors. */
  readonly near: readonly string[];
  /** Shares of the variance. A covariance counts half for either side, so that a share may be negative. */
  readonly shares: VarianceShares | null;
}

/** Which errors the variance of a node comes from. */
export interface VarianceShares {
  readonly columns: Readonly<Record<string, number>>;
  readonly sources: Readonly<Partial<Record<Indicator["source"], number>>>;
  /** What no straight line through the draws explains; 0 for linearised nodes. */
  readonly unexplained: number;
}

/** Ranks over the draws: 1 is the highest value, equal values share the best rank. */
export interface RankUncertainty {
  readonly status: "ok";
  readonly node: string;
  /** One entry a unit; `null` for a unit without a value. */
  readonly units: readonly (UnitRank | null)[];
  /** P(the unit of the row is ahead of the one of the column), a tie counting half; the diagonal and units without a value have `null`. */
  readonly ahead: readonly (readonly (number | null)[])[];
}

/** The rank of one unit. */
export interface UnitRank {
  readonly rank: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  /** Best and worst rank that occurred. */
  readonly best: number;
  readonly worst: number;
  /** P(rank ≤ k) by k. */
  readonly within: Readonly<Record<string, number>>;
}

/** What made the draws. */
export interface Simulation {
  readonly draws: number;
  readonly seed: number;
  readonly generator: string;
  /** Rule of the quantiles of values and of ranks. */
  readonly quantiles: { readonly values: string; readonly ranks: string };
}
