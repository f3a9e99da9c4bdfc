import {
  CxMetricsError,
  type DefinitionReference,
  describeValue,
  expectRecord,
  type Warning,
} from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { observedUntil } from "../actor-histories/expect-time.js";
import { followFirstEntry } from "../actor-histories/follow-first-entry.js";
import { linearSteps } from "../actor-histories/linear-steps.js";
import { ascending } from "../ascending.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import { competingIsStep, noSuchStep } from "./problems.js";

/** How long each actor took from its first entry, or was watched for. Plain data. */
export interface ConversionTimes {
  readonly definition: DefinitionReference;
  /** The step whose completion is the conversion. */
  readonly step: string;
  /** Longest time that an attempt was given; `null` for no limit. */
  readonly windowMs: number | null;
  /** End of observation, epoch milliseconds. */
  readonly observedUntilMs: number;
  /** Elapsed milliseconds of those who converted, ascending. */
  readonly convertedMs: readonly number[];
  /** Elapsed milliseconds of those who had neither outcome, up to min(window, end of observation), ascending. */
  readonly openMs: readonly number[];
  /** Those whom another outcome took first. */
  readonly competing: readonly { readonly event: string; readonly elapsedMs: readonly number[] }[];
  readonly warnings: readonly Warning[];
}

/** Options of `conversionTimes`. */
export interface ConversionTimesOptions {
  /** Name of the step that counts as conversion; the last one where it is left out. */
  readonly step?: string;
  /** Events that end an attempt otherwise: declined, cancelled. */
  readonly competing?: string | readonly string[];
  /** End of observation; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
}

/**
 * Time from each actor's first entry to conversion, with those still under way kept as such (censored).
 *
 * The clock starts at the actor's first step-1 event in its total order. It stops at the earliest completion of the step by an
 * ordered chain from this entry within the window; else at the first competing event after the entry, if it comes first; else
 * the actor is open, watched for min(window, end of observation − entry). One clock for all: times from the best entry of
 * converters against times from the first entry of the others would not be comparable, so there can be fewer converters here
 * than in a `best` funnel. A competing event in the same instant counts as earlier when it stands earlier in the order.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param definition plain ordered steps with ties by sequence
 * @throws `CxMetricsError` `funnel.first-entry-only` (a rule that this walk cannot honour), `funnel.unknown-step`,
 * `funnel.competing-is-step`, and the codes of `tallyFunnel`
 * @example
 * ```ts
 * const events = { actor: [1, 2, 1, 3], event: ["view", "view", "buy", "view"], timeMs: [0, 10, 40, 90] };
 * const times = conversionTimes(events, orderedFunnel({ steps: ["view", "buy"] }), { observedUntilMs: 100 });
 * times.convertedMs; // => [40]
 * times.openMs; // => [10, 90]
 * ```
 */
export function conversionTimes(
  events: FunnelEvents,
  definition: FunnelDefinition,
  options: ConversionTimesOptions = {},
): ConversionTimes {
  const record = expectRecord(options, ["options"], [], ["step", "competing", "observedUntilMs"]);
  const steps = linearSteps(definition);
  const target =
    record["step"] === undefined ? steps.names.length - 1 : steps.names.indexOf(record["step"] as string);
  if (target < 0)
    throw new CxMetricsError(noSuchStep, {
      path: ["options", "step"],
      values: {
        found:
          typeof record["step"] === "string" ? record["step"].slice(0, 60) : describeValue(record["step"]),
        steps: steps.names.join(", "),
      },
    });
  const others = expectEventNames(record["competing"], ["options", "competing"]) ?? [];
  const inSteps = others.find((event) =>
    steps.events
      .slice(0, target + 1)
      .flat()
      .includes(event),
  );
  if (inSteps !== undefined)
    throw new CxMetricsError(competingIsStep, {
      path: ["options", "competing"],
      values: { event: inSteps },
    });
  const histories = actorHistories(events);
  const untilMs = observedUntil(record["observedUntilMs"], histories);
  const { events: dense, rows, from } = histories;
  const ends = eventSet(others, dense.eventNames);
  const convertedMs: number[] = [];
  const openMs: number[] = [];
  const taken = new Map<string, number[]>(others.map((event) => [event, []]));
  const toTarget = { ...steps, events: steps.events.slice(0, target + 1) };
  followFirstEntry(histories, toTarget, (actor, reached, places) => {
    const timeAt = (place: number) => dense.timeMs[rows[place] as number] as number;
    const entry = places[0] as number;
    const start = timeAt(entry);
    if (start > untilMs) return;
    const windowEnd = start + steps.windowMs;
    const limit = Math.min(untilMs, windowEnd);
    let done = reached > target ? (places[target] as number) : (from[actor + 1] as number);
    const converted = reached > target && timeAt(done) <= limit;
    if (!converted) done = from[actor + 1] as number;
    for (let place = entry + 1; others.length > 0 && place < done; place++) {
      if (timeAt(place) > limit) break;
      const code = dense.event[rows[place] as number] as number;
      if (ends[code] !== 1) continue;
      taken.get(dense.eventNames[code] as string)?.push(timeAt(place) - start);
      return;
    }
    if (converted) convertedMs.push(timeAt(done) - start);
    else openMs.push(untilMs < windowEnd ? untilMs - start : steps.windowMs);
  });
  return {
    definition: steps.definition,
    step: steps.names[target] as string,
    windowMs: steps.windowMs === Number.POSITIVE_INFINITY ? null : steps.windowMs,
    observedUntilMs: untilMs,
    convertedMs: ascending(convertedMs),
    openMs: ascending(openMs),
    competing: [...taken].map(([event, elapsed]) => ({ event, elapsedMs: ascending(elapsed) })),
    warnings: dense.warnings,
  };
}
