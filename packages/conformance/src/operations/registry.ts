import { definitionOperations } from "./definitions.js";
import { designOperations } from "./designs.js";
import { engineOperations } from "./engines.js";
import { funnelOperations } from "./funnels.js";
import { indexOperations } from "./index-methods.js";
import type { ImplementedOperation } from "./operation.js";
import { scoreOperations } from "./scores.js";
import { statisticsOperations } from "./statistics.js";

/** Every operation by its name. */
export const registry: ReadonlyMap<string, ImplementedOperation> = new Map(
  [
    ...definitionOperations,
    ...engineOperations,
    ...scoreOperations,
    ...designOperations,
    ...statisticsOperations,
    ...indexOperations,
    ...funnelOperations,
  ].map((operation) => [operation.name, operation]),
);
