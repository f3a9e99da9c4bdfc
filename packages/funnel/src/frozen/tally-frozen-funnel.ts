import { CxMetricsError, type DefinitionReference } from "@cxmetrics/definition";
import { aboutActors, aboutData } from "../about-data.js";
import { ascending } from "../ascending.js";
import { type ClimbPlan, climb } from "../climb.js";
import { denseEvents, type EventDoor, readActors } from "../dense-events.js";
import type { FunnelEvents } from "../funnel-events.js";
import type { FunnelTally } from "../funnel-tally.js";
import { type FurthestSteps, gatherSteps } from "../gather-steps.js";
import { badEvents } from "../problems.js";
import { reachedSteps } from "../reached-steps.js";
import type { FrozenFunnel } from "./frozen-funnel.js";
import { badFrozen } from "./problems.js";

/**
 * Counts a frozen funnel: the same tally as `tallyFunnel` of the definition that it was frozen from, in a third of the code. That
 * the digest is that of the definition is not checked again; freeze where you trust, tally where you like.
 *
 * @param events as for `tallyFunnel`
 * @param funnel what `freezeFunnel` made, also after a journey as JSON
 * @returns the tally; it merges with those of `tallyFunnel` by the same definition
 * @throws `CxMetricsError` `funnel.bad-frozen`, and the codes of `tallyFunnel` about events; a column
 * too many or too few is `events.not-events`
 * @example
 * ```ts
 * const frozen = freezeFunnel(orderedFunnel({ steps: ["view", "buy"], windowMs: 60_000 }));
 * const events = { actor: [1, 1, 2], event: ["view", "buy", "view"], timeMs: [10, 20, 30] };
 * tallyFrozenFunnel(events, frozen).counts; // => [2, 1]
 * ```
 */
export function tallyFrozenFunnel(events: FunnelEvents, funnel: FrozenFunnel): FunnelTally {
  const { definition, steps, windowMs } = expectFrozen(funnel);
  const dense = denseEvents(events, door);
  const plan = planOf(steps, dense.eventNames);
  const [gathered] = gatherSteps(dense, {
    ...plan,
    follow: (columns, tell) =>
      climb(columns, plan, windowMs ?? Number.POSITIVE_INFINITY, (actor, furthest, elapsedMs, ties) =>
        tell(actor, furthest, elapsedMs, ties, false),
      ),
  });
  const { ended, elapsedMs, ties } = gathered as FurthestSteps;
  return {
    definition,
    stepNames: steps.map(({ name }) => name),
    counts: reachedSteps(ended),
    elapsedMs: elapsedMs.map(ascending),
    tiesByArrival: ties,
    ...aboutActors(dense),
    ...aboutData(dense, [...new Set(steps.flatMap((step) => step.events))].sort()),
  };
}

/** Actors as they come; of a key that is no column it is not guessed what was meant. */
const door: EventDoor = {
  expectKeys: (value, path, required, optional = []) => {
    const record = recordOf(value);
    const allowed = [...required, ...optional];
    const found = Object.keys(record);
    if (found.every((key) => allowed.includes(key)) && required.every((key) => record[key] !== undefined))
      return record;
    const values = { expected: allowed.join(", "), found: found.join(", ") };
    throw new CxMetricsError(badEvents, { path, values });
  },
  readActors: (columns) => {
    const actor = readActors(columns.actor, columns.path("actor"));
    return { actor, unit: actor };
  },
};

function planOf(steps: FrozenFunnel["steps"], eventNames: readonly string[]): ClimbPlan {
  // Rows that are left out have the code after the last name, which fills nothing.
  const fills = [...eventNames, null].map((name) =>
    Int32Array.from(
      steps.flatMap(({ events }, index) => (events.some((own) => own === name) ? [index + 1] : [])),
    ).reverse(),
  );
  const single = Int32Array.from(fills, (own) => (own.length > 1 ? -1 : (own[0] ?? 0)));
  return { steps: steps.length, single, fills, keep: single.map((step) => (step === 0 ? 0 : 1)) };
}

/** A copy, so that nothing that is read later can differ from what was checked. */
function expectFrozen(value: unknown): FrozenFunnel {
  const refuse = (field: string): never => {
    throw new CxMetricsError(badFrozen, { path: [field], values: { field } });
  };
  const { definition, steps, windowMs } = recordOf(value);
  const { id, version, digest } = recordOf(definition);
  if (![id, version, digest].every(isText)) refuse("definition");
  if (windowMs !== null && !(Number.isSafeInteger(windowMs) && (windowMs as number) > 0)) refuse("windowMs");
  const read = Array.isArray(steps)
    ? Array.from(steps, (step) => {
        const { name, events } = recordOf(step);
        return { name: name as string, events: Array.isArray(events) ? Array.from<string>(events) : [] };
      })
    : [];
  const good = read.every(({ name, events }) => isText(name) && events.length > 0 && events.every(isText));
  if (!good || read.length === 0 || new Set(read.map(({ name }) => name)).size < read.length) refuse("steps");
  return {
    definition: { id, version, digest } as DefinitionReference,
    steps: read,
    windowMs: windowMs as number | null,
  };
}

const isText = (value: unknown) => typeof value === "string" && value !== "";

function recordOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown }) : {};
}
