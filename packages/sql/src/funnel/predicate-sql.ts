import type { FunnelPredicate } from "@cxmetrics/funnel";
import type { SqlText } from "../sql-text.js";
import { type PropertyType, typeOfScalar } from "./property-types.js";

/** Where a property stands in the query: the name of a column of this type, `null` for any. */
export type PropertyPlace = (property: string) => {
  readonly name: string;
  readonly type: PropertyType | null;
};

/** A predicate as a condition that is true or false, never NULL, as predicates are. */
export function predicateSql(predicate: FunnelPredicate, text: SqlText, place: PropertyPlace): string {
  const part = (one: FunnelPredicate) => predicateSql(one, text, place);
  if ("not" in predicate) return `(NOT ${part(predicate.not)})`;
  if ("all" in predicate) return `(${predicate.all.map(part).join(" AND ")})`;
  if ("any" in predicate) return `(${predicate.any.map(part).join(" OR ")})`;
  const { name, type } = place(predicate.property);
  if ("isNull" in predicate) return `(${name} IS ${predicate.isNull ? "" : "NOT "}NULL)`;
  if ("range" in predicate) {
    if (type !== "number") return "(1 = 0)";
    const { from, to, inclusive } = predicate.range;
    const low = inclusive === "both" || inclusive === "from" ? ">=" : ">";
    const high = inclusive === "both" || inclusive === "to" ? "<=" : "<";
    const limits = [
      ...(from === undefined ? [] : [`${name} ${low} ${text.number(from)}`]),
      ...(to === undefined ? [] : [`${name} ${high} ${text.number(to)}`]),
    ];
    return `(${name} IS NOT NULL AND ${limits.join(" AND ")})`;
  }
  const values = "equals" in predicate ? [predicate.equals] : predicate.in;
  // A value of another type equals nothing: the number 1 is not the text "1".
  const own = values.filter((value) => typeOfScalar(value) === type);
  if (own.length === 0) return "(1 = 0)";
  const written = own.map((value) =>
    typeof value === "string"
      ? text.text(value)
      : typeof value === "number"
        ? text.number(value)
        : value
          ? "TRUE"
          : "FALSE",
  );
  return `(${name} IS NOT NULL AND ${name} IN (${written.join(", ")}))`;
}

/** A column of properties as predicates read it: numbers that are not finite are NULL. */
export function propertySql(text: SqlText, column: string, type: PropertyType | null): string {
  const { double, text: textType, isNan } = text.dialect;
  if (type === "text") return `CAST(${column} AS ${textType})`;
  if (type !== "number") return column;
  const number = `CAST(${column} AS ${double})`;
  const most = text.number(Number.MAX_VALUE);
  return `CASE WHEN ${isNan(number)} OR ABS(${number}) > ${most} THEN NULL ELSE ${number} END`;
}
