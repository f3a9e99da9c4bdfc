import { CxMetricsError, referenceTo } from "@cxmetrics/definition";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FrozenFunnel } from "./frozen-funnel.js";
import { notPlain } from "./problems.js";

/** What `climb` follows; what is not named here plays a part only where it is written. */
const plain: Readonly<Record<string, string>> = {
  order: "ordered",
  ties: "sequence",
  entry: "best",
  reuse: "once",
  count: "actors",
};

const others = ["gapMs", "adjacency", "exclusions", "dateRange", "session", "breakdown"] as const;

/**
 * Checks a funnel definition once and reduces it to what `tallyFrozenFunnel` needs. Checking, hashing and wording make up most of
 * `tallyFunnel`; a page or a worker that receives a frozen funnel loads only what counts. The digest goes with it, so that
 * the tally cites the same definition.
 *
 * @param definition a funnel with the default rules: ordered, ties by sequence, best entry, each event once; no predicates
 * @returns plain data, to be sent or stored as JSON
 * @throws `CxMetricsError` `funnel.not-plain` for any other rule, and the codes of `defineFunnel`
 * @example
 * ```ts
 * const frozen = freezeFunnel(orderedFunnel({ steps: ["view", "buy"], windowMs: 60_000 }));
 * frozen.steps; // => [{ name: "view", events: ["view"] }, { name: "buy", events: ["buy"] }]
 * ```
 */
export function freezeFunnel(definition: FunnelDefinition): FrozenFunnel {
  const funnel = defineFunnel(definition);
  const refuse = (path: readonly (string | number)[], field: string): never => {
    throw new CxMetricsError(notPlain, { path, values: { field } });
  };
  for (const [field, value] of Object.entries(plain)) {
    const found = funnel[field as keyof FunnelDefinition] ?? value;
    if (found !== value) refuse([field], `${field}: ${String(found)}`);
  }
  for (const field of others) if (funnel[field] !== undefined) refuse([field], field);
  if (funnel.actor?.property !== undefined) refuse(["actor", "property"], "actor.property");
  for (const [index, step] of funnel.steps.entries())
    for (const field of ["where", "firstEver", "optional"] as const)
      if (step[field] !== undefined) refuse(["steps", index, field], field);
  return {
    definition: referenceTo(funnel),
    steps: funnel.steps.map(({ name, event }) => ({
      name,
      events: [...new Set(typeof event === "string" ? [event] : event)],
    })),
    windowMs: funnel.windowMs,
  };
}
