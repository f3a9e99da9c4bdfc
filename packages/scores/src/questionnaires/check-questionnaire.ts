import { type DefinitionReference, referenceTo } from "@cxmetrics/definition";
import { defineQuestionnaire } from "./define-questionnaire.js";
import { questionnaireReferences } from "./digests.js";
import type { Questionnaire } from "./questionnaire.js";
import { questionnaires } from "./questionnaires.js";
import { resolveQuestionnaire } from "./resolve-questionnaire.js";

/** A questionnaire that is known to hold together, and its reference. */
export interface CheckedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly definition: DefinitionReference;
}

/**
 * The questionnaire behind a name or a document. A shipped one keeps its literal digest; another is checked and hashed.
 *
 * @throws `CxMetricsError` as `resolveQuestionnaire` and `defineQuestionnaire` do
 */
export function checkQuestionnaire(given: unknown): CheckedQuestionnaire {
  const named = typeof given === "string" ? resolveQuestionnaire(given) : given;
  const shipped = Object.values(questionnaires).find((one) => one === named);
  const reference = shipped && questionnaireReferences[shipped.id];
  if (shipped && reference) return { questionnaire: shipped, definition: reference };
  const questionnaire = defineQuestionnaire(named);
  return { questionnaire, definition: referenceTo(questionnaire) };
}
