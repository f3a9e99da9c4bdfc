import type { DefinitionReference, NotComputable } from "@cxmetrics/definition";

/** What is to be reached: a score at least (at most, where lower is better), or a rank at least as good. */
export type ImprovementTarget = { readonly score: number } | { readonly rank: number };

/** An indicator that may be moved. */
export interface Movable {
  /** The indicator, or the column it reads. */
  readonly indicator: string;
  /** How far it may go; the goalposts of the indicator where they are left out. */
  readonly lower?: number;
  readonly upper?: number;
  /** Cost of one unit of raw value; one over the present value where it is left out, so that cost is the relative move. */
  readonly cost?: number;
}

/** Choices of the search. */
export interface ImprovementOptions {
  /** Name of the unit, or its row. */
  readonly unit: string | number;
  readonly target: ImprovementTarget;
  readonly over: readonly Movable[];
  /** Node whose value is to be reached; the root when left out. */
  readonly node?: string;
  /** Which values are good; `higher` where it is left out. */
  readonly better?: "higher" | "lower";
}

/** Where a unit stands. */
export interface Standing {
  readonly score: number | null;
  /** 1 is the best; equal values share the best place. `null` without a score. */
  readonly rank: number | null;
}

/** A move of one indicator. */
export interface Move {
  readonly indicator: string;
  readonly column: string;
  readonly from: number;
  readonly to: number;
  /** to − from. */
  readonly move: number;
  /** Size of the move in the present value; `null` where that is 0. */
  readonly relative: number | null;
  readonly cost: number;
}

/** The least move of one indicator alone. */
export type SingleImprovement =
  | (Move & {
      readonly status: "ok";
      readonly reached: Standing;
      /** Whether the score only rose on the way (on 32 points); where not, an even smaller move cannot be ruled out. */
      readonly monotone: boolean;
    })
  | {
      readonly status: "unreachable";
      readonly indicator: string;
      readonly column: string;
      readonly from: number;
      /** The best that this indicator alone can do. */
      readonly best: Standing & { readonly value: number };
    }
  | (NotComputable & { readonly indicator: string; readonly column: string });

/** Moves of several indicators at once. */
export interface JointImprovement {
  readonly status: "ok" | "unreachable";
  /** `optimal` where the score is linear in the indicators between their bounds (a linear programme with one covering constraint); `heuristic` by steepest steps otherwise. */
  readonly exactness: "optimal" | "heuristic";
  /** Indicators that move; when the target cannot be reached, the moves of the best found. */
  readonly moves: readonly Move[];
  readonly cost: number;
  readonly reached: Standing;
}

/** The smallest improvements that reach a target. Plain data. */
export interface SmallestImprovement {
  readonly status: "ok" | "already-reached" | "unreachable";
  readonly unit: string;
  readonly row: number;
  readonly node: string;
  readonly definition: DefinitionReference;
  readonly target: ImprovementTarget;
  readonly before: Standing;
  /** One an indicator, in the order given. Empty when the target is reached already. */
  readonly single: readonly SingleImprovement[];
  /** The single indicator with the least cost, or `null` where none reaches the target alone. */
  readonly cheapest: string | null;
  /** Left out when the target is reached already. */
  readonly joint?: JointImprovement;
}
