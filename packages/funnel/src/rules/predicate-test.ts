import type { FunnelPredicate, PropertyRange, PropertyValue } from "../funnel-definition.js";

/** Tells whether an event's properties meet a predicate, given how to read one of them in a row. */
export type RowTest = (row: number) => boolean;

/** Turns a predicate into a test of rows. */
export function predicateTest(
  predicate: FunnelPredicate,
  column: (property: string) => (row: number) => PropertyValue,
): RowTest {
  if ("not" in predicate) {
    const test = predicateTest(predicate.not, column);
    return (row) => !test(row);
  }
  if ("all" in predicate) {
    const tests = predicate.all.map((one) => predicateTest(one, column));
    return (row) => tests.every((test) => test(row));
  }
  if ("any" in predicate) {
    const tests = predicate.any.map((one) => predicateTest(one, column));
    return (row) => tests.some((test) => test(row));
  }
  const read = column(predicate.property);
  if ("equals" in predicate) {
    const { equals } = predicate;
    return (row) => read(row) === equals;
  }
  if ("in" in predicate) {
    const values = new Set<PropertyValue>(predicate.in);
    return (row) => values.has(read(row));
  }
  if ("range" in predicate) return rangeTest(predicate.range, read);
  const { isNull } = predicate;
  return (row) => (read(row) === null) === isNull;
}

function rangeTest({ from, to, inclusive }: PropertyRange, read: (row: number) => PropertyValue): RowTest {
  const low = from ?? Number.NEGATIVE_INFINITY;
  const high = to ?? Number.POSITIVE_INFINITY;
  const withLow = inclusive === "both" || inclusive === "from";
  const withHigh = inclusive === "both" || inclusive === "to";
  return (row) => {
    const value = read(row);
    if (typeof value !== "number") return false;
    return (value > low || (withLow && value === low)) && (value < high || (withHigh && value === high));
  };
}
