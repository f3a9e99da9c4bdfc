import type { LocalizedText } from "@cxmetrics/definition";
import type { Condition, Expression } from "@cxmetrics/formula";
import type { NodeHead } from "../../index-definition.js";

/**
 * Names set together by the first case that holds. Other nodes read them as `<id>.<name>`; the node itself has the value of
 * one of them.
 */
export interface LetNode extends NodeHead {
  readonly kind: "let";
  /** Tried in order; the first whose condition holds sets its names. An undecided condition leaves every name without a value. */
  readonly cases?: readonly LetCase[];
  /** Every name with what it is when no case holds, or when the case that holds does not mention it. */
  readonly default: Readonly<Record<string, Expression>>;
  /** The name whose value is the node's; the first of `default` when left out. */
  readonly value?: string;
}

/** A condition over any nodes, and what the names are when it holds. */
export interface LetCase {
  readonly title?: LocalizedText;
  readonly when: Condition;
  readonly set: Readonly<Record<string, Expression>>;
}
