import type { Codes, DenseEvents } from "./dense-events.js";
import { propertyOf, propertyValue } from "./event-properties.js";
import type { FunnelDefinition, FunnelPredicate } from "./funnel-definition.js";
import { predicateTest, type RowTest } from "./rules/predicate-test.js";

/** What the event of each class is to a funnel; steps count from 1. A class is an event name, or a share of its events. */
export interface StepPlan {
  readonly steps: number;
  /** Per class: the one step it fills, 0 for none, −1 for several. */
  readonly single: Int32Array;
  /** Per class: the steps it fills, descending. */
  readonly fills: readonly Int32Array[];
  /** Per class: the exclusions it meets, by number. */
  readonly excludes: readonly (readonly number[])[];
  /** Per class: 1 where the funnel must see it, 0 where it may be passed over. */
  readonly keep: Int32Array;
}

/** A plan, and the class of each row. */
export interface ClassedEvents {
  readonly plan: StepPlan;
  readonly classes: Codes;
}

interface Claim {
  /** A step, or an exclusion as −1 − its number. */
  readonly of: number;
  readonly test: RowTest | null;
}

/**
 * Sorts the rows of one data set into classes by what they are to a funnel. Without predicates the classes are the event
 * codes as they came, and nothing is copied.
 */
export function planSteps(events: DenseEvents, definition: FunnelDefinition): ClassedEvents {
  const { eventNames } = events;
  const claims = claimsByEvent(events, definition);
  const fills: Int32Array[] = [];
  const excludes: number[][] = [];
  const addClass = (met: readonly Claim[]) => {
    fills.push(Int32Array.from(met.flatMap(({ of }) => (of > 0 ? [of] : []))));
    return excludes.push(met.flatMap(({ of }) => (of < 0 ? [-1 - of] : []))) - 1;
  };
  const claimsOf = eventNames.map((name) => claims.get(name) ?? []);
  for (const own of claimsOf) addClass(own.filter(({ test }) => test === null));
  addClass([]);
  const classes = claimsOf.some((own) => own.some(({ test }) => test !== null))
    ? testRows(events.event, claimsOf, addClass)
    : events.event;
  return { classes, plan: planOf(definition, fills, excludes, eventNames.length) };
}

/** Every event name that a definition mentions, ascending, once. */
export function eventsOf({ steps, exclusions = [] }: FunnelDefinition): readonly string[] {
  return [...new Set([...steps, ...exclusions].flatMap(({ event }) => event))].sort();
}

function planOf(
  definition: FunnelDefinition,
  fills: readonly Int32Array[],
  excludes: readonly (readonly number[])[],
  leftOut: number,
): StepPlan {
  const single = Int32Array.from(fills, (steps) => (steps.length > 1 ? -1 : (steps[0] ?? 0)));
  const seesAll = definition.adjacency !== undefined;
  const keep = single.map((step, code) =>
    step !== 0 || (excludes[code] as readonly number[]).length > 0 || (seesAll && code !== leftOut) ? 1 : 0,
  );
  return { steps: definition.steps.length, single, fills, excludes, keep };
}

/** Per event name what it may be to the funnel: steps descending, then exclusions. */
function claimsByEvent(events: DenseEvents, definition: FunnelDefinition): Map<string, Claim[]> {
  const columns = new Map<string, ArrayLike<unknown>>();
  const read = (property: string) => {
    const column = columns.get(property) ?? propertyOf(events.raw, property);
    columns.set(property, column);
    return (row: number) => propertyValue(column[row]);
  };
  const claims = new Map<string, Claim[]>();
  const claim = (of: number, event: string | readonly string[], where: FunnelPredicate | undefined) => {
    const test = where === undefined ? null : predicateTest(where, read);
    for (const name of new Set(typeof event === "string" ? [event] : event))
      claims.set(name, [...(claims.get(name) ?? []), { of, test }]);
  };
  const { steps, exclusions = [] } = definition;
  for (let step = steps.length; step > 0; step--) {
    const { event, where } = steps[step - 1] as (typeof steps)[number];
    claim(step, event, where);
  }
  for (const [index, { event, where }] of exclusions.entries()) claim(-1 - index, event, where);
  return claims;
}

/** Gives each row whose event has predicates the class of those it meets; classes are made as they are met. */
function testRows(
  codes: Codes,
  claimsOf: readonly (readonly Claim[])[],
  addClass: (met: readonly Claim[]) => number,
): Codes {
  const tested = claimsOf.map((claims) => claims.some(({ test }) => test !== null));
  const known = claimsOf.map(() => new Map<string, number>());
  const classes = new Uint32Array(codes);
  for (let row = 0; row < classes.length; row++) {
    const code = codes[row] as number;
    if (tested[code] !== true) continue;
    const claims = claimsOf[code] as readonly Claim[];
    let key = "";
    for (const { test } of claims) key += test === null || test(row) ? "1" : "0";
    const classOf = known[code] as Map<string, number>;
    let found = classOf.get(key);
    if (found === undefined) {
      found = addClass(claims.filter((_, nth) => key[nth] === "1"));
      classOf.set(key, found);
    }
    classes[row] = found;
  }
  return classes;
}
