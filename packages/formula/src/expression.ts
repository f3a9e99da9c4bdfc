/**
 * A formula as plain data: the one form that is evaluated, printed, spoken and (later) written into spreadsheets and SQL.
 *
 * - a number is a constant;
 * - a text such as `"6/16"`, `"-1/3"` or `"2.5/3"` is an exact rational; a bare decimal such as `"0.5"` is refused as a number in
 *   quotes; any other text names an input;
 * - an object is an operation on further expressions.
 */
export type Expression = number | string | Operation;

/** An operation and its operands. */
export type Operation =
  | Arithmetic
  | PowerMean
  | OrderedMean
  | Spread
  | Available
  | Coalesce
  | Absent
  | Piecewise
  | StepFunction
  | Clamp
  | Round
  | Conditional;

/** How much has to be there before an operation that leaves operands out gives a number. */
export interface Coverage {
  /** Least share (0…1) of the applicable weight that must be available; default: more than none. Refused where nothing is left out. */
  readonly minimumAvailable?: number | string;
  /** Least number of operands (with a positive weight) that must be available. Refused where nothing is left out. */
  readonly minimumCount?: number;
}

/**
 * `add`, `multiply`, `minimum`, `maximum` take one or more operands; the others the number in brackets. Each needs all of its
 * operands, unless one of the first four says otherwise under `missing`.
 */
export interface Arithmetic extends Coverage {
  /** subtract (2), divide (2), power (2: base, exponent), negate (1), ln (1), exp (1), absolute (1). */
  readonly op:
    | "add"
    | "multiply"
    | "minimum"
    | "maximum"
    | "subtract"
    | "divide"
    | "power"
    | "negate"
    | "ln"
    | "exp"
    | "absolute";
  readonly of: readonly Expression[];
  /**
   * Only `add`, `multiply`, `minimum`, `maximum`. Left out: every operand is needed, applicable or not. `propagate`: operands
   * that are not applicable are left out, a missing one makes the result missing. `skip`: both are left out, and the result is
   * that of the operands available; a sum is not scaled up.
   */
  readonly missing?: "propagate" | "skip";
}

/**
 * Weighted power mean $(\sum w_i x_i^p / \sum w_i)^{1/p}$ over the children that are available: `exponent` 1 is the
 * arithmetic mean, 0 the geometric (its limit), −1 the harmonic.
 */
export interface PowerMean extends Coverage {
  readonly op: "power-mean";
  readonly exponent: number;
  readonly of: readonly Expression[];
  /** Relative weights ≥ 0 as numbers or exact rationals; they need not sum to 1. Equal when left out. Each is 0 or from 1e-100 to 1e100. */
  readonly weights?: readonly (number | string)[];
  /**
   * `propagate` (default): one missing child with a positive weight makes the mean missing. `renormalise`: the weights of
   * the available children are scaled up. A child that is not applicable, or has zero weight, never makes it missing.
   */
  readonly missing?: "propagate" | "renormalise";
}

/**
 * Ordered weighted average $\sum w_k x_{(k)} / \sum w_k$ with $x_{(1)}$ the greatest value: weights belong to ranks, not to
 * operands (Yager, IEEE Trans. SMC 18, 1988). `[1, 0, 0]` is the maximum, `[0, 1, 0]` the median, `[0, 0, 1]` the minimum.
 */
export interface OrderedMean extends Coverage {
  readonly op: "ordered-mean";
  readonly of: readonly Expression[];
  /** One weight ≥ 0 for each rank, that of the greatest value first; relative, as numbers or exact rationals. */
  readonly weights: readonly (number | string)[];
  /**
   * As for `power-mean`. Where operands are left out, the weights are read as the quantifier that they stand for: with
   * $Q$ the line through the points $(k/n, \sum_{j \leq k} w_j)$, m operands get $Q(k/m) - Q((k-1)/m)$. So a maximum stays a
   * maximum, a median a median and an equal mean an equal mean.
   */
  readonly missing?: "propagate" | "renormalise";
}

/**
 * Standard deviation across the operands, $\sqrt{\sum w_i (x_i - m)^2 / d}$ with $m$ their weighted mean: $d = \sum w_i$ for
 * the `population` type; $d = \sum w_i - \sum w_i^2 / \sum w_i$ for the `sample` type, which is n − 1 when weights are equal.
 */
