import { CxMetricsError, type ProblemPath, referenceTo } from "@cxmetrics/definition";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelState, SavedEvents, SavedProgress } from "./funnel-state.js";
import { badState } from "./problems.js";

/** Expects a state that an accumulator of this definition made. */
export function expectState(value: unknown, funnel: FunnelDefinition, path: ProblemPath): FunnelState {
  const refuse = (): never => {
    throw new CxMetricsError(badState, { path });
  };
  if (typeof value !== "object" || value === null) return refuse();
  const state = value as { readonly [Key in keyof FunnelState]: unknown };
  const { digest } = (state.definition ?? {}) as { readonly digest?: unknown };
  if (digest !== referenceTo(funnel).digest) refuse();
  if (state.keep !== "progress" && state.keep !== "events") refuse();
  if (!isList(state.actors, isId) || !isList(state.eventNames, isText) || !isCount(state.events)) refuse();
  const { excluded, warnings } = state;
  if (!isRecord(excluded) || !Object.values(excluded).every(isCount)) refuse();
  if (warnings !== null && !isList(warnings, isRecord)) refuse();
  const steps = funnel.steps.length;
  if (state.keep === "progress") {
    const actors = state.actors as readonly unknown[];
    if (!isList(state.progress, (one) => one === null || isProgress(one, steps)) || state.log !== null)
      refuse();
    if ((state.progress as readonly unknown[]).length !== actors.length) refuse();
  } else if (!isLog(state.log)) refuse();
  return value as FunnelState;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isId = (value: unknown): boolean => isText(value) || isNumber(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && Array.from(value).every(is);

function isProgress(value: unknown, steps: number): boolean {
  if (!isRecord(value)) return false;
  const one = value as { readonly [Key in keyof SavedProgress]: unknown };
  const perStep = (list: unknown, is: (item: unknown) => boolean) =>
    isList(list, is) && (list as readonly unknown[]).length === steps + 1;
  const isMaybe = (item: unknown) => item === null || isNumber(item);
  const isStep = (item: unknown) => isCount(item) && (item as number) <= steps;
  return (
    perStep(one.start, isMaybe) &&
    perStep(one.last, isMaybe) &&
    perStep(one.elapsedMs, isNumber) &&
    perStep(one.met, isCount) &&
    isStep(one.furthest) &&
    typeof one.entered === "boolean" &&
    typeof one.dropped === "boolean" &&
    isMaybe(one.instant) &&
    isMaybe(one.time) &&
    isNumber(one.rank) &&
    isCount(one.ties) &&
    (one.tie === null || isText(one.tie)) &&
    isList(one.waitingFills, (fills) => isList(fills, isStep)) &&
    isList(one.waitingExclusions, isCount)
  );
}

function isLog(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { actor, event, timeMs, sequence, properties } = value as {
    readonly [Key in keyof SavedEvents]: unknown;
  };
  if (!isList(actor, isId) || !isList(event, isText) || !isList(timeMs, isNumber)) return false;
  if ((sequence !== null && !isList(sequence, isNumber)) || !isRecord(properties)) return false;
  const { length } = actor as readonly unknown[];
  return [event, timeMs, sequence ?? actor, ...Object.values(properties)].every(
    (column) => Array.isArray(column) && column.length === length,
  );
}
