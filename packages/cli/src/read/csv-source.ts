import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CxMetricsError } from "@cxmetrics/definition";
import { headerTooLong, notUtf8, tableEmpty } from "../problems.js";
import type { TemporaryFolder } from "../temporary-folder.js";
import { type CsvLayout, readCsvHeader } from "./csv-header.js";
import { csvRowNumber } from "./csv-row-number.js";
import type { FileHead } from "./read-head.js";
import { literal } from "./sealed-database.js";
import type { TableSource } from "./table-source.js";

/** A CSV file whose header has been read. */
export interface CsvFile {
  /** File as the user wrote it. */
  readonly shown: string;
  /** The file in UTF-8. */
  readonly path: string;
  /** What DuckDB is shown: the same file, or a copy with a plain header. */
  readonly plain: string;
  /** Names in the header that DuckDB is shown. */
  readonly header: readonly string[];
  readonly layout: CsvLayout;
}

/**
 * Reads the header of a CSV file. DuckDB takes the first line break of a file, even a quoted one, for the kind of all others, and would
 * then lose every row in silence: a header that holds one is replaced in a copy.
 *
 * @param shown file as the user wrote it
 * @param path the file in UTF-8
 * @param head its beginning
 * @param delimiter what separates cells, where the user said so
 * @param temporary where a copy is made when one is needed
 * @throws `CxMetricsError` `table.empty`, `table.header-too-long`, `table.not-utf-8`
 */
export async function openCsv(
  shown: string,
  path: string,
  head: FileHead,
  delimiter: string | undefined,
  temporary: TemporaryFolder,
): Promise<CsvFile> {
  const values = { file: shown, place: "" };
  // The mark is kept, so that the length of the header in bytes is right.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head.bytes);
  const layout = readCsvHeader(text, delimiter, head.complete);
  if (layout === undefined) throw new CxMetricsError(tableEmpty, { path: [shown], values });
  if (layout === "unending") throw new CxMetricsError(headerTooLong, { path: [shown], values });
  if (layout.columnNames.some((name) => name.includes("\uFFFD")))
    throw new CxMetricsError(notUtf8, { path: [shown], values });
  if (!layout.broken && layout.skip === 0)
    return { shown, path, plain: path, header: layout.columnNames, layout };
  const plain = await temporary.pathFor("header.csv");
  const start = Buffer.byteLength(layout.header);
  const header = layout.columnNames.map((_, index) => `c${index}`);
  const newline = /(?:\r\n|\r|\n)$/.exec(layout.header)?.[0] ?? "";
  const target = createWriteStream(plain, { flags: "wx" });
  target.write(header.join(layout.delimiter) + newline);
  await pipeline(createReadStream(path, { start }), target);
  return { shown, path, plain, header, layout };
}

/**
 * A CSV file as a source. Columns go by number, so that no name out of a file ever stands in a query, and every cell is a text, so that
 * no value is guessed at.
 *
 * @param file a CSV file whose header has been read
 */
export function csvSource({ path, plain, header, layout }: CsvFile): TableSource {
  const { delimiter, columnNames, skip } = layout;
  const columns = columnNames.map((_, index) => `'c${index}': 'VARCHAR'`).join(", ");
  return {
    format: "csv",
    columnNames,
    from: `read_csv(?, auto_detect = false, columns = {${columns}}, header = false,
      delim = ${literal(delimiter)}, quote = '"', escape = '"', nullstr = '', strict_mode = true,
      null_padding = false, ignore_errors = false, compression = 'none', hive_partitioning = false)`,
    values: [plain],
    header,
    hiddenRows: skip,
    expression: (index) => ({ sql: `c${index}`, values: [], double: false, whole: false, instant: false }),
    rowNumber: (record) => csvRowNumber(path, delimiter, record, columnNames.length === 1),
  };
}
