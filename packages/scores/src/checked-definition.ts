import { type DefinitionReference, referenceTo } from "@cxmetrics/definition";
import { defineScore } from "./define-score.js";
import { shippedReferences } from "./digests.js";
import { resolveScoreDefinition } from "./resolve-score-definition.js";
import type { ScoreDefinition } from "./score-definition.js";
import { scoreDefinitions } from "./score-definitions.js";

/** A definition that is known to hold together, and its reference. */
export interface CheckedDefinition {
  readonly definition: ScoreDefinition;
  readonly reference: DefinitionReference;
}

/**
 * Definitions that were checked and hashed before. Only deep-frozen ones are kept, so an entry cannot grow stale.
 */
const known = /* @__PURE__ */ new WeakMap<object, CheckedDefinition>();

/**
 * The definition behind a name or a document. A shipped definition keeps its literal digest; another is checked and hashed,
 * once if it came out of `defineScore`.
 *
 * @throws `CxMetricsError` as `resolveScoreDefinition` and `defineScore` do
 */
export function checkDefinition(given: unknown): CheckedDefinition {
  const named = typeof given === "string" ? resolveScoreDefinition(given) : given;
  const shipped = Object.values(scoreDefinitions).find((definition) => definition === named);
  if (shipped) {
    const reference = shippedReferences[shipped.id];
    if (reference) return { definition: shipped, reference };
  }
  const before = typeof named === "object" && named !== null ? known.get(named) : undefined;
  if (before) return before;
  const definition = defineScore(named);
  const checked = { definition, reference: referenceTo(definition) };
  known.set(definition, checked);
  if (isDeepFrozen(named)) known.set(named as object, checked);
  return checked;
}

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}
