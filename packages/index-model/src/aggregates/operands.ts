import type { Expression } from "@cxmetrics/formula";
import type { Weight } from "../index-definition.js";

/** What an aggregate combines: its children after the missing policy has put something in their gaps, and their weights. */
export interface Operands {
  readonly of: readonly Expression[];
  /** Weights as numbers or rationals, or `undefined` where a column of the table or a fit gives them. */
  readonly weights: readonly Weight[] | undefined;
  /** The weights as formulas: numbers, rationals, or the names under which they are read. */
  readonly weightFormulas: readonly Expression[];
  /** What becomes of gaps that are left. */
  readonly missing: "propagate" | "renormalise";
  /** Least share of the applicable weight that must be available under `renormalise`. */
  readonly minimumAvailable: Weight;
  /** Least number of children that must be available under `renormalise`. */
  readonly minimumCount: number | undefined;
}
