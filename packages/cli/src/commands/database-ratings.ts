import { CxMetricsError } from "@cxmetrics/definition";
import type { ScoreDefinition } from "@cxmetrics/scores";
import type { EngineChoice } from "../engine-choice.js";
import { notWithDatabase } from "../engine-problems.js";
import { parseList } from "../list-option.js";
import { withEngine } from "../read/open-engine.js";
import type { OpenTableOptions } from "../read/read-table.js";
import type { RatingColumns, RatingGroup } from "./read-ratings.js";

/**
 * The ratings of a table by group, counted by its database. Groups come in the order of their values: rows of a table have none.
 *
 * @throws `CxMetricsError` `usage.not-with-database`, those of `withEngine`, and of the engines: `sql.invalid-ratings`,
 * `sql.unknown-column`
 */
export async function databaseRatings(
  table: string,
  columns: RatingColumns,
  { scale }: Pick<ScoreDefinition, "scale">,
  choice: Extract<EngineChoice, { readonly url: string }>,
  options: OpenTableOptions,
): Promise<readonly RatingGroup[]> {
  for (const option of ["strata", "cluster", "fpc"] as const)
    if (columns[option] !== undefined)
      throw new CxMetricsError(notWithDatabase, { path: [`--${option}`], values: { option: `--${option}` } });
  const { rating, weight, by } = columns;
  const missing = parseList(columns.missing, "--missing");
  return withEngine(choice, table, options, async (engine) => {
    const { cells } =
      by.length === 0
        ? { cells: [{ values: [] }] }
        : await engine.countValues({ source: table, where: [], columns: by });
    const groups = cells.map(({ values }) => values).sort(byText);
    const tallied: RatingGroup[] = [];
    for (const found of groups) {
      const values = found.map((value) => value ?? "");
      const where = by.map((column, index) => ({ column, in: [found[index] ?? null] }));
      const tally = await engine.tallyRatings({
        source: table,
        where,
        rating,
        ...(weight === undefined ? {} : { weight }),
        scale,
        missing,
        onInvalid: "throw",
      });
      tallied.push({ values, tally });
    }
    return tallied;
  });
}

function byText(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  const [one, other] = [a[at] ?? "", b[at] ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
