import type { LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { NodeHead } from "../../index-definition.js";

/** Points taken off a score (扣分). Its value is the score after the deduction. */
export interface DeductionNode extends NodeHead, PointAdjustment {
  readonly kind: "deduction";
  /** The node from which points are taken. */
  readonly from: string;
}

/** Points added to a score (加分). Its value is the score after the bonus. */
export interface BonusNode extends NodeHead, PointAdjustment {
  readonly kind: "bonus";
  /** The node to which points are added. */
  readonly to: string;
}

/** What deductions and bonuses have in common. The order of several of them is the order of the nodes: each reads the one before. */
export interface PointAdjustment {
  readonly items: readonly PointItem[];
  /** Most points that all items together take or give. */
  readonly atMost?: number;
  /** Bounds of the score afterwards. Without an upper bound a bonus may lead beyond full marks. */
  readonly limits?: { readonly lower?: number; readonly upper?: number };
}

/** One ground for points: so many `each`, or by `steps`. One that is not applicable counts 0; one that is missing makes the node missing. */
export interface PointItem {
  readonly id: string;
  readonly title: LocalizedText;
  /** What is counted or measured, over nodes. Below 0 it counts as 0. */
  readonly of: Expression;
  /** Points for each unit of `of`. */
  readonly each?: number;
  /** Half-open steps [from, next) in rising order; below the first one there are no points. */
  readonly steps?: readonly { readonly from: number; readonly points: number }[];
  /** Most points of this item. */
  readonly atMost?: number;
  readonly provenance?: Provenance;
}
