import type { LocalizedText, ProblemPath, Warning } from "@cxmetrics/definition";
import type { Column, Expression } from "@cxmetrics/formula";
import type { FittedNode } from "../calibration/calibration.js";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import type { NodeResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import type { MethodKind } from "../method-kind.js";
import type { Link } from "../node-id.js";
import type { KindEntry } from "./kind-entry.js";

/** A link and where in the node it stands, for messages. */
export interface NodeLink extends Link {
  readonly at?: ProblemPath;
}

/** What the computation of a node may see. */
export interface NodeContext {
  readonly table: IndexTable;
  readonly length: number;
  /**
   * Every column computed so far: `<id>`, `<id>.raw` and `<id>.capped` of leaves, `<id>.<output>` of nodes with several
   * outputs, `@<column>` for numeric columns of the table that formulas read.
   */
  readonly columns: ReadonlyMap<string, Column>;
  /** Coverage of a column that is complete. */
  readonly full: readonly number[];
}

/** What the computation of a node gives. */
export interface NodeColumns {
  readonly value: Column;
  /** Further columns, readable as `<id>.<name>`. */
  readonly named?: Readonly<Record<string, Column>>;
  /** Those of them that formulas read but the result does not tell, because the kind tells them itself. */
  readonly untold?: readonly string[];
  /** Coverage; presence of the value when left out. */
  readonly coverage?: () => readonly (number | null)[];
  /** What the result of the node tells besides value, reasons, coverage and outputs. */
  readonly told?: () => Omit<NodeResult, "values" | "reasons" | "coverage" | "outputs">;
  readonly warnings?: readonly Warning[];
}

/**
 * Everything there is to know about one kind of node. A new kind is a file that exports one of these, a line in the registry,
 * and its interface in the union `IndexNode`.
 */
export interface NodeKind<N extends IndexNode> {
  readonly kind: N["kind"];
  readonly title: LocalizedText;
  /** Members besides `kind`, `title`, `provenance` and `note`. */
  readonly members: { readonly required: readonly string[]; readonly optional: readonly string[] };
  /** Checks the untrusted members. */
  readonly read: (record: Readonly<Record<string, unknown>>, path: ProblemPath) => void;
  /** The nodes that it reads. */
  readonly links: (node: N) => readonly NodeLink[];
  /** Numeric columns of the table that it reads besides the column of a leaf. */
  readonly tableColumns?: (node: N) => readonly string[];
  /** Attributes of the table on which its value depends. */
  readonly attributes?: (node: N) => readonly string[];
  /** Checks what needs the whole definition; called when every link is known to lead to a node. */
  readonly check?: (definition: IndexDefinition, id: string, node: N, path: ProblemPath) => void;
  /**
   * `row` and `fit` kinds: the value as one formula over the names that it reads; fitted parameters are numbers in a calibrated
   * definition and names before. `undefined` for a node whose method is of kind `cohort`.
   */
  readonly lower?: (definition: IndexDefinition, id: string, node: N) => Expression | undefined;
  /** Several values at once, each readable as `<id>.<name>`; without `lower`, the first one is the value of the node. */
  readonly outputs?: (
    definition: IndexDefinition,
    id: string,
    node: N,
  ) => Readonly<Record<string, Expression>>;
  /** Names of the further columns that `compute` or `outputs` gives. */
  readonly outputNames?: (node: N) => readonly string[];
  /** Kinds whose value is more than a formula: the columns, in place of evaluating `lower`. */
  readonly compute?: (definition: IndexDefinition, id: string, node: N, context: NodeContext) => NodeColumns;
  /** Whether parameters have to be learnt from a reference table; never, when left out. */
  readonly needsFit?: (node: N) => boolean;
  /** Learns them; called only where `needsFit`, with the columns of everything that the node reads. */
  readonly fit?: (definition: IndexDefinition, id: string, node: N, context: NodeContext) => FittedNode;
  /** Kind of the method; `cohort` makes a result not comparable with others. */
  readonly methodKind: (node: N) => MethodKind;
  /** What a catalogue page tells of the kind. */
  readonly entry?: KindEntry;
  /** Kinds that do not lower: the algorithm with its steps, for pages and `renderFormula`. */
  readonly describe?: (definition: IndexDefinition, id: string, node: N) => LocalizedText;
}
