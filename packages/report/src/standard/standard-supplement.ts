import type { DefinitionDocument, LocalizedText } from "@cxmetrics/definition";
import type { PanelJudgement, PanelRound } from "@cxmetrics/index-model";

/** What a committee's standard needs beyond the index definition. */
export interface StandardSupplement extends DefinitionDocument {
  /** The definition it was written for, `id@version`. */
  readonly definition: string;
  readonly scope: LocalizedText;
  /** What is evaluated. */
  readonly object: LocalizedText;
  /** What holds for every indicator that does not say otherwise. */
  readonly common?: Partial<StandardIndicatorTerms>;
  /** Every indicator by id. */
  readonly indicators: Readonly<Record<string, StandardIndicator>>;
  readonly rounding: StandardRounding;
  readonly sampling: StandardSampling;
  readonly evaluators: readonly StandardEvaluators[];
  /** Every mean with several parts by id. */
  readonly weights: Readonly<Record<string, StandardWeights>>;
  readonly trial: StandardTrial;
  /** Roles of those who sign a report. */
  readonly signatures: readonly LocalizedText[];
}

/** What may be said once for all indicators. */
export interface StandardIndicatorTerms {
  readonly period: LocalizedText;
  readonly applicability: LocalizedText;
  readonly minimumN: number;
}

/** What one indicator counts (统计口径), and from which source. */
export interface StandardIndicator extends Partial<StandardIndicatorTerms> {
  readonly caliber: LocalizedText;
  readonly dataSource: LocalizedText;
}

/** Where figures are rounded, once, and how. */
export interface StandardRounding {
  readonly where: LocalizedText;
  readonly decimals: number;
  readonly mode: "half-even" | "half-up";
  /** Decimals of the figures between, in the worked example. */
  readonly workedDecimals: number;
}

/** What the sampling table is computed from. */
export interface StandardSampling {
  readonly method: LocalizedText;
  readonly level: number;
  readonly power: number;
  readonly expectedShare: number;
  /** Variance of one NPS answer scored −1, 0, +1. */
  readonly npsVariance: number;
  readonly designEffect: number;
  readonly designEffectBasis: LocalizedText;
}

/** A group of evaluators and the indicators that they rate. */
export interface StandardEvaluators {
  readonly name: LocalizedText;
  readonly indicators: readonly string[];
  readonly k: number;
  readonly qualification: LocalizedText;
  readonly independence: LocalizedText;
  readonly scale: "nominal" | "ordinal" | "interval" | "ratio";
  readonly leastAgreement: number;
  /** Why no agreement is told. */
  readonly notAssessed?: LocalizedText;
}

/** How the weights of one mean came about. */
export interface StandardWeights {
  readonly decidedBy: LocalizedText;
  readonly date: string;
  readonly reason: LocalizedText;
  /** Judgements of the parts in the order of the definition. */
  readonly panel?: StandardPanel;
  readonly noJudgements?: LocalizedText;
}

/** Judgements as `evaluatePanel` reads them; the indicators are the parts of the mean. */
export interface StandardPanel {
  readonly judgement: PanelJudgement;
  readonly fullScore?: number;
  readonly total?: number;
  readonly rounds: readonly PanelRound[];
}

/** The trial of the index. */
export interface StandardTrial {
  readonly description: LocalizedText;
  readonly criteria: readonly {
    readonly column: string;
    readonly title: LocalizedText;
    readonly outside: LocalizedText;
  }[];
  /** Why no trial was held. */
  readonly notHeld?: LocalizedText;
}

/** The same with any field still empty: a left-out member, `null` or a blank text. */
export type Unfilled<T> = T extends string | number
  ? T | null
  : T extends readonly (infer M)[]
    ? readonly Unfilled<M>[] | null
    : { readonly [K in keyof T]?: Unfilled<T[K]> | null };

/** A supplement as it was read: its head is whole, any other field may still be empty. */
export type StandardDraft = DefinitionDocument & Unfilled<Omit<StandardSupplement, keyof DefinitionDocument>>;
