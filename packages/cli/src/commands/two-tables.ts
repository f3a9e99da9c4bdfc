import { basename } from "node:path";
import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { optionNotUsed, twoPeriodsNeeded } from "../problems.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { readIndexData } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { periodNamed, tablePeriods } from "./table-periods.js";

/** Options that say which two sets of data are held against each other, as written. */
export interface TwoTablesOptions extends IndexOptions {
  readonly from?: string;
  readonly to?: string;
  readonly revised?: string;
}

/** One side. */
interface TableSide {
  /** Name that a reader knows it by: the file, or the period. */
  readonly name: string;
  readonly definition: IndexDefinition;
  readonly table: IndexTable;
  readonly calculate: <T>(work: () => T) => Promise<T>;
}

/** The earlier and the later data, each with the definition that it is scored by. */
export interface TwoTables {
  readonly before: TableSide;
  readonly after: TableSide;
  /** The later definition, where there is another. */
  readonly revised: IndexDefinition | undefined;
  /** Files that were read. */
  readonly inputs: readonly string[];
}

/**
 * Reads the data before and after: two files, or two periods of one.
 *
 * @throws `CxMetricsError` `usage.two-periods-needed`, `usage.option-not-used`, `index.no-such-period`, and those of reading
 */
export async function readTwoTables(
  name: string,
  files: readonly [string, string | undefined],
  options: TwoTablesOptions,
  run: Run,
): Promise<TwoTables> {
  const [first, second] = files;
  const { from, to, periods } = options;
  const { folder } = run.tables;
  if (second !== undefined)
    for (const [option, value] of Object.entries({ "--from": from, "--to": to }))
      if (value !== undefined) {
        const choice = { en: "Two files", zh: "两个文件" };
        throw new CxMetricsError(optionNotUsed, { path: [option], values: { choice, option } });
      }
  if (second === undefined && (periods === undefined || from === undefined || to === undefined))
    throw new CxMetricsError(twoPeriodsNeeded, { path: ["--periods"] });
  const a = await indexDefinitionNamed(name, folder);
  const revised =
    options.revised === undefined ? undefined : await indexDefinitionNamed(options.revised, folder);
  const b = revised ?? a;
  const documents = options.revised === undefined ? [name] : [name, options.revised];
  const early = await readIndexData(first, a, options, run);
  if (second !== undefined) {
    const late = await readIndexData(second, b, options, run);
    const names =
      basename(first) === basename(second) ? [first, second] : [basename(first), basename(second)];
    return {
      before: { name: names[0] ?? first, definition: a, ...early },
      after: { name: names[1] ?? second, definition: b, ...late },
      revised,
      inputs: [...documents, first, second],
    };
  }
  const late = b === a ? early : await readIndexData(first, b, options, run);
  const side = (
    data: typeof early,
    period: string | undefined,
    option: string,
    definition: IndexDefinition,
  ) => {
    const found = periodNamed(tablePeriods(data.table), period ?? "", option, first);
    // Rows of a cut table are not those of the file, so nothing may be said of rows.
    const calculate = async <T>(work: () => T) => work();
    return { name: found.period, definition, table: found.table, calculate };
  };
  return {
    before: side(early, from, "--from", a),
    after: side(late, to, "--to", b),
    revised,
    inputs: [...documents, first],
  };
}
