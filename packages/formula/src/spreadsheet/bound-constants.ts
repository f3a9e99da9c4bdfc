import type { Condition, Expression, Operation } from "../expression.js";
import { constantOf } from "../leaf.js";

/** Where a constant stands in a formula: the keys that lead to it, for example `["of", 1, "weights", 0]`. */
export type ConstantPlace = readonly (string | number)[];

/** Begins a leaf that stands for the cell of a constant; no name of an input may hold it. */
const mark = "\u0001";

/** Cells of the constants that are no operands — weights, digits, knots — by their place in an operation. */
const cells: unique symbol = Symbol("cells of constants");

/** A formula whose constants were replaced by the cells that hold them. */
export function bindConstants(
  formula: Expression,
  cellAt: (place: ConstantPlace) => string | undefined,
): Expression {
  const bind = (part: Expression, at: ConstantPlace): Expression => {
    if (typeof part === "object") return bindOperation(part, at);
    const cell = constantOf(part) === undefined ? undefined : cellAt(at);
    return cell === undefined ? part : `${mark}${cell}`;
  };
  const bindCondition = (condition: Condition, at: ConstantPlace): Condition => {
    if ("compare" in condition) {
      const [a, b] = condition.of;
      return { ...condition, of: [bind(a, [...at, "of", 0]), bind(b, [...at, "of", 1])] };
    }
    if ("not" in condition) return { not: bindCondition(condition.not, [...at, "not"]) };
    const key = "all" in condition ? "all" : "any";
    const parts = "all" in condition ? condition.all : condition.any;
    const bound = parts.map((part, k) => bindCondition(part, [...at, key, k]));
    return "all" in condition ? { all: bound } : { any: bound };
  };
  const bindOperation = (operation: Operation, at: ConstantPlace): Operation => {
    const found = new Map<string, string>();
    const copy: Record<PropertyKey, unknown> = { ...operation };
    for (const [key, value] of Object.entries(operation)) {
      const place = [...at, key];
      if (key === "of")
        copy[key] = (value as readonly Expression[]).map((part, k) => bind(part, [...place, k]));
      else if (["lower", "upper", "then", "else"].includes(key)) copy[key] = bind(value as Expression, place);
      else if (key === "when") copy[key] = bindCondition(value as Condition, place);
      else findCells(value, place, [key], found);
    }
    if (found.size > 0) copy[cells] = found;
    return copy as unknown as Operation;
  };
  const findCells = (
    value: unknown,
    place: ConstantPlace,
    own: readonly (string | number)[],
    found: Map<string, string>,
  ): void => {
    if (Array.isArray(value)) {
      value.forEach((item, k) => {
        findCells(item, [...place, k], [...own, k], found);
      });
      return;
    }
    const constant =
      typeof value === "number" || (typeof value === "string" && constantOf(value) !== undefined);
    const cell = constant ? cellAt(place) : undefined;
    if (cell !== undefined) found.set(own.join("."), cell);
  };
  return bind(formula, []);
}

/** The cell that a leaf stands for, `undefined` for any other part. */
export function boundLeaf(part: Expression): string | undefined {
  return typeof part === "string" && part.startsWith(mark) ? part.slice(mark.length) : undefined;
}

/** The cell in which a constant of an operation stands. */
export function boundCell(operation: object, place: readonly (string | number)[]): string | undefined {
  const found = (operation as { readonly [cells]?: ReadonlyMap<string, string> })[cells];
  return found?.get(place.join("."));
}
