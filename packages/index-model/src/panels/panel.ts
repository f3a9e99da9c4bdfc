import type { AhpOptions } from "../weights/ahp-options.js";
import type { AhpAggregation } from "../weights/group-ahp-weights.js";
import type { JudgementMatrix } from "../weights/judgement-matrix.js";
import type { AuthorityInput } from "./expert-authority.js";

/** What the experts of a panel are asked for. */
export type PanelJudgement = "ratings" | "budget" | "matrix";

/** One expert's answer in one round. */
export interface PanelExpert {
  readonly id: string;
  /** Importance of each indicator, null where none was given. For a panel of `ratings`. */
  readonly ratings?: readonly (number | null)[];
  /** Points shared out among the indicators. For a panel of `budget`. */
  readonly budget?: readonly number[];
  /** Pairwise judgements. For a panel of `matrix`. */
  readonly matrix?: JudgementMatrix;
  readonly authority?: AuthorityInput;
}

/** One round of questions. */
export interface PanelRound {
  /** Experts who were asked. */
  readonly invited: number;
  /** Valid answers that came back. */
  readonly experts: readonly PanelExpert[];
}

/** An expert panel over its rounds, the last of which counts. */
export interface Panel {
  /** Ids of the indicators, in the order of every answer. */
  readonly indicators: readonly string[];
  readonly judgement: PanelJudgement;
  /** Highest rating; with it the share of full scores is told. */
  readonly fullScore?: number;
  /** Points of a budget, 100 by default. */
  readonly total?: number;
  readonly rounds: readonly PanelRound[];
}

/** Rules of the evaluation. */
export interface PanelOptions extends AhpOptions {
  /** `equal` (default), or `authority`: experts count in proportion to their authority coefficient. */
  readonly weigh?: "equal" | "authority";
  /** `none` (default), or `inconsistent`: experts whose consistency ratio is not below the threshold are left out, and told. */
  readonly exclude?: "none" | "inconsistent";
  /** For matrices; `aij` by default. */
  readonly aggregation?: AhpAggregation;
}
