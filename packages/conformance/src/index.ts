export {
  type ConformanceAnswer,
  type ConformanceRequest,
  type FaultKind,
  unsupportedOperation,
} from "./answer.js";
export { conformanceAreas } from "./conformance-areas.js";
export { conformanceOperations } from "./conformance-operations.js";
export type {
  ConformanceCounts,
  ConformanceFinding,
  ConformanceReport,
  ConformanceVerdict,
} from "./conformance-report.js";
export type {
  ConformanceArea,
  ConformanceVector,
  ConformanceVectors,
  Expectation,
  ExpectedValue,
  Tolerance,
  VectorBasis,
} from "./conformance-vectors.js";
export { engine } from "./engine.js";
export { judgeAnswer } from "./judge-answer.js";
export type { ConformanceOperation } from "./operations/operation.js";
export { parseConformanceVectors } from "./parse-conformance-vectors.js";
export { type AnswerLine, readAnswerLine } from "./read-answer-line.js";
export { referenceImplementation } from "./reference-implementation.js";
export { requestOf } from "./request-of.js";
export { type ConformanceImplementation, runConformance } from "./run-conformance.js";
export { summariseVerdicts } from "./summarise-verdicts.js";
