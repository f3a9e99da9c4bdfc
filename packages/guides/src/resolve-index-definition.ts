import { CxMetricsError, didYouMean, expectText, parseDefinitionName } from "@cxmetrics/definition";
import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import { earlierIndexDefinitions, indexDefinitions } from "./index-definitions.js";
import { unknownDefinition } from "./problems.js";

/**
 * Finds a shipped index definition by `id`, in its newest version, or by `id@version`.
 *
 * @param name for example `undp.hdi` or `undp.hdi@1.0.0`
 * @returns the definition, checked and frozen
 * @throws `CxMetricsError` `definition.bad-reference` when the name is malformed, `definition.unknown` with the nearest name
 * when nothing of that id and version is shipped
 * @example
 * ```ts
 * resolveIndexDefinition("undp.hdi@1.0.0").root; // => "HDI"
 * ```
 */
export function resolveIndexDefinition(name: string): IndexDefinition {
  const wanted = parseDefinitionName(expectText(name, ["name"]));
  const all: readonly IndexDefinition[] = [...Object.values(indexDefinitions), ...earlierIndexDefinitions];
  const found = all.find(({ id, version }) => id === wanted.id && version === (wanted.version ?? version));
  if (found) return defineIndex(found);
  const known = all.map(({ id, version }) => `${id}@${version}`);
  const same = all.find(({ id }) => id === wanted.id);
  const hint = same ? didYouMean(name, known) : didYouMean(wanted.id, Object.keys(indexDefinitions));
  throw new CxMetricsError(unknownDefinition, {
    path: ["name"],
    values: { name, hint, known: known.join(", ") },
  });
}
