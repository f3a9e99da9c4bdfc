import type { Problem } from "@cxmetrics/definition";
import type { MissingAnswers } from "./missing-answers.js";

/** A column that a command wants. */
export type ColumnRequest = NumberRequest | TimeRequest | TextRequest;

/** Numbers; blank cells and the texts of `missing` become `NaN`, its codes stay, so that a tally can name them. */
interface NumberRequest {
  readonly kind: "number";
  readonly name: string;
  readonly missing?: MissingAnswers;
}

/** Instants in epoch milliseconds. */
interface TimeRequest {
  readonly kind: "time";
  readonly name: string;
  /** Unit of plain numbers; without it milliseconds, and numbers that look like seconds are refused. */
  readonly unit?: "ms" | "s";
}

/** Texts with a dictionary. */
export interface TextRequest {
  readonly kind: "text";
  readonly name: string;
}

/** Numbers of a column; `NaN` marks a blank cell and never leaves the command as a number. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Instants of a column in epoch milliseconds. */
export interface TimeColumn {
  readonly kind: "time";
  readonly values: Float64Array;
  /** Cells without an offset, which were read as UTC. */
  readonly readAsUtc: number;
}

/** Row r holds `names[codes[r]]`. `names[0]` is always `null`: the blank cell. Texts are trimmed. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly names: readonly (string | null)[];
}

/** What a request gives. */
export type ColumnOf<R> = R extends NumberRequest
  ? NumberColumn
  : R extends TimeRequest
    ? TimeColumn
    : R extends TextRequest
      ? TextColumn
      : undefined;

/** Why a cell cannot be taken; the reader adds file, row and column. */
export interface CellRefusal {
  readonly problem: Problem;
  readonly value: string;
}

/** Takes the cells of one column in order. Numbers come from typed files, texts from all others. */
export interface ColumnSink<C> {
  /** @returns the refusal, or `undefined` when the cell was taken */
  take(cell: string | number | null): CellRefusal | undefined;
  finish(): C;
}
