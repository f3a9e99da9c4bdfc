import type { DefinitionReference, NotComputable, Warning } from "@cxmetrics/definition";
import type { ControlChart } from "@cxmetrics/stats";
import type { LinkMethod, SeriesLink } from "./linked-series.js";

/** Choices of a track. */
export interface TrackOptions {
  /** Node that is followed; the root of each definition when left out. */
  readonly node?: string;
  /** How waves of different definitions are linked over the periods that they share; without it they are refused. */
  readonly link?: { readonly method: LinkMethod; readonly factor?: "unit" | "pooled" };
  /** Control chart of individual values: leading waves that set the limits (all when left out), and their distance in standard deviations (3). */
  readonly chart?: { readonly baseline?: number; readonly sigma?: number };
}

/** One wave of one unit. */
export interface TrackPoint {
  readonly period: string;
  /** The value on one level throughout. */
  readonly value: number | null;
  /** The value as scored. */
  readonly scored: number | null;
  /** Links passed through. */
  readonly links: number;
  /** Standard error that links add; 0 without a link, `null` where it cannot be told. */
  readonly linkError: number | null;
  /** Difference from the wave before; `null` where either is lacking. */
  readonly change: number | null;
  /** Difference from the same period a year before, for labels that begin with a year; `null` where there is none. */
  readonly yearOverYear: number | null;
}

/** One unit through time. */
export interface UnitTrack {
  readonly unit: string;
  readonly points: readonly TrackPoint[];
  /** Chart of individual values with moving ranges (`xmr`), or why there is none. */
  readonly chart: ControlChart | NotComputable;
}

/** An index followed through time. Plain data. */
export interface IndexTrack {
  readonly status: "ok";
  /** Definition on whose level the values stand. */
  readonly onto: DefinitionReference;
  readonly periods: readonly string[];
  readonly units: readonly UnitTrack[];
  /** Links between definitions; empty when all waves compare as they are. */
  readonly links: readonly SeriesLink[];
  readonly warnings: readonly Warning[];
}
