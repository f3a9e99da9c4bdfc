import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import type { DefinitionResolver } from "./evaluate-plan.js";
import type { DefinitionSource } from "./evaluation-plan.js";
import { resolveDefinition } from "./resolve-definition.js";

/** Finds and checks the index definition that a plan names. */
export async function resolveIndex(
  source: DefinitionSource,
  resolve: DefinitionResolver<IndexDefinition>,
): Promise<IndexDefinition> {
  return defineIndex(await resolveDefinition(source, resolve, ["definition"]));
}
