import type { ColumnSink, TextColumn } from "./column.js";
import { growingIntegers } from "./growing-array.js";

/** Collects a column of texts, each distinct text kept once. */
export function textSink(): ColumnSink<TextColumn> {
  const codes = growingIntegers();
  const names: (string | null)[] = [null];
  const codeOf = new Map<string, number>();
  return {
    take(cell) {
      const text = cell === null ? "" : String(cell).trim();
      if (text === "") {
        codes.push(0);
        return undefined;
      }
      let code = codeOf.get(text);
      if (code === undefined) {
        code = names.length;
        names.push(text);
        codeOf.set(text, code);
      }
      codes.push(code);
      return undefined;
    },
    finish: () => ({ kind: "text", codes: codes.finish(), names }),
  };
}
