import { extname } from "node:path";
import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import { fileIsOtherFormat } from "../problems.js";

/** The formats that are read. Tab-separated text is CSV with another delimiter. */
export type SourceFormat = "csv" | "parquet" | "json";

const byExtension: Readonly<Record<string, SourceFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".parquet": "parquet",
  ".json": "json",
  ".ndjson": "json",
  ".jsonl": "json",
};

const foreign: readonly { readonly magic: string; readonly name: LocalizedText }[] = [
  { magic: "504b0304", name: { en: "an Excel workbook or ZIP archive", zh: "Excel 工作簿或 ZIP 压缩包" } },
  { magic: "d0cf11e0", name: { en: "an old Excel workbook", zh: "旧版 Excel 工作簿" } },
  { magic: "1f8b", name: { en: "compressed with gzip", zh: "gzip 压缩文件" } },
  { magic: "28b52ffd", name: { en: "compressed with Zstandard", zh: "Zstandard 压缩文件" } },
  { magic: "25504446", name: { en: "a PDF document", zh: "PDF 文档" } },
  { magic: "53514c69746520", name: { en: "an SQLite database", zh: "SQLite 数据库" } },
];

/**
 * The format of a file: by its extension, and by its first bytes where the extension says nothing. Spreadsheets, archives and other
 * binary files are refused by name, whatever they are called.
 *
 * @param shown path as the user wrote it
 * @param head first bytes of the file, a few thousand at least
 * @param encoded whether the user named an encoding, so that NUL bytes may be part of a text
 * @throws `CxMetricsError` `file.unknown-format`
 */
export function sourceFormat(shown: string, head: Uint8Array, encoded: boolean): SourceFormat {
  const hex = Buffer.from(head.subarray(0, 8)).toString("hex");
  const known = byExtension[extname(shown).toLowerCase()];
  const other = foreign.find(({ magic }) => hex.startsWith(magic));
  if (other) throw refuse(shown, other.name);
  if (known === "parquet" || hex.startsWith("50415231")) return "parquet";
  const utf16 = hex.startsWith("fffe") || hex.startsWith("feff");
  if (!encoded && !utf16 && head.includes(0))
    throw refuse(shown, {
      en: "a binary file (or UTF-16 without a byte-order mark: then add --encoding utf-16le)",
      zh: "二进制文件（若为不带字节顺序标记的 UTF-16，请加 --encoding utf-16le）",
    });
  if (known) return known;
  const text = Buffer.from(head)
    .toString(utf16 ? "utf16le" : "utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  return text.startsWith("{") || text.startsWith("[") ? "json" : "csv";
}

function refuse(file: string, format: LocalizedText): CxMetricsError {
  return new CxMetricsError(fileIsOtherFormat, { path: [file], values: { file, format } });
}
