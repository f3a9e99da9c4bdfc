import {
  CxMetricsError,
  describeValue,
  didYouMean,
  type LocalizedText,
  parseDefinitionName,
} from "@cxmetrics/definition";
import { unknownDefinition } from "./problems.js";
import type { ScoreDefinition } from "./score-definition.js";
import { scoreDefinitions } from "./score-definitions.js";

/**
 * The shipped score definition with this id, or with this id and exactly this version.
 *
 * @param name `id` or `id@version`
 * @throws `CxMetricsError` `score.unknown-definition` with the nearest name, `definition.bad-reference`
 * @example
 * ```ts
 * resolveScoreDefinition("csat.top-2-of-5").version; // => "1.0.0"
 * resolveScoreDefinition("nps@1.0.0").id; // => "nps"
 * ```
 */
export function resolveScoreDefinition(name: string): ScoreDefinition {
  const shipped: readonly ScoreDefinition[] = Object.values(scoreDefinitions);
  const known = shipped.map(({ id, version }) => `${id}@${version}`);
  if (typeof name !== "string") throw refuse(describeValue(name), known);
  const { id, version } = parseDefinitionName(name);
  const found = shipped.find(
    (definition) => definition.id === id && (version ?? definition.version) === definition.version,
  );
  if (found) return found;
  const ids = shipped.map((definition) => definition.id);
  throw refuse(name, known, ids.includes(id) ? didYouMean(name, known) : didYouMean(id, ids));
}

function refuse(
  name: string | LocalizedText,
  known: readonly string[],
  hint: string | LocalizedText = "",
): CxMetricsError {
  return new CxMetricsError(unknownDefinition, { values: { name, hint, known: known.join(", ") } });
}
