import { type DefinitionReference, referenceTo } from "@cxmetrics/definition";
import type { IndexDefinition } from "./index-definition.js";

/** Digests of definitions that cannot change any more: a thousand scores of one definition take its digest once. */
const known = new WeakMap<IndexDefinition, DefinitionReference>();

/** Reference to a definition; kept where it is one that `defineIndex` has frozen. */
export function referenceOf(document: IndexDefinition): DefinitionReference {
  const before = known.get(document);
  if (before) return before;
  const reference = Object.freeze(referenceTo(document));
  if (Object.isFrozen(document)) known.set(document, reference);
  return reference;
}
