import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import type { Judgement, JudgementMatrix } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { inRow, matrixNames, noMatrixNames } from "../problems.js";
import type { TextColumn } from "../read/column.js";
import { openTable, type Table } from "../read/read-table.js";
import { textToNumber } from "../read/text-to-number.js";

/** A matrix of judgements with the names of what is judged. */
export interface NamedJudgements {
  readonly indicators: readonly string[];
  readonly matrix: JudgementMatrix;
  /** Runs a calculation on the matrix; what it refuses about a judgement is told with its row of the file. */
  readonly calculate: <T>(work: () => T) => Promise<T>;
}

/** Wider files are no matrices of judgements. */
const mostColumns = 110;

/**
 * Reads a square matrix: names of the indicators in the header, and in a first column where there is one; numbers, fractions such as
 * `1/3`, and blank cells for judgements that are missing or stand in the other triangle.
 *
 * @throws `CxMetricsError` `weights.matrix-not-square`, `weights.matrix-names`, and those of reading a table
 */
export async function readJudgements(file: string, run: Run): Promise<NamedJudgements> {
  const source = await openTable(file, run.tables);
  try {
    const names = source.columnNames;
    const refuse = (rows: number, columns: number) =>
      new CxMetricsError(noMatrixNames, { path: [file], values: { file, rows, columns } });
    if (names.length > mostColumns) throw refuse(0, names.length);
    const requests = names.map((name, at) => [`c${at}`, { kind: "text", name }] as const);
    const { rowCount, columns } = await source.read(Object.fromEntries(requests));
    const cell = (at: number, row: number) => {
      const { codes, names: texts } = columns[`c${at}`] as TextColumn;
      return texts[codes[row] ?? 0] ?? null;
    };
    // A column of names holds texts; a column of judgements that is one too many does not.
    const texts = Array.from({ length: rowCount }, (_, row) => cell(0, row) ?? "");
    const named =
      names.length === rowCount + 1 && texts.some((text) => textToNumber(text) === undefined && text !== "");
    if (!named && names.length !== rowCount) throw refuse(rowCount, names.length);
    const indicators = named ? names.slice(1) : names;
    if (named) await checkNames(indicators, texts, source);
    const matrix = Array.from({ length: rowCount }, (_, row) =>
      indicators.map((_name, column) => judgement(cell(column + (named ? 1 : 0), row))),
    );
    return { indicators, matrix, calculate: (work) => tellingPlace(work, indicators, source) };
  } finally {
    source.close();
  }
}

function judgement(text: string | null): Judgement {
  return text === null ? null : (textToNumber(text) ?? text);
}

async function checkNames(
  indicators: readonly string[],
  texts: readonly string[],
  source: Table,
): Promise<void> {
  for (const [record, expected] of indicators.entries()) {
    const found = texts[record] ?? "";
    if (found === expected) continue;
    const { shown: file } = source;
    const row = await source.rowNumber(record);
    throw new CxMetricsError(matrixNames, { path: [file, row], values: { file, row, found, expected } });
  }
}

async function tellingPlace<T>(work: () => T, indicators: readonly string[], source: Table): Promise<T> {
  try {
    return work();
  } catch (thrown) {
    if (!isCxMetricsError(thrown) || thrown.path[0] !== "matrix") throw thrown;
    const [, record, column] = thrown.path;
    if (typeof record !== "number" || typeof column !== "number") throw thrown;
    const { shown: file } = source;
    const row = await source.rowNumber(record);
    const values = { ...thrown.values, file, row, column: indicators[column] ?? "", reason: thrown.messages };
    throw new CxMetricsError(
      { ...inRow, code: thrown.code },
      { path: [file, indicators[column] ?? "", row], values },
    );
  }
}
