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
export type Operation = Arithmetic | PowerMean | Clamp | Round | Conditional;

/** `add`, `multiply`, `minimum`, `maximum` take one or more operands; the others the number in brackets. */
export interface Arithmetic {
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
}

/**
 * Weighted power mean $(\sum w_i x_i^p / \sum w_i)^{1/p}$ over the children that are available: `exponent` 1 is the
 * arithmetic mean, 0 the geometric (its limit), −1 the harmonic.
 */
export interface PowerMean {
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
  /** Least share (0…1) of the applicable weight that must be available under `renormalise`; default: more than none. Refused without `renormalise`. */
  readonly minimumAvailable?: number | string;
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
