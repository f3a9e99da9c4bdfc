import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";

/** A definition without what is told beside the scores of its nodes: views, grades, ranks, bigger units. Trials need none of it. */
export function scoresAlone(definition: IndexDefinition): IndexDefinition {
  const beside = new Set(["views", "grades", "ranking", "rollups"]);
  const kept = Object.entries(definition).filter(([key]) => !beside.has(key));
  if (kept.length === Object.keys(definition).length) return defineIndex(definition);
  return defineIndex(Object.fromEntries(kept));
}
