import {
  type Column,
  type Expression,
  evaluateColumns,
  faultCode,
  inputsOf,
  parseExpression,
} from "@cxmetrics/formula";

/**
 * Evaluates a formula whose fitted parameters may lack numbers because the reference data could not support them: these are
 * missing values, so that the outcome is missing and never a guess.
 */
export function evaluateFitted(
  expression: Expression,
  columns: ReadonlyMap<string, Column>,
  length: number,
): Column {
  const formula = parseExpression(expression);
  const unknown = inputsOf(formula).filter((name) => !columns.has(name));
  if (unknown.length === 0) return evaluateColumns(formula, columns, length);
  const missing: Column = {
    values: new Float64Array(length),
    fault: new Uint8Array(length).fill(faultCode.missing),
  };
  return evaluateColumns(
    formula,
    new Map([...columns, ...unknown.map((name) => [name, missing] as const)]),
    length,
  );
}
