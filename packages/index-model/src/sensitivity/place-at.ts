import {
  CxMetricsError,
  describeValue,
  didYouMean,
  expectList,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { FactorPath } from "./factor.js";
import { noSuchPath } from "./problems.js";

/** A place in a definition that is there. */
export type Place = readonly (string | number)[];

/** Finds the place that a path names; a path that leads nowhere is refused with the nearest name. */
export function placeAt(document: unknown, path: FactorPath, from: ProblemPath): Place {
  const steps = typeof path === "string" ? path.split(".") : expectList(path, from, (step) => step, 1);
  const place: (string | number)[] = [];
  let here: unknown = document;
  for (const step of steps) {
    const key = keyOf(here, step);
    if (key === undefined) {
      const hint = didYouMean(String(step), namesIn(here));
      const at = place.length > 0 ? place.join(".") : "the top";
      throw new CxMetricsError(noSuchPath, { path: from, values: { step: nameOf(step), at, hint } });
    }
    place.push(key);
    here = (here as Record<string | number, unknown>)[key];
  }
  return place;
}

/** What stands at a place. */
export function valueAt(document: unknown, place: Place): unknown {
  return place.reduce<unknown>((here, key) => (here as Record<string | number, unknown>)[key], document);
}

/** A copy of a document with another value at a place; what lies beside the way is shared. */
export function withValueAt<T>(document: T, place: Place, value: unknown): T {
  const [key, ...rest] = place;
  if (key === undefined) return value as T;
  const inside = withValueAt((document as Record<string | number, unknown>)[key], rest, value);
  if (Array.isArray(document)) return document.map((item, index) => (index === key ? inside : item)) as T;
  return { ...document, [key]: inside };
}

function keyOf(here: unknown, step: unknown): string | number | undefined {
  if (Array.isArray(here)) {
    const named = here.findIndex((item) => typeof step === "string" && childName(item) === step);
    if (named >= 0) return named;
    const index = typeof step === "number" ? step : /^\d{1,6}$/.test(String(step)) ? Number(step) : -1;
    return Number.isInteger(index) && index >= 0 && index < here.length ? index : undefined;
  }
  if (typeof here !== "object" || here === null || typeof step !== "string") return undefined;
  return Object.hasOwn(here, step) ? step : undefined;
}

function namesIn(here: unknown): readonly string[] {
  if (Array.isArray(here)) return here.map((item, index) => childName(item) ?? String(index));
  return typeof here === "object" && here !== null ? Object.keys(here) : [];
}

function childName(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { node } = item as { readonly node?: unknown };
  return typeof node === "string" ? node : undefined;
}

function nameOf(step: unknown): string {
  return typeof step === "string" ? step.slice(0, 60) : describeValue(step).en;
}
