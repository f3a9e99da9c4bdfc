export { canonicalJson } from "./canonical-json.js";
export {
  CxMetricsError,
  fillMessage,
  isCxMetricsError,
  type Problem,
  type ProblemPath,
  type ProblemValues,
} from "./cx-metrics-error.js";
export { type DefinitionDocument, type DefinitionReference, formatVersion } from "./definition-document.js";
export { type DefinitionName, parseDefinitionName } from "./definition-name.js";
export { describeValue } from "./describe-value.js";
export { didYouMean } from "./did-you-mean.js";
export { digestDefinition, digestOf, referenceTo } from "./digest.js";
export type { Base, Estimate, Interval, Outcome } from "./estimate.js";
export { expectDefinitionDocument } from "./expect/definition-document.js";
export { expectList } from "./expect/list.js";
export { expectLocalizedText } from "./expect/localized-text.js";
export { expectNumber, type NumberRange } from "./expect/number.js";
export { expectOneOf } from "./expect/one-of.js";
export { expectProvenance } from "./expect/provenance.js";
export { expectRecord } from "./expect/record.js";
export { expectText } from "./expect/text.js";
export type { Language, LocalizedText } from "./localized-text.js";
export { messageIn } from "./message-in.js";
export { nearestName } from "./nearest-name.js";
export type { NotComputable, Suppressed, Warning } from "./outcome.js";
export { parseDocument } from "./parse-document.js";
export type { Provenance, ProvenanceStatus } from "./provenance.js";
export { refuseUnsafeKeys } from "./refuse-unsafe-keys.js";
export type { Unit } from "./unit.js";
