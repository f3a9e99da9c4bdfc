import type { DefinitionDocument, LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";

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
}

/** A node: a leaf, a mean, or a formula over other nodes. */
export type IndexNode = Indicator | Aggregate | Formula;

interface NodeHead {
  readonly title: LocalizedText;
  readonly provenance: Provenance;
  readonly note?: LocalizedText;
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
  /** Raw value → node value. `identity` keeps it. */
  readonly normalise: Normaliser;
  /** Units to which the indicator applies, by an attribute of the table; others are not applicable, never missing. */
  readonly appliesTo?: { readonly attribute: string; readonly values: readonly string[] };
  /** Position in the alternative views, for example `{ stage: "J3" }`. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Row normalisers of this format; each states its direction itself. */
export type Normaliser = Identity | Goalposts | LogGoalposts;

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

/** A node whose value is a weighted mean of its children. */
export interface Aggregate extends NodeHead {
  readonly kind: "aggregate";
  readonly method: "arithmetic-mean" | "geometric-mean";
  /** Relative weights; they need not sum to 1. Zero is allowed, all zero is not. */
  readonly children: readonly { readonly node: string; readonly weight: Weight }[];
  readonly missing: MissingPolicy;
}

/** What becomes of a mean when a child is missing. A child that is not applicable never counts as missing. */
export type MissingPolicy =
  | { readonly policy: "propagate" }
  | {
      readonly policy: "renormalise";
      /** Least share (0…1) of the applicable weight that must be available, otherwise the node is not computable. */
      readonly minimumAvailable: Weight;
    };

/**
 * A node computed by a formula over other nodes: products, ratios, differences, rounding, gates. A name is the id of a
 * node; `<id>.raw` reads the raw value of a leaf.
 */
export interface Formula extends NodeHead {
  readonly kind: "formula";
  readonly expression: Expression;
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

/** Half-open bands [from, next), conjunctive conditions, and a veto that withholds the grade but not the score. */
export interface Grades {
  /** Node that is graded, unrounded. */
  readonly of: string;
  /** From the best to the worst; the last one takes everything below. */
  readonly bands: readonly Grade[];
  /** However many conditions of the band fail, the grade goes down by one band, once. */
  readonly onFailedCondition: "lower-by-one";
  readonly veto?: Veto;
}

/** One band. */
export interface Grade {
  readonly id: string;
  readonly title: LocalizedText;
  /** Lower bound, included. Left out in the last band. */
  readonly from?: number;
  /** Every named node must reach its bound. */
  readonly conditions?: readonly { readonly node: string; readonly atLeast: number }[];
}

/** Read from an attribute of the table: `confirmed`, `none`, or anything else — above all nothing — for not assessed. */
export interface Veto {
  readonly attribute: string;
  readonly title: LocalizedText;
}
