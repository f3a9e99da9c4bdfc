import type { NotComputable } from "@cxmetrics/definition";
import { correlationsOf } from "../weights/correlations-of.js";
import { oneMinusCorrelation, unitColumn } from "../weights/standardised-columns.js";
import { type AuditContext, valuesOf } from "./audit-context.js";

/** Pearson's correlation of two columns over the units that have both; `null` with fewer than three, or where one does not vary. */
export function correlation(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): { readonly r: number; readonly n: number } | null {
  const rows = a.flatMap((value, row) => (value === null || (b[row] ?? null) === null ? [] : [row]));
  if (rows.length < 3) return null;
  const x = unitColumn(Float64Array.from(rows, (row) => a[row] ?? 0));
  const y = unitColumn(Float64Array.from(rows, (row) => b[row] ?? 0));
  if (!x || !y) return null;
  return { r: Math.max(-1, 1 - oneMinusCorrelation(x.unit, y.unit)), n: rows.length };
}

/** Correlations of several nodes over the units that have all of them. */
export interface CorrelationMatrix {
  readonly status: "ok";
  readonly nodes: readonly string[];
  /** Nodes left out because they are the same for all of these units. */
  readonly constant: readonly string[];
  readonly n: number;
  readonly matrix: readonly (readonly number[])[];
}

const most = 200;

const lacking = (reason: string, en: string, zh: string): NotComputable => ({
  status: "not-computable",
  reason,
  message: { en, zh },
});

/** Correlations over complete units. */
export function correlationMatrix(
  context: AuditContext,
  ids: readonly string[],
): CorrelationMatrix | NotComputable {
  if (ids.length > most)
    return lacking(
      "too-many-indicators",
      `${ids.length} indicators are too many for a correlation matrix; ${most} at most.`,
      `指标共 ${ids.length} 个，超出相关矩阵的上限 ${most} 个。`,
    );
  const columns = ids.map((id) => valuesOf(context, id));
  const rows = context.table.units.flatMap((_, row) =>
    columns.every((column) => typeof column[row] === "number") ? [row] : [],
  );
  const n = rows.length;
  if (n < 3)
    return lacking(
      "too-few-complete-units",
      `Only ${n} units have a value for every indicator; three are needed.`,
      `各指标均有数值的对象只有 ${n} 个，至少需要 3 个。`,
    );
  const complete = ids.map(
    (id, at) => [id, Float64Array.from(rows, (row) => columns[at]?.[row] ?? 0)] as const,
  );
  const varying = complete.filter(([, column]) => unitColumn(column) !== undefined);
  const constant = ids.filter((id) => !varying.some(([name]) => name === id));
  if (varying.length < 2)
    return lacking(
      "too-few-varying-indicators",
      "Fewer than two indicators differ between units.",
      "在对象之间有差异的指标不足两个。",
    );
  const found = correlationsOf({ columns: Object.fromEntries(varying) }, "refuse");
  if (found.status !== "ok") return found;
  return { status: "ok", nodes: varying.map(([id]) => id), constant, n, matrix: found.matrix };
}
