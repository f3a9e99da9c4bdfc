import { CxMetricsError } from "@cxmetrics/definition";
import type { FunnelDefinition, FunnelPredicate } from "@cxmetrics/funnel";
import { notCompiled } from "../problems.js";

/** What a column of properties holds. */
export type PropertyType = "text" | "number" | "boolean";

/** All types. */
export const propertyTypes = ["text", "number", "boolean"] as const;

/** The types that predicates compare a property with. */
export interface Sorts {
  /** The one type, or none where it is only asked whether the property is there; several need a statement. */
  readonly only: () => PropertyType | null;
}

/** Per property that some predicate reads: the types it is compared with. */
export function sortsOf(funnel: FunnelDefinition): ReadonlyMap<string, Sorts> {
  const found = new Map<string, Set<PropertyType>>();
  const parts = [...funnel.steps, ...(funnel.exclusions ?? [])];
  for (const { where } of parts) if (where !== undefined) collect(where, found);
  return new Map(
    [...found].map(
      ([property, types]) => [property, { only: () => onlyType(property, [...types]) }] as const,
    ),
  );
}

/** The type of a scalar. */
export function typeOfScalar(value: string | number | boolean): PropertyType {
  return typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
}

function collect(predicate: FunnelPredicate, found: Map<string, Set<PropertyType>>): void {
  if (!("property" in predicate)) {
    const parts = "not" in predicate ? [predicate.not] : "all" in predicate ? predicate.all : predicate.any;
    for (const part of parts) collect(part, found);
    return;
  }
  const types = found.get(predicate.property) ?? new Set();
  found.set(predicate.property, types);
  if ("equals" in predicate) types.add(typeOfScalar(predicate.equals));
  if ("in" in predicate) for (const value of predicate.in) types.add(typeOfScalar(value));
  if ("range" in predicate) types.add("number");
}

function onlyType(property: string, types: readonly PropertyType[]): PropertyType | null {
  if (types.length < 2) return types[0] ?? null;
  throw new CxMetricsError(notCompiled, {
    path: ["options", "columns", "properties", property],
    values: {
      rule: `"${property}"`,
      reason: {
        en: `it is compared with ${types.join(" and ")}, and a column has one type.`,
        zh: `它同时与 ${types.join("、")} 比较，而一列只有一种类型。`,
      },
      instead: `{ column, type: ${types[0]} }`,
    },
  });
}
