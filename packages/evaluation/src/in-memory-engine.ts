import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { engineName } from "./engine.js";
import { expectObject } from "./expect-object.js";
import { checkTable } from "./in-memory/check-table.js";
import { countValueRows } from "./in-memory/count-value-rows.js";
import { readNumberRows } from "./in-memory/read-number-rows.js";
import { selectRows } from "./in-memory/select-rows.js";
import { sumNumberRows } from "./in-memory/sum-number-rows.js";
import { tallyFunnelRows } from "./in-memory/tally-funnel-rows.js";
import { tallyJointRows } from "./in-memory/tally-joint-rows.js";
import { tallyRatingRows } from "./in-memory/tally-rating-rows.js";
import { unknownTable } from "./problems.js";
import type { SourceTable } from "./source-table.js";
import type { RowSelection, TallyEngine } from "./tally-engine.js";

const selectionsKept = 32;

/**
 * The engine over tables in memory. Nothing is copied; the tables must not change while an evaluation runs.
 *
 * @param sources tables by the name of the plan's file source
 * @throws `CxMetricsError` `source.bad-table` at once; its answers are rejected with `source.unknown`, `source.missing-column`,
 * `cell.not-a-number` (with the row, counted from 1 below the header), and the codes of the tallies
 * @example
 * ```ts
 * const survey = tableFromRows([{ channel: "M", nps: "9" }, { channel: "M", nps: "3" }, { channel: "W", nps: "" }]);
 * const engine = inMemoryEngine({ survey });
 * const where = [{ column: "channel", in: ["M"] }];
 * (await engine.countValues({ source: "survey", where, columns: [] })).rows; // => 2
 * ```
 */
export function inMemoryEngine(sources: Readonly<Record<string, SourceTable>>): TallyEngine {
  const tables = new Map(
    Object.entries(expectObject(sources, ["sources"])).map(([name, table]) => [
      name,
      checkTable(table, ["sources", name], name),
    ]),
  );
  const table = (name: string): SourceTable => {
    const found = tables.get(name);
    if (found) return found;
    throw new CxMetricsError(unknownTable, {
      path: ["sources", name],
      values: { source: name, hint: didYouMean(name, [...tables.keys()]) },
    });
  };
  // Measures ask for the same units one after the other, so the rows of the last selections are kept.
  const selections = new Map<string, Uint32Array>();
  const answer =
    <R extends RowSelection, T>(tally: (found: SourceTable, selected: Uint32Array, request: R) => T) =>
    async (request: R): Promise<T> => {
      const { source, where } = request;
      const found = table(source);
      const key = JSON.stringify([source, where]);
      const selected = selections.get(key) ?? selectRows(found, { source, where });
      selections.delete(key);
      selections.set(key, selected);
      const [oldest] = selections.keys();
      if (selections.size > selectionsKept && oldest !== undefined) selections.delete(oldest);
      return tally(found, selected, request);
    };
  return {
    name: `in-memory ${engineName}`,
    describeSource: async (source) => {
      const { rowCount, columns, headers, digest } = table(source);
      const known = headers ?? Object.keys(columns);
      return digest === undefined ? { rowCount, headers: known } : { rowCount, headers: known, digest };
    },
    tallyRatings: answer(tallyRatingRows),
    tallyFunnel: answer(tallyFunnelRows),
    countValues: answer(countValueRows),
    sumColumns: answer(sumNumberRows),
    readNumbers: answer(readNumberRows),
    tallyJoint: answer(tallyJointRows),
  };
}
