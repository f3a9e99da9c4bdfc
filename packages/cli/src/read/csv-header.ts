/** How a CSV file is to be read. */
export interface CsvLayout {
  readonly delimiter: string;
  /** Blank lines before the header. */
  readonly skip: number;
  /** Names in the header, trimmed, in order. */
  readonly columnNames: readonly string[];
  /** The header as written, blank lines before it and the line break after it included. */
  readonly header: string;
  /** Whether a name of the header holds a line break. */
  readonly broken: boolean;
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * Reads the header of a CSV file from its beginning: the first row that is not blank. Without a delimiter, the one that gives the most
 * columns is taken among comma, semicolon, tab and bar, the comma first.
 *
 * @param text beginning of the file, decoded
 * @param delimiter what separates cells, where known
 * @param complete whether `text` is the whole file
 * @returns the layout, `undefined` when the text holds no row, `"unending"` when the header has no end in it
 * @example
 * ```js
 * readCsvHeader('\n"a, b";NETPRO  \r\n1;9\r\n', undefined, true);
 * // => { delimiter: ";", skip: 1, columnNames: ["a, b", "NETPRO"], header: '\n"a, b";NETPRO  \r\n', broken: false }
 * ```
 */
export function readCsvHeader(
  text: string,
  delimiter: string | undefined,
  complete: boolean,
): CsvLayout | "unending" | undefined {
  const plain = text.replace(/^\uFEFF/, "");
  const blank = /^(?:[^\S\r\n\t]*(?:\r\n|\r|\n))*/.exec(plain)?.[0] ?? "";
  const skip = blank.split(/\r\n|\r|\n/).length - 1;
  const rest = plain.slice(blank.length);
  if (rest.trim() === "") return undefined;
  let best: FirstRow | undefined;
  let chosen: string = delimiters[0];
  for (const candidate of delimiter === undefined ? delimiters : [delimiter]) {
    const row = firstRow(rest, candidate, complete);
    if (row !== undefined && row.cells.length > (best?.cells.length ?? 0)) {
      best = row;
      chosen = candidate;
    }
  }
  if (best === undefined) return "unending";
  return {
    delimiter: chosen,
    skip,
    columnNames: best.cells.map((name) => name.trim()),
    header: text.slice(0, text.length - rest.length + best.length),
    broken: best.cells.some((name) => /[\r\n]/.test(name)),
  };
}

interface FirstRow {
  readonly cells: readonly string[];
  /** Characters up to the end of the line break. */
  readonly length: number;
}

/** Cells of the first row, after RFC 4180; blanks may stand before an opening quotation mark. */
function firstRow(text: string, delimiter: string, complete: boolean): FirstRow | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = "";
    const quote = /^ *"/.exec(text.slice(at, at + 256));
    if (quote) {
      at += quote[0].length;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return undefined;
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
    cells.push(cell + text.slice(from, at));
    if (at >= text.length) return complete ? { cells, length: at } : undefined;
    if (text[at] !== delimiter) return { cells, length: at + (text.startsWith("\r\n", at) ? 2 : 1) };
    at += 1;
  }
}
