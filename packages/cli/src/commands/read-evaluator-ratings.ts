import type { EvaluatorRating } from "@cxmetrics/report";
import type { Run } from "../answer.js";
import { openTable } from "../read/read-table.js";

/**
 * Ratings of evaluators, one a row: the object, `item`, `rater` and `level`. Rows without a level hold no rating.
 *
 * @throws `CxMetricsError` those of `openTable` and `Table.read`
 */
export async function readEvaluatorRatings(
  file: string,
  object: string,
  run: Run,
): Promise<readonly EvaluatorRating[]> {
  const source = await openTable(file, run.tables);
  try {
    const { rowCount, columns } = await source.read({
      object: { kind: "text", name: object },
      item: { kind: "text", name: "item" },
      rater: { kind: "text", name: "rater" },
      level: { kind: "number", name: "level" },
    });
    const textOf = ({ codes, names }: typeof columns.object, row: number) => names[codes[row] ?? 0] ?? "";
    return Array.from({ length: rowCount }, (_, row) => ({
      object: textOf(columns.object, row),
      item: textOf(columns.item, row),
      rater: textOf(columns.rater, row),
      rating: columns.level.values[row] ?? Number.NaN,
    })).filter(({ rating }) => !Number.isNaN(rating));
  } finally {
    source.close();
  }
}
