import type { ProblemPath } from "@cxmetrics/definition";
import { parseExpression } from "@cxmetrics/formula";

/** Expects the members of a formula node. */
export function readFormula(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  parseExpression(record["expression"], [...path, "expression"]);
}
