import type { NotComputable } from "@cxmetrics/definition";
import type { Limits, MethodDescription } from "../../method-description.js";

/** What a bootstrap method reads its limits from. */
export interface BootstrapReplicates {
  /** The statistic of the sample itself. */
  readonly estimate: number;
  /** The statistic of every resample in which it exists, in ascending order. */
  readonly sorted: readonly number[];
  /** The statistic without each observation in turn, null where it does not exist; computed only when asked for. */
  readonly jackknife: () => readonly (number | null)[];
}

/** Limits, with the two constants of the bias-corrected and accelerated method where it is used. */
export interface BootstrapLimits extends Limits {
  readonly biasCorrection?: number;
  readonly acceleration?: number;
}

/** A way to read confidence limits from bootstrap replicates. */
export interface BootstrapMethod extends MethodDescription {
  /** Whether the statistic is also computed without each observation in turn. */
  readonly usesJackknife: boolean;
  readonly limits: (replicates: BootstrapReplicates, level: number) => BootstrapLimits | NotComputable;
}
