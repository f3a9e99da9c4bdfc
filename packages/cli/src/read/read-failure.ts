import { CxMetricsError, isCxMetricsError, type Problem, type ProblemValues } from "@cxmetrics/definition";
import {
  interrupted,
  mixedLineEndings,
  notUtf8,
  raggedRow,
  rowTooLong,
  unclosedQuote,
  unreadableTable,
} from "../problems.js";
import type { TableSource } from "./table-source.js";

/**
 * Turns what DuckDB says about a file into a problem of ours, with the row and the remedy. Anything that is not DuckDB's is returned
 * as it came.
 *
 * @param thrown what was thrown while reading
 * @param shown file as the user wrote it
 * @param source how it was read
 */
export function readFailure(
  thrown: unknown,
  shown: string,
  { format, hiddenRows }: Pick<TableSource, "format" | "hiddenRows">,
): unknown {
  if (isCxMetricsError(thrown) || !(thrown instanceof Error) || "code" in thrown) return thrown;
  const text = thrown.message;
  if (/^INTERRUPT/i.test(text)) return new CxMetricsError(interrupted);
  const line = Number(/^.*CSV Error on Line: (\d+)/.exec(text)?.[1] ?? 0);
  const row = line > 0 ? line + hiddenRows : 0;
  const refuse = (problem: Problem, values: ProblemValues = {}) =>
    new CxMetricsError(problem, {
      path: row > 0 ? [shown, row] : [shown],
      values: { file: shown, ...(row > 0 ? { row } : {}), ...values },
    });
  if (format === "csv") {
    // What DuckDB quotes from the file could hold any of these phrases; its own words come after it.
    const words = text.slice(Math.max(0, text.lastIndexOf("\nPossible") - 400));
    const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)\s/.exec(words) ?? [];
    if (found) return refuse(raggedRow, { expected: Number(expected), found: Number(found) });
    if (/unterminated quote/i.test(words)) return refuse(unclosedQuote);
    if (/Invalid unicode|not utf-8/i.test(text.slice(0, 4000) + words)) {
      const place = row > 0 ? { en: ` (row ${row})`, zh: `（第 ${row} 行）` } : "";
      return refuse(notUtf8, { place });
    }
    if (/Maximum line size/i.test(text)) return refuse(rowTooLong);
    if (/state machine/i.test(text)) return refuse(mixedLineEndings);
  }
  const reason = (text.split("\n")[0] ?? "").replace(/^[A-Z]\w* ?\w* Error: /, "").replace(/[."]+$/, "");
  return refuse(unreadableTable, {
    format: format === "json" ? "JSON" : format === "csv" ? "CSV" : "Parquet",
    // The path that DuckDB knows may be that of a temporary copy.
    reason: reason.replaceAll(/\s*(?:at end )?(?:in|of) file ["'][^"']*["'],?/g, ""),
  });
}
