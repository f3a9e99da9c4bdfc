import { createReadStream } from "node:fs";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/**
 * The row of a CSV file in which a record stands, counted as a spreadsheet does: the header is a row, blank lines are rows, and a row
 * whose quoted cell holds line breaks is one row. Only a message needs it, so the file is read again rather than every row numbered.
 *
 * @param path UTF-8 file
 * @param delimiter what separates cells
 * @param record number of the record, from 0 after the header
 * @param oneColumn whether blank lines are records, as they are in a file of one column
 */
export async function csvRowNumber(
  path: string,
  delimiter: string,
  record: number,
  oneColumn: boolean,
): Promise<number> {
  const separator = delimiter.charCodeAt(0);
  let row = 1;
  let next = -1; // the header is record −1
  let filled = false;
  let quoted = false;
  let start = true;
  let previous = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
    for (const byte of piece) {
      const newline = byte === lineFeed || byte === carriageReturn;
      if (quoted || !newline) {
        if (byte === quote && (quoted || start)) quoted = !quoted;
        // A quotation mark after a closing one is an escaped one: it opens again.
        start = byte === separator || (start && byte === space) || (byte === quote && !quoted);
        filled = true;
      } else if (byte !== lineFeed || previous !== carriageReturn) {
        if (filled || (oneColumn && next >= 0)) {
          if (next === record) return row;
          next += 1;
        }
        row += 1;
        filled = false;
        start = true;
      }
      previous = byte;
    }
  }
  return row;
}
