import {
  type Base,
  type DefinitionReference,
  fillMessage,
  type LocalizedText,
  type NotComputable,
  type ProblemValues,
} from "@cxmetrics/definition";

/** A reason why data cannot support a number: a stable code and its sentence. */
export interface Reason extends LocalizedText {
  readonly code: string;
}

/** A number that the data cannot support, with the reason. */
export function notComputable(reason: Reason, values: ProblemValues = {}): NotComputable {
  return { status: "not-computable", reason: reason.code, message: fillMessage(reason, values) };
}

/** The same in place of an estimate, with its base. */
export function withoutEstimate(
  reason: Reason,
  base: Base,
  definition: DefinitionReference,
  values: ProblemValues = {},
): NotComputable & { readonly base: Base; readonly definition: DefinitionReference } {
  return { ...notComputable(reason, values), base, definition };
}
