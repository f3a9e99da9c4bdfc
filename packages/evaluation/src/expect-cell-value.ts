import { expectNumber, expectText, type ProblemPath } from "@cxmetrics/definition";
import type { CellValue } from "./evaluation-plan.js";

/** Expects a value that a cell can be compared with: a text or a finite number. */
export function expectCellValue(value: unknown, path: ProblemPath): CellValue {
  return typeof value === "number" ? expectNumber(value, path) : expectText(value, path);
}
