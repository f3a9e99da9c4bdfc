import { CxMetricsError, describeValue, type LocalizedText } from "@cxmetrics/definition";
import type { Category } from "./expect/rating.js";
import { badCategories, unknownCategory } from "./problems.js";

const categoryLimit = 1000;

/** The place of every category: those given, or those found, numbers ascending before texts. */
export function categoryIndex(
  ratings: readonly (readonly (Category | null)[])[],
  given: unknown,
  limit = categoryLimit,
): ReadonlyMap<Category, number> {
  const found = new Set<Category>();
  for (const row of ratings) for (const value of row) if (value !== null) found.add(value);
  if (given === undefined) {
    if (found.size > limit) refuse(`${found.size}`, limit);
    const sorted = [...found].sort(ascending);
    return new Map(sorted.map((category, place) => [category, place]));
  }
  if (!Array.isArray(given) || given.length > limit) refuse(describeValue(given), limit);
  const places = new Map<Category, number>();
  for (const value of given as readonly unknown[]) {
    const number = typeof value === "number" && Number.isFinite(value);
    if (!number && typeof value !== "string") refuse(describeValue(value), limit);
    const category = (number ? (value as number) + 0 : value) as Category;
    if (places.has(category)) refuse(describeValue(category), limit);
    places.set(category, places.size);
  }
  for (const category of found)
    if (!places.has(category))
      throw new CxMetricsError(unknownCategory, {
        path: ["categories"],
        values: { found: describeValue(category) },
      });
  return places;
}

function refuse(found: string | LocalizedText, limit: number): never {
  throw new CxMetricsError(badCategories, { path: ["categories"], values: { found, limit } });
}

function ascending(a: Category, b: Category): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === typeof b) return a < b ? -1 : 1;
  return typeof a === "number" ? -1 : 1;
}
