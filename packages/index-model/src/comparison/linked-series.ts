import type { DefinitionReference, Warning } from "@cxmetrics/definition";

/** How values of one definition are brought to the level of another. */
export type LinkMethod = "multiplicative" | "additive" | "regression";

/** Choices of a link. */
export interface LinkOptions {
  /**
   * `multiplicative`: times $\sum$ target / $\sum$ source over the overlap. `additive`: plus the mean difference; for scores on a bounded scale. `regression`:
   * least-squares line of target on source; needs three pairs.
   */
  readonly method: LinkMethod;
  /** Periods scored with both definitions; every one that both series have when left out. */
  readonly overlap?: readonly string[];
  /** `unit`: a link for each unit (default). `pooled`: one for all, which keeps their ranks. */
  readonly factor?: "unit" | "pooled";
  /** Whose level is kept: that of the first series (default) or of the last. */
  readonly onto?: "old" | "new";
  /** Node that is linked; the root of each definition when left out. */
  readonly node?: string;
}

/** The line that brings values of a source to the level of a target: intercept + slope × value. */
export interface LinkLine {
  /** The unit to which it belongs; `null` for all. */
  readonly unit: string | null;
  readonly intercept: number;
  readonly slope: number;
  /** Pairs (units × periods of the overlap) behind it. */
  readonly n: number;
  /** Mean source value over the pairs. */
  readonly centre: number;
  /** Sum of squares of the source values about their mean. */
  readonly spread: number;
  /** Standard deviation of the pairs about the line; `null` with too few pairs to tell. */
  readonly residual: number | null;
  /** Standard error of a linked value at the centre: residual / √n. */
  readonly standardError: number | null;
}

/** The link between two definitions. */
export interface SeriesLink {
  readonly method: LinkMethod;
  readonly factor: "unit" | "pooled";
  /** Definition and node whose values are moved. */
  readonly source: DefinitionReference & { readonly node: string };
  /** Definition and node whose level is kept. */
  readonly target: DefinitionReference & { readonly node: string };
  readonly overlap: readonly string[];
  readonly lines: readonly LinkLine[];
}

/** One period of one unit. */
export interface LinkedPoint {
  readonly period: string;
  /** The value on the level that is kept; `null` where there is none, or no link leads to it. */
  readonly value: number | null;
  /** The value as scored. */
  readonly scored: number | null;
  /** Links passed through: 0 where the value stands as scored. */
  readonly links: number;
  /** Standard error that the links add, taken as independent; 0 without a link, `null` where a link cannot tell its own. */
  readonly linkError: number | null;
}

/** Series of several definitions as one. */
export interface LinkedSeries {
  readonly status: "ok";
  /** Definition on whose level all values stand. */
  readonly onto: DefinitionReference;
  readonly links: readonly SeriesLink[];
  readonly periods: readonly string[];
  readonly series: readonly { readonly unit: string; readonly points: readonly LinkedPoint[] }[];
  readonly warnings: readonly Warning[];
}
