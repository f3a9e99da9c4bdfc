import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEventColumns, FunnelEvents } from "../funnel-events.js";
import type { FunnelTally } from "../funnel-tally.js";
import { mergeFunnelTallies } from "../merge-funnel-tallies.js";
import { partitionBy } from "./partition-by-actor.js";
import { badRunner } from "./problems.js";

/**
 * Tallies a funnel part by part with whatever runs them, and merges: the runner may be a pool of worker threads that calls
 * `tallyFunnel`, a set of machines, or a plain function. This package starts no thread itself.
 *
 * @param events as for `tallyFunnel`
 * @param definition the funnel
 * @param runner tallies one part; its answers may come in any order
 * @param parts how many parts, 2 by default
 * @throws `CxMetricsError` the codes of `partitionByActor`, `mergeFunnelTallies` `funnel.bad-runner`, and whatever
 * the runner throws
 * @example
 * ```ts
 * const events = { actor: [1, 1, 2], event: ["view", "buy", "view"], timeMs: [10, 20, 30] };
 * const tally = await tallyFunnelInParts(events, orderedFunnel({ steps: ["view", "buy"] }), tallyFunnel, 2);
 * tally.counts; // => [2, 1]
 * ```
 */
export function tallyFunnelInParts(
  events: FunnelEvents,
  definition: FunnelDefinition,
  runner: (events: FunnelEventColumns, definition: FunnelDefinition) => FunnelTally | Promise<FunnelTally>,
  parts = 2,
): Promise<FunnelTally> {
  const funnel = defineFunnel(definition);
  if (typeof runner !== "function")
    throw new CxMetricsError(badRunner, { path: ["runner"], values: { found: describeValue(runner) } });
  const tallies = partitionBy(events, parts, funnel).map(async (part) => await runner(part, funnel));
  return Promise.all(tallies).then((all) => mergeFunnelTallies(...all));
}
