import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { namingRows } from "../read/with-row.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { type IndexTableOptions, readIndexTable } from "./read-index-table.js";

/** A table that was read for a definition. */
export interface IndexData {
  readonly table: IndexTable;
  /** Runs a calculation on the table; what it refuses about one cell is told with the row of the file. */
  readonly calculate: <T>(work: () => T) => Promise<T>;
}

/** A definition, and a table that was read for it. */
export interface IndexInputs extends IndexData {
  readonly definition: IndexDefinition;
}

/** Finds the definition of a name and reads the columns it needs from a file. */
export async function readIndexInputs(
  name: string,
  file: string,
  options: IndexTableOptions,
  run: Run,
): Promise<IndexInputs> {
  const definition = await indexDefinitionNamed(name, run.tables.folder);
  return { definition, ...(await readIndexData(file, definition, options, run)) };
}

/** Reads the columns that a definition needs from a file. */
export async function readIndexData(
  file: string,
  definition: IndexDefinition,
  options: IndexTableOptions,
  run: Run,
): Promise<IndexData> {
  const { table, source } = await readIndexTable(file, definition, options, run.tables);
  await hearInterruption(run.io.signal);
  const names = [...Object.keys(table.columns), ...Object.keys(table.attributes ?? {})];
  const columns = Object.fromEntries(names.map((column) => [column, column]));
  return { table, calculate: (work) => namingRows(work, source, columns) };
}
