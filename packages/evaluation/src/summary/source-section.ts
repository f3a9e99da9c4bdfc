import type { Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "../evaluation-result.js";
import { wording } from "./wording.js";
import { writeTable } from "./write-table.js";

/** The raw sources: file, rows, columns that were read, digest. */
export function sourceSection({ evidence }: EvaluationResult, lang: Language): readonly string[] {
  if (evidence.length === 0) return [];
  const { source, file, rows, columns, digest } = wording[lang];
  const cells = evidence.map((known) => [
    known.source,
    known.file,
    known.columns.join(", "),
    known.digest ?? "—",
    String(known.rows),
  ]);
  return writeTable([source, file, columns, digest, rows], cells, 4);
}
