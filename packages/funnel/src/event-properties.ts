import { CxMetricsError, describeValue, didYouMean } from "@cxmetrics/definition";
import type { RawColumns } from "./event-columns.js";
import { expectColumn } from "./expect-column.js";
import type { PropertyValue } from "./funnel-definition.js";
import { unequalColumns } from "./problems.js";
import { badProperties, missingProperty } from "./rules/problems.js";

/** The values of one property, one a row. */
export function propertyOf(
  { rows, properties, actor }: Pick<RawColumns, "rows" | "properties" | "actor">,
  name: string,
): ArrayLike<unknown> {
  return rows === null ? propertyColumn(properties, name, actor.length) : propertyOfRows(rows, name);
}

/** Where events come as columns, a column that is not there is a mistake. */
function propertyColumn(properties: unknown, name: string, rows: number): ArrayLike<unknown> {
  const record = properties ?? {};
  if (typeof record !== "object" || Array.isArray(record)) throw refuseProperties(properties, ["properties"]);
  if (!Object.hasOwn(record, name))
    throw new CxMetricsError(missingProperty, {
      path: ["properties"],
      values: { property: name, hint: didYouMean(name, Object.keys(record)) },
    });
  const path = ["properties", name];
  const column = expectColumn((record as Record<string, unknown>)[name], path);
  if (column.length !== rows)
    throw new CxMetricsError(unequalColumns, {
      path,
      values: { column: name, found: column.length, expected: rows },
    });
  return column;
}

/** Where events come as rows, an event without the property has none. */
function propertyOfRows(events: readonly unknown[], name: string): readonly unknown[] {
  return events.map((event, row) => {
    const { properties } = event as { readonly properties?: unknown };
    if (properties === undefined || properties === null) return null;
    if (typeof properties !== "object" || Array.isArray(properties))
      throw refuseProperties(properties, [row, "properties"]);
    return Object.hasOwn(properties, name) ? (properties as Record<string, unknown>)[name] : null;
  });
}

/** A value as predicates and breakdowns read it: what is no text, finite number, true or false is `null`. */
export function propertyValue(value: unknown): PropertyValue {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function refuseProperties(found: unknown, path: (string | number)[]): CxMetricsError {
  return new CxMetricsError(badProperties, { path, values: { found: describeValue(found) } });
}
