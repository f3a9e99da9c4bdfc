import type { ProblemPath } from "../cx-metrics-error.js";
import { inside } from "../problem-path.js";
import type { Provenance } from "../provenance.js";
import { expectLocalizedText } from "./localized-text.js";
import { expectOneOf } from "./one-of.js";
import { expectRecord } from "./record.js";
import { expectText } from "./text.js";

/**
 * Expects the provenance of a part of a definition. Its address must begin with `http://` or `https://`, because reports
 * make a link of it.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @returns the provenance
 * @throws `CxMetricsError` as its parts do
 * @example
 * ```ts
 * expectProvenance({ status: "published", source: "HBR, Dec 2003" }, ["provenance"]).status; // => "published"
 * ```
 */
export function expectProvenance(value: unknown, path: ProblemPath): Provenance {
  const record = expectRecord(value, path, ["status", "source"], ["clause", "url", "date", "note"]);
  const status = expectOneOf(record["status"], inside(path, "status"), [
    "standard-text",
    "published",
    "illustrative",
  ]);
  const optional = (key: "clause" | "url" | "date", pattern?: RegExp, en = "a text", zh = "文本") =>
    record[key] === undefined
      ? {}
      : { [key]: expectText(record[key], inside(path, key), pattern, { en, zh }) };
  return {
    status,
    source: expectText(record["source"], inside(path, "source")),
    ...optional("clause"),
    ...optional(
      "url",
      /^https?:\/\/\S+$/,
      "an address that begins with http:// or https://",
      "以 http:// 或 https:// 开头的网址",
    ),
    ...optional(
      "date",
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      "a date YYYY, YYYY-MM or YYYY-MM-DD",
      "日期（YYYY、YYYY-MM 或 YYYY-MM-DD）",
    ),
    ...(record["note"] === undefined
      ? {}
      : { note: expectLocalizedText(record["note"], inside(path, "note")) }),
  };
}
