import { CxMetricsError, type DefinitionDocument, type ProblemPath } from "@cxmetrics/definition";
import type { DefinitionResolver } from "./evaluate-plan.js";
import type { DefinitionSource } from "./evaluation-plan.js";
import { differentDefinition, unknownDefinition } from "./problems.js";

/** Asks the caller's function for a definition and holds it to the name that was asked for. */
export async function resolveDefinition<T extends DefinitionDocument>(
  source: DefinitionSource,
  resolve: DefinitionResolver<T>,
  path: ProblemPath,
): Promise<T> {
  const reference = typeof source === "string" ? source : source.file;
  const found = await resolve(source);
  if (found === undefined || found === null)
    throw new CxMetricsError(unknownDefinition, { path, values: { reference } });
  const name = `${found.id}@${found.version}`;
  if (typeof source === "string" && name !== source)
    throw new CxMetricsError(differentDefinition, { path, values: { reference, found: name } });
  return found;
}
