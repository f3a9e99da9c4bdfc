import type { Expression } from "@cxmetrics/formula";
import type { Parameter } from "./parameter.js";

/** A constant that is computed from parameters, such as the width of a scale. */
interface DerivedConstant {
  readonly of: readonly Parameter[];
  /** How it comes about, over the names of the parameters in their order. */
  readonly write: (names: readonly string[]) => string;
  readonly compute: (values: readonly number[]) => number;
}

/** What stands behind a constant of a formula. */
export type Bound = Parameter | DerivedConstant;

/** A formula whose constants are told apart into parameters and figures of the method. */
export interface BoundFormula {
  /** Its shape; the constants at the places below are trial values and never written. */
  readonly shape: Expression;
  /** Parameters by their place in the formula, the keys joined by `/`. */
  readonly places: ReadonlyMap<string, Bound>;
}

/** Formulas by name, and the parameters that they follow. */
export interface Bindings {
  readonly formulas: ReadonlyMap<string, BoundFormula>;
  /** Parameters that every formula follows; the others are built into the shape of a formula. */
  readonly live: ReadonlySet<Parameter>;
}
