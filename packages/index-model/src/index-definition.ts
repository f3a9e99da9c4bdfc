import type { DefinitionDocument, LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { AggregateName } from "./aggregates/registry.js";
import type { Calibration } from "./calibration/calibration.js";
import type { Imputation } from "./imputations/registry.js";
import type { CohortNode } from "./node-kinds/cohort/cohort-node.js";
import type { BonusNode, DeductionNode } from "./node-kinds/deduction/deduction-node.js";
import type { Evidence } from "./node-kinds/evidence/evidence.js";
import type { DefuzzifyNode, MembershipNode, SynthesisNode } from "./node-kinds/fuzzy/membership-node.js";
import type { GateNode } from "./node-kinds/gate/gate-node.js";
import type { LetNode } from "./node-kinds/let/let-node.js";
import type { PointsNode } from "./node-kinds/points/points-node.js";
import type { RescaleNode } from "./node-kinds/rescale/rescale-node.js";
import type { Normaliser } from "./normalisers/registry.js";
import type { Rollup } from "./rollup/rollup.js";
import type { Constant, TemplateOrigin } from "./templates/template.js";
import type { Treatment } from "./treatments/registry.js";
import type { Weighting } from "./weightings/registry.js";

export type { AggregateName, Imputation, Normaliser, Treatment, Weighting };

/** A number, or an exact rational such as `"6/16"`. */
export type Weight = number | string;

/** A composite index as data: leaves that read columns, nodes that combine them, one canonical root. */
export interface IndexDefinition extends DefinitionDocument {
  readonly purpose?: LocalizedText;
  /** The scale on which the root is told, for example 0…1 (HDI) or 0…100. */
  readonly scale: { readonly lower: number; readonly upper: number };
  /** Id of the node whose value is the index. */
  readonly root: string;
  /** Nodes that are told beside the root although nothing reads them: a displayed score, a loss in per cent. */
  readonly outputs?: readonly string[];
  /** Every node by id. Ids: a letter, then letters, digits, `_` or `-`. The order is the order of presentation. */
  readonly nodes: Readonly<Record<string, IndexNode>>;
  /** Views that re-group the same leaves for reading (stage × dimension); never canonical. */
  readonly views?: Readonly<Record<string, IndexView>>;
  /** Grade bands told beside the score. */
  readonly grades?: Grades;
  /** Ranks of the units told beside the score. */
  readonly ranking?: IndexRanking;
  /** Numbers that formulas read as `#<name>`. */
  readonly constants?: Readonly<Record<string, Constant>>;
  /** Units gathered into bigger ones: channels into institutions. */
  readonly rollups?: Readonly<Record<string, Rollup>>;
  /** Digest of the document as written, where templates or constants were put in place. */
  readonly expandedFrom?: string;
  /** `batch`: methods of kind `fit` are fitted on the very table that is scored; such results are not comparable. */
  readonly scope?: "batch";
  /** Parameters from a reference population, as `fitIndex` writes them. */
  readonly calibration?: Calibration;
}

/** A node: a leaf, a mean, a formula over other nodes, or one of the kinds that say a convention of evaluations by name. */
export type IndexNode =
  | Indicator
  | Aggregate
  | Formula
  | CohortNode
  | LetNode
  | PointsNode
  | DeductionNode
  | BonusNode
  | GateNode
  | MembershipNode
  | SynthesisNode
  | DefuzzifyNode
  | RescaleNode;

/** What every node says about itself. */
export interface NodeHead {
  readonly title: LocalizedText;
  readonly provenance: Provenance;
  readonly note?: LocalizedText;
  /** The template from which the node was expanded. */
  readonly origin?: TemplateOrigin;
}

/** A leaf: one column of the table, normalised. */
export interface Indicator extends NodeHead {
  readonly kind: "indicator";
  /** Column of the table; the id of the node when left out. */
  readonly column?: string;
  /** Unit of the raw value, for reading. */
  readonly unit: string;
  /** How the raw value comes about. */
  readonly source: "survey" | "expert" | "behaviour" | "operational" | "text" | "statistic";
  /**
   * Raw values that are codes and no measurements: missing, not applicable, and refused are three things, and none of them is 0.
   */
  readonly codes?: LeafCodes;
  /** Documented corrections of single units, made before anything else. */
  readonly adjustments?: readonly Adjustment[];
  /** What has to be so before the value counts. */
  readonly evidence?: Evidence;
  /** Column of the earlier values that `transform` reads as `lag`. */
  readonly lag?: string;
  /** A formula over `x` (the raw value), `lag` and `@<column>`: reciprocals, rates, percentage changes. */
  readonly transform?: Expression;
  /** What stands in for a missing value. */
  readonly impute?: Imputation;
  /** How outliers and skewed values are treated before normalising. */
  readonly treat?: Treatment;
  /** Raw value → node value. `identity` keeps it. */
  readonly normalise: Normaliser;
  /** Units to which the indicator applies, by an attribute of the table; others are not applicable, never missing. */
  readonly appliesTo?: { readonly attribute: string; readonly values: readonly string[] };
  /** Position in the alternative views, for example `{ stage: "J3" }`. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Raw values that are codes, by what they mean. No code may stand twice. */
export interface LeafCodes {
  /** The question does not arise for the unit. */
  readonly notApplicable?: readonly number[];
  /** The unit was asked and did not answer. Scored as missing, told apart. */
  readonly refused?: readonly number[];
  /** Nobody knows. */
  readonly missing?: readonly number[];
}

/** A correction of one unit's raw value: who made it, why, and on what source. */
export interface Adjustment {
  readonly unit: string;
  /** Period of the unit, where the table states periods. */
  readonly period?: string;
  /**
   * The raw value as its author saw it, a code included; the correction is not made where the table holds another, nor where
   * `appliesTo` leaves the unit out. `null` for a missing one, whatever the code.
   */
  readonly from: number | null;
  /** The corrected raw value; `null` makes it missing, a code what the code means. */
  readonly to: number | null;
  readonly reason: LocalizedText;
  readonly by: string;
  readonly provenance: Provenance;
}

/** The raw value as it is. */
export interface Identity {
  readonly method: "identity";
}

/**
 * $a + (b-a)\,(x-L)/(U-L)$, where `worst` = L maps to a and `best` = U to b of the normaliser's range. `worst` may be the larger
 * number: direction needs no sign of its own.
 */
export interface Goalposts {
  readonly method: "goalposts";
  readonly worst: number;
  readonly best: number;
  /** Which side is capped before scaling, each capping recorded. Default `both`. */
  readonly cap?: "both" | "worst" | "best" | "none";
  /** Range onto which worst…best is mapped; the scale of the definition when left out. */
  readonly onto?: { readonly lower: number; readonly upper: number };
}

/**
 * As goalposts, on natural logarithms: $(\ln x - \ln L)/(\ln U - \ln L)$. Capping comes first; a value ≤ 0 that no cap lifts
 * above 0 has no logarithm and is not computable.
 */
export interface LogGoalposts extends Omit<Goalposts, "method"> {
  readonly method: "log-goalposts";
}

/** A node whose value comes from its children by a named method. */
export interface Aggregate extends NodeHead {
  readonly kind: "aggregate";
  readonly method: AggregateName;
  /** Relative weights need not sum to 1. Zero is allowed, all zero is not. */
  readonly children: readonly AggregateChild[];
  readonly missing: MissingPolicy;
  /** What the weights must sum to, exactly; when left out they are relative and may sum to anything. */
  readonly mustSum?: Weight;
  /** How the weights come about, in place of weights of the children. */
  readonly weighting?: Weighting;
  /** `power-mean`: the exponent, or a limit. */
  readonly exponent?: number | "minimum" | "maximum";
  /** `mpi`: whether imbalance lowers or raises the value. */
  readonly penalty?: "negative" | "positive";
  /** `mpi`: whether the deviation across the children divides by their number or by one less. */
  readonly deviation?: "population" | "sample";
  /** `mean-min`: weight of the penalty, 0…1. */
  readonly alpha?: number;
  /** `mean-min`: how mild the penalty of small imbalances is, 0 or more. */
  readonly beta?: number;
  /** `owa`: one weight for each rank, that of the greatest child first. */
  readonly orderWeights?: readonly Weight[];
}

/** A child and its weight: a number, or a column of the table with a weight for each unit. */
export interface AggregateChild {
  readonly node: string;
  /** Left out under `weightColumn`, `weighting`, and for methods without weights. */
  readonly weight?: Weight;
  /** Numeric column that holds the weight of the child for each unit. */
  readonly weightColumn?: string;
}

/** What becomes of a node when a child is missing. A child that is not applicable never counts as missing. */
export type MissingPolicy =
  | { readonly policy: "propagate" }
  | {
      readonly policy: "renormalise";
      /** Least share (0…1) of the applicable weight that must be available, otherwise the node is not computable. */
      readonly minimumAvailable: Weight;
      /** Least number of children that must be available. */
      readonly minimumCount?: number;
    }
  /** A missing child counts as 0, or as a stated number. */
  | { readonly policy: "zero" }
  | { readonly policy: "constant"; readonly value: number }
  /** A missing child counts as the weighted mean of the children that are there. */
  | { readonly policy: "mean-of-others" }
  /** A missing child counts as the lower or the upper end of the scale of the definition. */
  | { readonly policy: "worst" }
  | { readonly policy: "best" }
  /** The node is missing, and the result tells the values between which it lies: from the worst case to the best. */
  | { readonly policy: "bounds" };

/**
 * A node computed by a formula over other nodes: products, ratios, differences, rounding, gates. A name is the id of a
 * node; `<id>.raw` reads the raw value of a leaf.
 */
export interface Formula extends NodeHead {
  readonly kind: "formula";
  readonly expression: Expression;
}

/** Which node the units are ranked by, and how. A rank says nothing about other tables. */
export interface IndexRanking {
  readonly of: string;
  /** Whether the greatest value (`descending`) or the least has rank 1. */
  readonly order: "descending" | "ascending";
  readonly ties: "minimum" | "average" | "dense" | "ordinal" | "maximum";
  /** Digits to which values are rounded before they are ranked; unrounded when left out. */
  readonly rounded?: number;
}

/** The same leaves grouped by a tag, each leaf with its global weight. */
export interface IndexView {
  readonly title: LocalizedText;
  /** Tag of the leaves whose value names the group. */
  readonly tag: string;
  /** Aggregate from which the weights run down to the leaves; when left out, the one that `weightBase` finds. */
  readonly of?: string;
  /** Title of every group, in the order of presentation. */
  readonly groups: Readonly<Record<string, LocalizedText>>;
}

/** Half-open bands, conjunctive conditions, quotas, and vetoes that withhold or cap the grade but not the score. */
export interface Grades {
  /** Node that is graded, unrounded. */
  readonly of: string;
  /** From the best to the worst; the last one takes everything else. All state `from`, or all `upTo` where less is better. */
  readonly bands: readonly Grade[];
  /**
   * Which bound belongs to a band: `lower-included` is [from, next), `upper-included` (from, next]; with `upTo` likewise, from the bound of
   * the band before. Default `lower-included`.
   */
  readonly boundary?: "lower-included" | "upper-included";
  /**
   * `lower-by-one`: however many conditions of the band fail, the grade goes down by one band, once. `band-that-fits`: it goes
   * down to the first band of which every condition holds.
   */
  readonly onFailedCondition: "lower-by-one" | "band-that-fits";
  readonly veto?: Veto;
  /** Gates with the effect `cap-grade` or `withhold-grade`, which act in this order after the conditions. */
  readonly gates?: readonly string[];
  /** Units tied at the limit of a quota: all go down, or all stay. Needed where a band has a quota. */
  readonly quotaTies?: "lower" | "keep";
}

/** One band. */
export interface Grade {
  readonly id: string;
  readonly title: LocalizedText;
  /** Lower bound, included or not as `boundary` says. Left out in the last band, and where a quota alone decides. */
  readonly from?: number;
  /** Upper bound in place of `from`, where less is better: severity, risk, ratings in which 1 is the best. */
  readonly upTo?: number;
  /** Every one must hold. */
  readonly conditions?: readonly GradeCondition[];
  /** Most that may have this grade, as a share of the graded units; the surplus goes down to the next band whose bound it reaches. It makes grades depend on the other units. */
  readonly quota?: Weight;
}

/** Bounds for a node, or for the raw value of a leaf: one or both, each included. */
export interface GradeCondition {
  readonly node: string;
  readonly raw?: true;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Read from an attribute of the table: `confirmed`, `none`, or anything else — above all nothing — for not assessed. */
export interface Veto {
  readonly attribute: string;
  readonly title: LocalizedText;
}
