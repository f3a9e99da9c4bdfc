import type { NodeHead } from "../../index-definition.js";
import type { Normaliser } from "../../normalisers/registry.js";

/**
 * A node normalised again, by any normaliser of leaves: a mean of standard scores brought to 0…1 by min–max, a score turned
 * into its percentile. Parameters of kind `fit` are learnt from the values of the node below and frozen by `fitIndex`.
 */
export interface RescaleNode extends NodeHead {
  readonly kind: "rescale";
  /** The node whose value is normalised, or `<id>.<output>`. */
  readonly of: string;
  readonly normalise: Normaliser;
}
