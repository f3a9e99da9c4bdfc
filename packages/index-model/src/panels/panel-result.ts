import type { NotComputable, Warning } from "@cxmetrics/definition";
import type { Dispersion } from "../weights/dispersion.js";
import type { ExpertAgreement } from "../weights/expert-agreement.js";
import type { ExpertAuthority } from "./expert-authority.js";
import type { PanelJudgement } from "./panel.js";

/** What one expert's answer says. */
export interface PanelExpertResult {
  readonly id: string;
  /** The expert's own weights; `null` where ratings are missing or all 0. */
  readonly weights: readonly number[] | null;
  /** Of a judgement matrix; `null` for other judgements. */
  readonly consistencyRatio: number | null;
  readonly authority: ExpertAuthority | null;
  /** Whether the rule left the expert out. */
  readonly excluded: boolean;
  /** Share of the panel, 0 when excluded. */
  readonly share: number;
}

/** What the panel says of one indicator in one round. */
export interface PanelIndicatorResult {
  readonly id: string;
  readonly weight: number;
  /** Over the answers as given: ratings, shares of budgets, or weights from matrices; every expert who counts alike. */
  readonly answers: Dispersion;
  /** Share of experts who gave the full score (满分比); `null` without a full score. */
  readonly fullScoreRate: number | null;
  /** Over the experts' own weights; `null` where none has any. */
  readonly weights: Dispersion | null;
  /** Against the round before; `null` in the first round. */
  readonly change: {
    readonly weight: number;
    readonly mean: number;
    readonly coefficientOfVariation: number | null;
  } | null;
}

/** One round, evaluated. */
export interface PanelRoundResult {
  readonly invited: number;
  readonly returned: number;
  /** Positive coefficient (积极系数): returned ÷ invited, 0…1. */
  readonly returnRate: number;
  readonly experts: readonly PanelExpertResult[];
  readonly indicators: readonly PanelIndicatorResult[];
  /** Kendall's W over the experts who count, with chi-squared and p. */
  readonly agreement: ExpertAgreement;
  /** Mean authority over the experts who count and state it. */
  readonly authority: (ExpertAuthority & { readonly experts: number }) | null;
}

/** A panel, evaluated: the weights of its last round, and every round. */
export interface PanelEvaluation {
  readonly status: "ok";
  readonly judgement: PanelJudgement;
  readonly indicators: readonly string[];
  /** Of the last round; they sum to 1. */
  readonly weights: readonly number[];
  /** Standard deviation of the experts' weights in the last round; `null` for a single expert. */
  readonly weightDeviations: readonly (number | null)[];
  readonly rounds: readonly PanelRoundResult[];
  readonly warnings: readonly Warning[];
}

/** The evaluation, or why there is none. */
export type PanelOutcome = PanelEvaluation | NotComputable;
