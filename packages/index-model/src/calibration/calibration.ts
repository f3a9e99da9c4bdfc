import type { DefinitionReference, LocalizedText, NotComputable } from "@cxmetrics/definition";
import type { IndexTable } from "../index-table.js";

/**
 * What `fitIndex` learnt from a reference population, frozen into the definition: with it every method of kind `fit` is a
 * formula of the unit's own values, and a published version scores the same for ever.
 */
export interface Calibration {
  /** Who the reference population is. */
  readonly population?: LocalizedText;
  /** Period of the reference data, for example `2025` or `2025-Q3`. */
  readonly period?: string;
  /** Units in the reference table. */
  readonly n: number;
  /** Digest of the columns, attributes and periods of the reference table that the definition reads. */
  readonly dataDigest: string;
  /** The definition before fitting. */
  readonly source: DefinitionReference;
  /** Fitted parameters by node id; a node without a method of kind `fit` is not among them. */
  readonly nodes: Readonly<Record<string, FittedNode>>;
}

/** What was fitted for one node. */
export interface FittedNode {
  readonly impute?: FittedValues;
  readonly treat?: FittedValues;
  readonly normalise?: FittedValues;
  /** Parameters of an algorithm over all units, for example ideals, with the names of its conventions. */
  readonly aggregate?: Readonly<Record<string, number | string | readonly number[]>>;
  /** Weights of the children, in their order. */
  readonly weights?: readonly number[];
  /** Reference values on which each stage rests. */
  readonly n: Readonly<Record<string, number>>;
  /** Stages that the reference data could not support, with the reason; the node has no value as long as it stands here. */
  readonly notFitted?: Readonly<Record<string, NotComputable>>;
  /** What the fit says about itself: skewness, iterations, consistency. Plain data. */
  readonly diagnostics?: Readonly<Record<string, unknown>>;
}

/** Fitted parameters by name. Plain numbers. */
export type FittedValues = Readonly<Record<string, number | readonly number[]>>;

/** What the fit of one stage gives. */
export type FitOutcome =
  | {
      readonly status: "ok";
      readonly fitted: FittedValues;
      readonly diagnostics?: Readonly<Record<string, unknown>>;
    }
  | NotComputable;

/** The values that a method is fitted on. */
export interface ReferenceColumn {
  /** Values that are there, in the order of the units. */
  readonly values: Float64Array;
  /** How many they are. */
  readonly n: number;
  /** Where they stand: the reference table, and the row of each value. */
  readonly source?: { readonly table: IndexTable; readonly rows: readonly number[] };
}

/** Rows of the reference table on which a stage is fitted: all of them, or those of one period. */
export type FitScope = "pooled" | { readonly period: string };
