import { expectNumber, type ProblemPath } from "@cxmetrics/definition";
import type { ActorHistories } from "./actor-histories.js";

/** The last millisecond that ECMAScript can date. */
const furthestMs = 8.64e15;

/** An epoch time that may be left out. */
export function expectTime(value: unknown, path: ProblemPath): number | null {
  if (value === undefined || value === null) return null;
  return expectNumber(value, path, { least: -furthestMs, most: furthestMs }) + 0;
}

/** The end of observation: as given, or the time of the last event. Without events and without a time, epoch 0. */
export function observedUntil(value: unknown, histories: ActorHistories): number {
  return expectTime(value, ["options", "observedUntilMs"]) ?? histories.span?.lastMs ?? 0;
}
