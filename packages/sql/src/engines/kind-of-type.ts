import type { TableColumn } from "./cell-sql.js";

/** What a declared type holds: numbers of any kind, or something that is read as text. */
export function kindOfType(type: unknown): TableColumn["kind"] {
  const bare = String(type).replace(/^(Nullable|LowCardinality)\(/, "");
  return /^U?(TINY|SMALL|BIG|HUGE)?INT|^(DOUBLE|FLOAT|REAL|DECIMAL|NUMERIC)/i.test(bare) &&
    !/^INTERVAL/i.test(bare) &&
    !bare.endsWith("[]")
    ? "number"
    : "text";
}
