import { isCxMetricsError } from "@cxmetrics/definition";
import { columnFrom, type Expression, evaluateColumns, inputsOf, rational } from "@cxmetrics/formula";
import type { Bound, BoundFormula } from "./binding.js";
import { parameterNumber } from "./parameter.js";

/** Rows on which two formulas are held against each other. */
const rows = 96;

/**
 * Whether a formula in its general shape, with the parameters at their values, computes what the written one does: on rows around the
 * constants of both, with gaps.
 */
export function sameFunction(written: Expression, { shape, places }: BoundFormula): boolean {
  const settled = settle(shape, places);
  const names = [...new Set([...inputsOf(written), ...inputsOf(shape)])];
  const pool = [...constantsIn(written), -1, 0, 0.5, 1, 3, 40, 100];
  const columns = new Map(
    names.map((name, k) => {
      const cells = Array.from({ length: rows }, (_, row) => {
        const pick = (row * 7 + k * 13 + (row >> 3) * k * 5) % (pool.length + 1);
        const nudge = [0, 0, 0.37, -0.21, 1.7, -2.3][(row * 5 + k * 3) % 6] ?? 0;
        return pick === pool.length ? null : (pool[pick] ?? 0) + nudge;
      });
      return [name, columnFrom(cells)] as const;
    }),
  );
  try {
    const [a, b] = [evaluateColumns(written, columns, rows), evaluateColumns(settled, columns, rows)];
    return a.values.every((value, row) => {
      const [other = 0, faulty] = [b.values[row], a.fault[row] !== 0];
      if (faulty !== (b.fault[row] !== 0)) return false;
      return faulty || Math.abs(value - other) <= 1e-10 * Math.max(1, Math.abs(value));
    });
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return false;
    throw thrown;
  }
}

/** The shape with every parameter at its value; constants that are computed from parameters take what these give. */
function settle(shape: Expression, places: ReadonlyMap<string, Bound>): Expression {
  if (places.size === 0) return shape;
  const copy = (value: unknown, path: readonly string[]): unknown => {
    const bound = places.get(path.join("/"));
    if (bound) return boundValue(bound);
    if (Array.isArray(value)) return value.map((item, k) => copy(item, [...path, String(k)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, copy(member, [...path, key])] as const),
    );
  };
  return copy(shape, []) as Expression;
}

function boundValue(bound: Bound): number | string {
  if ("path" in bound) return bound.value;
  return bound.compute(bound.of.map(parameterNumber));
}

function constantsIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") {
    const read = rational(value);
    return read ? [read.numerator / read.denominator] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(constantsIn) : [];
}
