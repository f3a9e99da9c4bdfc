import { CxMetricsError, describeValue, didYouMean, parseDefinitionName } from "@cxmetrics/definition";
import { unknownQuestionnaire } from "./problems.js";
import type { Questionnaire } from "./questionnaire.js";
import { questionnaires } from "./questionnaires.js";

/**
 * The shipped questionnaire with this id, or with this id and exactly this version.
 *
 * @param name `id` or `id@version`
 * @throws `CxMetricsError` `questionnaire.unknown` with the nearest name, `definition.bad-reference`
 * @example
 * ```ts
 * resolveQuestionnaire("ueq-s@1.0.0").itemCount; // => 8
 * ```
 */
export function resolveQuestionnaire(name: string): Questionnaire {
  const shipped: readonly Questionnaire[] = Object.values(questionnaires);
  const known = shipped.map(({ id, version }) => `${id}@${version}`).join(", ");
  if (typeof name !== "string")
    throw new CxMetricsError(unknownQuestionnaire, {
      values: { name: describeValue(name), hint: "", known },
    });
  const { id, version } = parseDefinitionName(name);
  const found = shipped.find((one) => one.id === id && (version ?? one.version) === one.version);
  if (found) return found;
  const hint = didYouMean(
    id,
    shipped.map((one) => one.id),
  );
  throw new CxMetricsError(unknownQuestionnaire, { values: { name, hint, known } });
}
