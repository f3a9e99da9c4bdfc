import { nodesToFit } from "../calibration/nodes-to-fit.js";
import { defineIndex } from "../define-index.js";
import { fitIndex } from "../fit-index.js";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { orderNodes } from "../order-nodes.js";
import { scoreIndex } from "../score-index.js";
import type { Factor } from "../sensitivity/factor.js";
import type { AuditThresholds } from "./audit-thresholds.js";
import type { EvaluatorCounts } from "./read-audit-options.js";

/** What every criterion may look at. */
export interface AuditContext {
  readonly document: IndexDefinition;
  /** The same with its own fitted parameters frozen where it was to be fitted on the table; it scores the table alike. */
  readonly frozen: IndexDefinition;
  readonly table: IndexTable;
  readonly result: IndexResult;
  /** Nodes on which the root depends, in the order of the document. */
  readonly nodes: readonly string[];
  /** Those of them that are indicators. */
  readonly leaves: readonly string[];
  readonly thresholds: AuditThresholds;
  readonly seed: number;
  readonly draws: number;
  readonly evaluators: EvaluatorCounts;
  readonly factors: readonly Factor[] | undefined;
}

/** Scores the table once for all criteria. */
export function auditContext(
  definition: IndexDefinition,
  table: IndexTable,
  settings: Pick<AuditContext, "thresholds" | "seed" | "draws" | "evaluators" | "factors">,
): AuditContext {
  const document = defineIndex(definition);
  const result = scoreIndex(document, table);
  const unfitted = document.calibration === undefined && nodesToFit(document).length > 0;
  const below = new Set(orderNodes(document.nodes, [document.root]));
  const nodes = Object.keys(document.nodes).filter((id) => below.has(id));
  return {
    document,
    frozen: unfitted ? fitIndex(document, table) : document,
    table,
    result,
    nodes,
    leaves: nodes.filter((id) => document.nodes[id]?.kind === "indicator"),
    ...settings,
  };
}

/** A leaf of the definition. */
export function leafAt({ document }: AuditContext, id: string): Indicator {
  return document.nodes[id] as Indicator;
}

/** Values of a node, one a unit. */
export function valuesOf({ result }: AuditContext, id: string): readonly (number | null)[] {
  return result.nodes[id]?.values ?? [];
}

/** The values of a leaf that its normaliser reads. */
export function inputsOf({ result }: AuditContext, id: string): readonly (number | null)[] {
  const node = result.nodes[id];
  return node?.treated ?? node?.imputed ?? node?.transformed ?? node?.adjusted ?? node?.raw ?? [];
}
