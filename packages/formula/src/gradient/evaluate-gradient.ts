import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { Column } from "../column.js";
import type { ColumnInputs } from "../column-inputs.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { Expression, Operation } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { constantOf } from "../leaf.js";
import { mapOperands } from "../map-operands.js";
import { parseExpression } from "../parse-expression.js";
import { badGradientNames } from "../problems.js";
import { localSlopes, type Slopes } from "./local-slopes.js";

/** Values of a formula with their partial derivatives. */
export interface Gradient {
  readonly value: Column;
  /** Partial derivative by name; a row whose value has a fault has the same one here, an infinite slope is `overflow`. */
  readonly partials: ReadonlyMap<string, Column>;
  /** 1 where the row stands exactly on a bend (of a clamp, minimum, `if`, knot …), so that the slope given is that of one side. */
  readonly kink: Uint8Array;
  /** 1 where the value has come through `round` or `step`: there the slope is 0, or misses the jumps. */
  readonly stepped: Uint8Array;
}

/** A part of the formula over all rows. A part that does not depend on a name has no slopes by it. */
interface Part {
  readonly value: Column;
  readonly slopes: ReadonlyMap<string, Float64Array>;
  readonly kink: Uint8Array;
  readonly stepped: Uint8Array;
}

/**
 * Computes a formula and its exact partial derivatives for every row, by the chain rule forwards through the tree; no step width
 * is involved. Operands that a policy leaves out have no slope; weights are taken as constants.
 *
 * On a bend the slope is one-sided and `kink` says so: a clamp keeps the slope of its operand, a minimum or maximum that of the
 * first of equal operands, an absolute value that to the right, a knot that of the line to its right, `if` that of the side
 * chosen. `round` and `step` have slope 0 and are told by `stepped`.
 *
 * @param expression the formula
 * @param inputs columns of `length` rows
 * @param length number of rows
 * @param names the inputs by which to differentiate; a name that the formula does not read has slope 0
 * @throws `CxMetricsError` as `evaluateColumns` does; `formula.bad-gradient-names` when the names are no list of texts
 * @example
 * ```ts
 * const area = { op: "multiply", of: ["width", "height"] };
 * const inputs = { width: columnFrom([2, 5]), height: columnFrom([3, 0.5]) };
 * const { partials } = evaluateGradient(area, inputs, 2, ["width"]);
 * columnToArray(partials.get("width")); // => [3, 0.5]
 * ```
 */
export function evaluateGradient(
  expression: Expression,
  inputs: ColumnInputs,
  length: number,
  names: readonly string[],
): Gradient {
  const formula = parseExpression(expression);
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string"))
    throw new CxMetricsError(badGradientNames, { path: ["names"], values: { found: describeValue(names) } });
  const wanted = new Set<string>(names);
  // Also checks inputs and length.
  const value = evaluateColumns(formula, inputs, length);
  const { slopes, kink, stepped } = partOf(formula, inputs, length, wanted);
  const partials = new Map([...wanted].map((name) => [name, slopeColumn(value, slopes.get(name))] as const));
  return { value, partials, kink, stepped };
}

function partOf(part: Expression, inputs: ColumnInputs, length: number, wanted: ReadonlySet<string>): Part {
  if (typeof part === "object") return composed(part, inputs, length, wanted);
  const named = typeof part === "string" && constantOf(part) === undefined && wanted.has(part);
  const value = evaluateColumns(part, inputs, length);
  const slopes = new Map(named ? [[part, new Float64Array(length).fill(1)]] : []);
  return { value, slopes, kink: new Uint8Array(length), stepped: new Uint8Array(length) };
}

function composed(
  operation: Operation,
  inputs: ColumnInputs,
  length: number,
  wanted: ReadonlySet<string>,
): Part {
  // The operation alone, over columns that hold its operands; constants stay, for the sake of checks.
  const operands: Part[] = [];
  const columns = new Map<string, Column>();
  const shallow = mapOperands(operation, (child) => {
    const part = partOf(child, inputs, length, wanted);
    const name = `operand ${operands.length}`;
    operands.push(part);
    columns.set(name, part.value);
    return typeof child !== "object" && constantOf(child) !== undefined ? child : name;
  });
  const value = evaluateColumns(shallow, columns, length);
  const names = new Set(operands.flatMap(({ slopes }) => [...slopes.keys()]));
  const slopes = new Map([...names].map((name) => [name, new Float64Array(length)] as const));
  const [kink, stepped] = [new Uint8Array(length), new Uint8Array(length)];
  const rule = localSlopes(operation);
  const local: Slopes = { by: new Float64Array(operands.length), kink: false, stepped: false };

  const values = operands.map((part) => part.value);
  for (let row = 0; row < length; row += 1) {
    if (value.fault[row] !== 0) continue;
    local.by.fill(0);
    local.kink = false;
    local.stepped = false;
    rule(values, row, value.values[row] as number, local);
    kink[row] = local.kink ? 1 : 0;
    stepped[row] = local.stepped ? 1 : 0;
    operands.forEach((part, k) => {
      const slope = local.by[k] as number;
      if (slope === 0) return;
      if (part.kink[row] === 1) kink[row] = 1;
      if (part.stepped[row] === 1) stepped[row] = 1;
      for (const [name, inner] of part.slopes) {
        const out = slopes.get(name) as Float64Array;
        // An infinite slope by something that does not move is no slope.
        if (inner[row] !== 0) out[row] = (out[row] as number) + slope * (inner[row] as number);
      }
    });
  }
  return { value, slopes, kink, stepped };
}

function slopeColumn(value: Column, slope: Float64Array | undefined): Column {
  const length = value.values.length;
  const column: Column = { values: new Float64Array(length), fault: Uint8Array.from(value.fault) };
  for (let row = 0; row < length; row += 1) {
    const found = slope?.[row] ?? 0;
    if (column.fault[row] !== 0) continue;
    if (Number.isFinite(found)) column.values[row] = found + 0;
    else column.fault[row] = faultCode.overflow;
  }
  return column;
}
