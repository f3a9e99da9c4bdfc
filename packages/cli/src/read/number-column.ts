import { notANumber, unsafeInteger } from "../problems.js";
import type { ColumnSink, NumberColumn } from "./column.js";
import { growingFloats } from "./growing-array.js";
import { type MissingAnswers, onlyBlank } from "./missing-answers.js";
import { textToNumber } from "./text-to-number.js";

/**
 * Collects a column of numbers. A cell that is neither blank, nor a number, nor one of the missing texts is refused.
 *
 * @param missing texts that stand for "no answer"
 * @param whole whether the file stores whole numbers, which a double may be too narrow for
 */
export function numberSink(missing: MissingAnswers = onlyBlank, whole = false): ColumnSink<NumberColumn> {
  const values = growingFloats();
  return {
    take(cell) {
      if (typeof cell === "number") {
        if (whole && !Number.isSafeInteger(cell)) return { problem: unsafeInteger, value: String(cell) };
        if (!Number.isFinite(cell) && !missing.texts.has(String(cell).toLowerCase()))
          return { problem: notANumber, value: String(cell) };
        values.push(Number.isFinite(cell) ? cell : Number.NaN);
        return undefined;
      }
      const text = cell?.trim() ?? "";
      if (text === "") {
        values.push(Number.NaN);
        return undefined;
      }
      const value = textToNumber(text);
      if (value === undefined && !missing.texts.has(text.toLowerCase()))
        return { problem: notANumber, value: text };
      values.push(value ?? Number.NaN);
      return undefined;
    },
    finish: () => ({ kind: "number", values: values.finish() }),
  };
}
