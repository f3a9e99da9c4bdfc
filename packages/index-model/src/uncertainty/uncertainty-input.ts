import type { Indicator } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";

/**
 * What the error of a raw value stands for: `sample` — people or events were drawn; `process` — every record is there, seen as one
 * outcome of a process that could have gone otherwise; `none` — the value is a plain fact and carries no error.
 */
export type Inference = "sample" | "process" | "none";

/** Answers behind a raw value that is the mean of few distinct values: a share in per cent has the values 0 and 100. */
export interface AnswerCounts {
  /** Value that each kind of answer contributes, in the unit of the column. */
  readonly values: readonly number[];
  /** How many answers of each kind; effective counts may be fractions. */
  readonly counts: readonly number[];
}

/** How sure we are of one raw value. */
export interface LeafEstimate {
  /** The raw value, when it is to be held against the table. */
  readonly value?: number;
  /** Standard error in the unit of the column. 0 counts as unknown: it needs `counts`. */
  readonly standardError?: number | null;
  /** Degrees of freedom of the standard error; normal when left out. The mean of k raters has k − 1. */
  readonly df?: number;
  /** Records behind the value. For an indicator of source `expert` without `df`: the raters, so that df = n − 1. */
  readonly n?: number;
  /** Limits from which a standard error is taken when none is given: their width over that of a normal interval of that level. */
  readonly interval?: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Answers by kind, from which the error is taken when none is given and the answers agree. */
  readonly counts?: AnswerCounts;
  readonly inference: Inference;
}

/** Covariances of some columns of one unit; `null` where a covariance is not known. On the diagonal `null` means as estimated. */
export interface CovarianceMatrix {
  readonly columns: readonly string[];
  readonly matrix: readonly (readonly (number | null)[])[];
}

/** A table with what is known about its errors. */
export interface UncertainTable {
  readonly table: IndexTable;
  /** By column of the table (or indicator), one entry a unit in the order of the table; `null` where there is no value. */
  readonly estimates: Readonly<Record<string, readonly (LeafEstimate | null)[]>>;
  /** One matrix a unit; `null` or left out where nothing is known. */
  readonly covariance?: readonly (CovarianceMatrix | null)[];
  /** Declares that pairs without a covariance come from different people. */
  readonly independent?: true;
  /**
   * Columns answered by the same people, group by group: pairs inside a group need a covariance, others do not. When neither
   * this nor `independent` is declared, every pair of indicators of source `survey` or `text` needs one.
   */
  readonly sharedRespondents?: readonly (readonly string[])[];
}

/** Options of `propagateUncertainty`. */
export interface UncertaintyOptions {
  /** `auto` (default) linearises, and simulates where that would mislead. */
  readonly method?: "linearised" | "monte-carlo" | "auto";
  /** Draws of the simulation, 100 to 1,000,000; 10,000 when left out. */
  readonly draws?: number;
  /** Seed of the simulation, 0 to 4294967295; 1 when left out. */
  readonly seed?: number;
  /** Confidence level; 0.95 when left out. */
  readonly level?: number;
  /** Nodes to tell; every node when left out. */
  readonly nodes?: readonly string[];
  /** Node whose ranks are simulated. */
  readonly ranks?: string;
  /** Ranks k for which P(rank ≤ k) is told; 1 and 3 when left out. */
  readonly within?: readonly number[];
}

/** One uncertain raw value of one unit, ready to be used. */
export interface UncertainInput {
  readonly column: string;
  readonly source: Indicator["source"];
  readonly value: number;
  /** `null`: not known. */
  readonly variance: number | null;
  /** `Infinity` for a normal error. */
  readonly df: number;
  /** Where answers by kind are drawn rather than a normal or t error: values and Dirichlet parameters. */
  readonly dirichlet?: { readonly values: readonly number[]; readonly alpha: readonly number[] };
}
