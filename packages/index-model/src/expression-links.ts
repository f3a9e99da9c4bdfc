import { type Expression, inputsOf } from "@cxmetrics/formula";
import { type Link, readColumnName, readName } from "./node-id.js";

/** The nodes that a formula reads, each link once. */
export function expressionLinks(expression: Expression): readonly Link[] {
  return inputsOf(expression)
    .filter((name) => readColumnName(name) === undefined)
    .map(readName);
}

/** The numeric columns of the table that a formula reads as `@<column>`. */
export function expressionColumns(expression: Expression): readonly string[] {
  return inputsOf(expression).flatMap((name) => readColumnName(name) ?? []);
}
