export { type DefinitionReference, digestDefinition } from "@cxmetrics/definition";
export { defineIndex } from "./define-index.js";
export { effectiveWeights, weightlessLeaves } from "./effective-weights.js";
export { explainIndex } from "./explain-index.js";
export type {
  Aggregate,
  Formula,
  Goalposts,
  Grade,
  Grades,
  Identity,
  IndexDefinition,
  IndexNode,
  IndexView,
  Indicator,
  LogGoalposts,
  MissingPolicy,
  Normaliser,
  Veto,
  Weight,
} from "./index-definition.js";
export type { IndexExplanation, NodeExplanation, PartExplanation } from "./index-explanation.js";
export type { GradeResult, IndexResult, NodeResult } from "./index-result.js";
export type { IndexTable } from "./index-table.js";
export { lowerNode } from "./lower-node.js";
export { aggregates, type MethodEntry, normalisers } from "./method-catalogue.js";
export { parseIndexDefinition } from "./parse-index-definition.js";
export { type FormulaBackend, type RenderFormulaOptions, renderFormula } from "./render-formula.js";
export { type FormulaPageOptions, renderFormulaPage } from "./render-formula-page.js";
export { scoreIndex } from "./score-index.js";
export { weightBase } from "./weight-base.js";
