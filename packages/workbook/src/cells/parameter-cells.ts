import type { IndexDefinition } from "@cxmetrics/index-model";
import { definedNames } from "../defined-names.js";
import type { Bound } from "../parameters/binding.js";
import type { Parameter } from "../parameters/parameter.js";
import { weighedChild } from "../parameters/weighed-child.js";

/** A cell that is computed from parameters. */
interface DerivedCell {
  readonly name: string;
  readonly formula: string;
  /** The node whose formula reads it. */
  readonly node: string | undefined;
}

/** Names of the cells of parameters, handed out once each. */
export interface ParameterCells {
  nameOf(parameter: Parameter): string;
  /** The name of whatever stands behind a constant. */
  nameOfBound(bound: Bound): string;
  /** A cell that stays empty: a fitted parameter that the data could not support. */
  emptyFor(name: string): string;
  /** A cell of the workbook itself, such as a tolerance. */
  own(prefix: string, ...parts: readonly (string | number)[]): string;
  readonly derived: readonly DerivedCell[];
  readonly empty: ReadonlyMap<string, string>;
}

/** The names of a new workbook. */
export function parameterCells(document: IndexDefinition): ParameterCells {
  const newName = definedNames();
  const names = new Map<Parameter, string>();
  const derived = new Map<string, DerivedCell>();
  const empty = new Map<string, string>();
  const nameOf = (parameter: Parameter): string => {
    const known = names.get(parameter);
    if (known !== undefined) return known;
    const { path, node } = parameter;
    const weighed = weighedChild(document, parameter);
    if (weighed !== undefined) {
      const name = newName("w", node ?? "", weighed);
      names.set(parameter, name);
      return name;
    }
    const own = path[0] === "calibration" ? [...path.slice(2)] : path.slice(node === undefined ? 0 : 1);
    const told = own
      .map((key) => (typeof key === "number" ? key + 1 : key))
      .filter((key) => key !== "normalise");
    const name = newName("p", ...told);
    names.set(parameter, name);
    return name;
  };
  return {
    nameOf,
    nameOfBound: (bound) => {
      if ("path" in bound) return nameOf(bound);
      const formula = bound.write(bound.of.map(nameOf));
      const known = derived.get(formula);
      if (known) return known.name;
      const node = bound.of.find((parameter) => parameter.node !== undefined)?.node;
      const name = newName("d", node ?? "scale", derived.size + 1);
      derived.set(formula, { name, formula, node });
      return name;
    },
    emptyFor: (name) => {
      const known = empty.get(name);
      if (known !== undefined) return known;
      const made = newName("p", name);
      empty.set(name, made);
      return made;
    },
    own: (prefix, ...parts) => newName(prefix, ...parts),
    get derived() {
      return [...derived.values()];
    },
    empty,
  };
}
