import type { DefinitionReference, LocalizedText, Provenance } from "@cxmetrics/definition";
import type { Fault } from "@cxmetrics/formula";
import type { Adjustment, IndexNode, Weight } from "./index-definition.js";
import type { CodedCell, GradeResult } from "./index-result.js";
import type { GateStatus } from "./node-kinds/gate/gate-status.js";
import type { TemplateOrigin } from "./templates/template.js";

/** One unit's index, told step by step. Plain data: nodes stand once each and name their parts, also where they are shared. */
export interface IndexExplanation {
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly unit: string;
  /** Row of the unit in the table, from 0. */
  readonly row: number;
  /** Id of the node whose value is the index. */
  readonly root: string;
  /** Mean inside which the global weights are told (`weightBase`), or `null` where there is none. */
  readonly weightBase: string | null;
  /** Every node the index rests on, each before its parts; the root comes first. */
  readonly nodes: readonly NodeExplanation[];
  readonly grade?: GradeResult;
}

/** One node of one unit. */
export interface NodeExplanation {
  readonly id: string;
  readonly title: LocalizedText;
  readonly kind: IndexNode["kind"];
  readonly provenance: Provenance;
  /** The value, or `null` with a reason. */
  readonly value: number | null;
  readonly reason?: { readonly code: Fault; readonly message: LocalizedText };
  /** The formula as text, over the names of parts; a leaf reads `<id>.raw`. */
  readonly formula: string;
  /** The algorithm in steps, where the value depends on all units and has no formula. */
  readonly steps?: LocalizedText;
  /** What a gate, or the evidence gate of a leaf, said. Not assessed is never passed. */
  readonly status?: GateStatus;
  /** Values of a node with several, by name. */
  readonly outputs?: Readonly<Record<string, number | null>>;
  /** Degrees of a vector node by grade. */
  readonly memberships?: Readonly<Record<string, number | null>>;
  /** The template from which the node was expanded. */
  readonly origin?: TemplateOrigin;
  /** Available share of the applicable weight of the direct parts. */
  readonly coverage: number | null;
  /** Weight inside the weight base as defined; `null` where none is defined. */
  readonly globalWeight: number | null;
  /** Weight inside the weight base for this unit, after renormalising; `null` where none is defined. */
  readonly effectiveGlobalWeight: number | null;
  /** What the node is made of: children of a mean with their weights, or the nodes that a formula reads. Empty for a leaf. */
  readonly parts: readonly PartExplanation[];
  /** Leaves only: what became of the raw value, step by step. */
  readonly leaf?: LeafExplanation;
}

/** The steps of a leaf for one unit; a step that the definition lacks is left out. */
export interface LeafExplanation {
  readonly column: string;
  readonly unit: string;
  /** As the table gives it; `null` also where the cell holds a code. */
  readonly raw: number | null;
  readonly coded?: CodedCell;
  /** After documented corrections, and the one that was made. */
  readonly adjusted?: number | null;
  readonly adjustment?: Adjustment;
  readonly transformed?: number | null;
  readonly imputed?: number | null;
  readonly treated?: number | null;
  readonly capped: number | null;
}

/** How one part enters the node above it. */
export interface PartExplanation {
  readonly node: string;
  /** Whether a formula reads the raw value of the part. */
  readonly raw: boolean;
  /** Output of the part that a formula reads, where the part has several. */
  readonly output?: string;
  readonly value: number | null;
  /** What the missing policy put in the place of a missing child. */
  readonly filled?: number | null;
  /** Weight as the document states it; means only. */
  readonly weightAsWritten?: Weight;
  /** Column of the table that holds the weight for each unit. */
  readonly weightColumn?: string;
  /** Share inside the mean as defined; `null` under a formula. */
  readonly weight: number | null;
  /** Share inside the mean for this unit, after renormalising; `null` under a formula and where the mean has no value. */
  readonly effectiveWeight: number | null;
  /**
   * `share`: effective weight × value; the parts of an arithmetic mean sum to its value. `log-share`: effective weight ×
   * ln value; the parts of a geometric mean sum to the logarithm of its value. `null` where none is defined.
   */
  readonly contribution: { readonly kind: "share" | "log-share"; readonly value: number } | null;
}
