import { CxMetricsError } from "@cxmetrics/definition";
import { levelOutOfRange } from "../problems.js";
import { finiteNumber } from "./finite-number.js";

/** A confidence level strictly between 0 and 1; 0.95 when none is given. */
export function confidenceLevel(value: unknown): number {
  const level = value === undefined ? 0.95 : finiteNumber(value, "level");
  if (level > 0 && level < 1) return level;
  throw new CxMetricsError(levelOutOfRange, { path: ["level"], values: { found: level } });
}
