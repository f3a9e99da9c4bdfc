import type { Operation } from "../expression.js";
import { arithmeticInCell, clampInCell, conditionalInCell, roundInCell } from "./arithmetic-cell.js";
import { coalesceInCell, piecewiseInCell, stepInCell } from "./pieces-cell.js";
import {
  availableInCell,
  foldInCell,
  orderedMeanInCell,
  powerMeanInCell,
  spreadInCell,
} from "./reduction-cell.js";
import type { SpreadsheetWriter } from "./spreadsheet-writer.js";

/** An operation as a formula of a cell. */
export function operationInCell(part: Operation, writer: SpreadsheetWriter): string {
  switch (part.op) {
    case "power-mean":
      return powerMeanInCell(part, writer);
    case "ordered-mean":
      return orderedMeanInCell(part, writer);
    case "spread":
      return spreadInCell(part, writer);
    case "available":
      return availableInCell(part, writer);
    case "coalesce":
      return coalesceInCell(part, writer);
    case "absent":
      return writer.errorFor(part.reason);
    case "piecewise":
      return piecewiseInCell(part, writer);
    case "step":
      return stepInCell(part, writer);
    case "clamp":
      return clampInCell(part, writer);
    case "round":
      return roundInCell(part, writer);
    case "if":
      return conditionalInCell(part, writer);
    default:
      return part.missing === undefined ? arithmeticInCell(part, writer) : foldInCell(part, writer);
  }
}
