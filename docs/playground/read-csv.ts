import { CxMetricsError, type Problem } from "@cxmetrics/definition";

/** Beyond this a browser tab is the wrong place; the command line reads the same file. */
export const longestCsv = 2_000_000;

const tooLong: Problem = {
  code: "playground.too-long",
  en: "This table has more than {limit} characters. Use the command line: cx reads files of any size.",
  zh: "表格超过 {limit} 个字符。请改用命令行：cx 可读取任意大小的文件。",
};
const noHeader: Problem = {
  code: "playground.no-header",
  en: "The table needs a first line with the names of its columns and at least one row below it.",
  zh: "表格的第一行应为列名，其下至少有一行数据。",
};
const twiceNamed: Problem = {
  code: "playground.column-twice",
  en: "Two columns are called {name}. Rename one of them.",
  zh: "有两列都叫 {name}，请为其中一列改名。",
};

/** A table of texts: names of columns, and rows as long as the header. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads comma-, semicolon- or tab-separated text with RFC 4180 quoting. The separator is the one that the header holds most of; cells are
 * trimmed, blank lines are skipped, short rows are filled with blanks.
 */
export function readCsv(text: string): TextTable {
  if (text.length > longestCsv)
    throw new CxMetricsError(tooLong, { path: ["csv"], values: { limit: longestCsv } });
  const source = text.replace(/^\uFEFF/, "");
  const firstLine = source.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  const separator = [",", "\t", ";"].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  const [header, ...rows] = cellsOf(source, separator).filter((row) => row.some((cell) => cell !== ""));
  if (!header || rows.length === 0) throw new CxMetricsError(noHeader, { path: ["csv"] });
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new CxMetricsError(twiceNamed, { path: ["csv"], values: { name: twice } });
  return { header, rows: rows.map((row) => header.map((_, at) => row[at] ?? "")) };
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const close = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === "") quoted = true;
    else if (sign === separator) close();
    else if (sign === "\n") {
      close();
      rows.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  close();
  return rows;
}