export interface Spread extends Coverage {
  readonly op: "spread";
  readonly type: "population" | "sample";
  readonly of: readonly Expression[];
  /** Relative weights as for `power-mean`; equal when left out. */
  readonly weights?: readonly (number | string)[];
  /** As for `power-mean`. */
  readonly missing?: "propagate" | "renormalise";
}

/** How much of the operands is there; never missing itself. Operands that are not applicable do not enter, nor those of zero weight. */
export interface Available {
  readonly op: "available";
  /** `share`: available share of the applicable weight, 0…1. `count`: number of available operands. */
  readonly as: "share" | "count";
  readonly of: readonly Expression[];
  /** Relative weights as for `power-mean`; equal when left out. */
  readonly weights?: readonly (number | string)[];
}

/** A reason why a value may be passed over or withheld on purpose; the names of `faults` other than `none`. */
export type Reason =
  | "not-applicable"
  | "missing"
  | "withheld"
  | "insufficient-coverage"
  | "division-by-zero"
  | "logarithm-of-non-positive"
  | "undefined-power"
  | "undefined-mean"
  | "overflow"
  | "undefined-spread"
  | "outside-domain";

/** The first operand that holds a number. */
export interface Coalesce {
  readonly op: "coalesce";
  readonly of: readonly Expression[];
  /** Faults for which the next operand is tried; any other fault is the outcome. Default `["missing"]`: faults of computation are never papered over unless named. */
  readonly for?: readonly Reason[];
}

/** No number, for a stated reason: what a gate gives when it closes. */
export interface Absent {
  readonly op: "absent";
  readonly reason: "missing" | "not-applicable" | "withheld";
}

/** Straight lines between knots $(x_k, y_k)$: a value function (Keeney & Raiffa, Decisions with Multiple Objectives, 1976). */
export interface Piecewise {
  readonly op: "piecewise";
  readonly of: readonly [Expression];
  /** Two or more `[x, y]`, x strictly increasing; constants from −1e150 to 1e150. */
  readonly knots: readonly (readonly [number | string, number | string])[];
  /** Left of the first and right of the last knot: the nearest y, the line carried on, or no number (`outside-domain`). */
  readonly beyond: "clamp" | "extrapolate" | "undefined";
}

/** A table of thresholds: `[[60, 1], [80, 2]]` is 1 from 60 on and 2 from 80 on. */
export interface StepFunction {
  readonly op: "step";
  readonly of: readonly [Expression];
  /** One or more `[from, value]`, from strictly increasing. */
  readonly steps: readonly (readonly [number | string, number | string])[];
  /** Whether a value equal to a threshold belongs to the step above it (`lower-included`) or below it (`upper-included`). */
  readonly boundary: "lower-included" | "upper-included";
  /** Value below the first threshold, or `undefined`: no number there (`outside-domain`). */
  readonly below: number | string;
}

/** Limits a value from below, from above or both; without a bound on a side that side is open, but one there must be. */
export interface Clamp {
  readonly op: "clamp";
  readonly of: readonly [Expression];
  readonly lower?: Expression;
  readonly upper?: Expression;
}

/** Where a value half-way between two neighbours goes. `half-up` rounds halves away from zero. */
export type RoundingMode = "half-up" | "half-even" | "up" | "down" | "ceiling" | "floor";

/**
 * Decimal rounding. It acts on the shortest decimal text of the number, so that what prints as 2.675 rounds as 2.675 and
 * not as the binary fraction beneath it.
 */
export interface Round {
  readonly op: "round";
  readonly of: readonly [Expression];
  /** Digits after the decimal point, −15…15. */
  readonly digits: number;
  readonly mode: RoundingMode;
}

/** One of two values; only the one chosen needs to be computable. */
export interface Conditional {
  readonly op: "if";
  readonly when: Condition;
  readonly then: Expression;
  readonly else: Expression;
}

/** A statement about values that is true or false, or undecided when a value it compares is missing. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Compares two values. */
export interface Comparison {
  readonly compare: "<" | "<=" | ">" | ">=" | "=" | "!=";
  readonly of: readonly [Expression, Expression];
}
