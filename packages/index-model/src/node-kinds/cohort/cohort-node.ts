import type { CohortParameters } from "../../cohort/cohort-method.js";
import type { NodeHead, Weight } from "../../index-definition.js";

/**
 * A node whose values depend on all units of the table: ranks, Borda, Copeland, Kemeny, benefit of the doubt; and TOPSIS and
 * grey relations, which a fit turns into formulas of the unit's own values.
 */
export interface CohortNode extends NodeHead {
  readonly kind: "cohort";
  /** The algorithm with its parameters. */
  readonly algorithm: CohortParameters;
  /** Nodes in which more is better. Equal weights where none is stated; either all have one or none. */
  readonly children: readonly { readonly node: string; readonly weight?: Weight }[];
}
