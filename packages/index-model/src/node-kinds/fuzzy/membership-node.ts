import type { Expression } from "@cxmetrics/formula";
import type { NodeHead, Weight } from "../../index-definition.js";

/** A vector: to what degree (0…1) a unit belongs to each grade. Others read `<id>.<grade>`; its own value is the sum of the degrees. */
export interface MembershipNode extends NodeHead {
  readonly kind: "membership";
  readonly from: MembershipSource;
  /** `sum` divides every degree by their sum. */
  readonly normalise: "sum" | "none";
}

/** Shares of raters from columns, or membership functions of a value. */
export type MembershipSource =
  /** By grade, what was counted: raters who chose it, or their share. */
  | { readonly method: "shares"; readonly counts: Readonly<Record<string, Expression>> }
  | {
      readonly method: "functions";
      readonly of: Expression;
      readonly functions: Readonly<Record<string, MembershipFunction>>;
    };

/**
 * Membership rises from 0 at `left` to 1 at `from`, is 1 up to `to`, and falls to 0 at `right`. Without `left` and `from` it is 1
 * below, without `to` and `right` 1 above. A triangle has `from` = `to`; where `left` = `from` or `to` = `right` the edge is steep
 * and the bound belongs to the grade.
 */
export interface MembershipFunction {
  readonly left?: number;
  readonly from?: number;
  readonly to?: number;
  readonly right?: number;
}

/** Weighted synthesis of memberships (模糊合成). Others read `<id>.<grade>`; its own value is the sum of the degrees. */
export interface SynthesisNode extends NodeHead {
  readonly kind: "synthesis";
  readonly grades: readonly string[];
  readonly children: readonly { readonly node: string; readonly weight: Weight }[];
  readonly operator: "weighted-sum" | "max-min" | "max-product" | "min-bounded-sum";
  readonly normalise: "sum" | "none";
}

/** One number from a vector of degrees. */
export interface DefuzzifyNode extends NodeHead {
  readonly kind: "defuzzify";
  /** A membership or synthesis node. */
  readonly of: string;
  /** Value of every grade. */
  readonly values: Readonly<Record<string, number>>;
  readonly by: Defuzzification;
}

/** How the number comes out of the degrees. */
export type Defuzzification =
  /** The value of the grade with the greatest degree; several are tied when their degrees are equal after rounding to `digits`. */
  | {
      readonly method: "maximum-membership";
      readonly ties: "highest-value" | "lowest-value" | "mean";
      readonly digits: number;
    }
  /** Mean of the values weighted by degree to the power `exponent`. */
  | { readonly method: "weighted-average"; readonly exponent: number };
