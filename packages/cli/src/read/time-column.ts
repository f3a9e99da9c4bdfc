import { blankTime, notATime, timeInSeconds } from "../problems.js";
import type { CellRefusal, ColumnSink, TimeColumn } from "./column.js";
import { growingFloats } from "./growing-array.js";
import { textToInstant } from "./text-to-instant.js";
import { textToNumber } from "./text-to-number.js";

/** Before March 1973 in milliseconds, until the year 5138 in seconds: nobody's clickstream is that old. */
const suspicious = 1e11;

/**
 * Collects a column of instants: epoch numbers, ISO 8601 texts, or the instants of a typed file.
 *
 * @param unit unit of plain numbers; without it milliseconds, and numbers that look like seconds are refused
 * @param instants whether the file stores instants, so that its numbers are milliseconds for certain
 */
export function timeSink(unit: "ms" | "s" | undefined, instants = false): ColumnSink<TimeColumn> {
  const values = growingFloats();
  let readAsUtc = 0;
  const takeNumber = (value: number): CellRefusal | undefined => {
    if (!Number.isFinite(value)) return { problem: notATime, value: String(value) };
    if (!instants && unit === undefined && value !== 0 && Math.abs(value) < suspicious)
      return { problem: timeInSeconds, value: String(value) };
    values.push(!instants && unit === "s" ? value * 1000 : value);
    return undefined;
  };
  return {
    take(cell) {
      if (typeof cell === "number") return takeNumber(cell);
      const text = cell?.trim() ?? "";
      if (text === "") return { problem: blankTime, value: "" };
      const number = textToNumber(text);
      if (number !== undefined) return takeNumber(number);
      const instant = textToInstant(text);
      if (instant === undefined) return { problem: notATime, value: text };
      if (!instant.offset) readAsUtc += 1;
      values.push(instant.ms);
      return undefined;
    },
    finish: () => ({ kind: "time", values: values.finish(), readAsUtc }),
  };
}
