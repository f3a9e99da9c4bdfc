import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { missingColumn } from "../problems.js";
import type { SourceColumn, SourceTable } from "../source-table.js";

/** The column under a header. */
export function columnOf(table: SourceTable, header: string, source: string): SourceColumn {
  const column = Object.hasOwn(table.columns, header) ? table.columns[header] : undefined;
  if (column) return column;
  const headers = Object.keys(table.columns);
  throw new CxMetricsError(missingColumn, {
    path: ["sources", source, header],
    values: {
      source,
      column: header,
      alias: "",
      reader: { en: "a request", zh: "请求" },
      hint: didYouMean(header, headers),
      allowed: headers.join(", "),
    },
  });
}
