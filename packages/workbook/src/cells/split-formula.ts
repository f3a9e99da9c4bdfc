import type { Condition, Expression } from "@cxmetrics/formula";
import { inputsOf } from "@cxmetrics/formula";
import type { BoundFormula } from "../parameters/binding.js";

/** A formula whose composite operands stand in cells of their own. */
export interface SplitFormula {
  /** The operands, in the order in which they have to be computed. */
  readonly parts: readonly { readonly name: string; readonly formula: BoundFormula }[];
  readonly rest: BoundFormula;
}

/** Gives every composite operand of a formula a name, or nothing where there is none to name. */
export function splitFormula(
  { shape, places }: BoundFormula,
  nameOf: (index: number) => string,
): SplitFormula | undefined {
  if (typeof shape !== "object") return undefined;
  const parts: { name: string; formula: BoundFormula }[] = [];
  const known = new Map<string, string>();
  const taken: string[] = [];
  const operand = (part: Expression, path: string): Expression => {
    if (typeof part !== "object" || inputsOf(part).length === 0) return part;
    taken.push(`${path}/`);
    // Trial values are all different, so equal texts are equal formulas over the same cells.
    const text = JSON.stringify(part);
    const before = known.get(text);
    if (before !== undefined) return before;
    const name = nameOf(parts.length);
    known.set(text, name);
    const own = [...places].flatMap(([place, bound]) =>
      place.startsWith(`${path}/`) ? [[place.slice(path.length + 1), bound] as const] : [],
    );
    parts.push({ name, formula: { shape: part, places: new Map(own) } });
    return name;
  };
  const condition = (part: Condition, path: string): Condition => {
    if ("compare" in part) {
      const [a, b] = part.of;
      return { ...part, of: [operand(a, `${path}/of/0`), operand(b, `${path}/of/1`)] };
    }
    if ("not" in part) return { not: condition(part.not, `${path}/not`) };
    return "all" in part
      ? { all: part.all.map((one, k) => condition(one, `${path}/all/${k}`)) }
      : { any: part.any.map((one, k) => condition(one, `${path}/any/${k}`)) };
  };
  const rest: Record<string, unknown> = { ...shape };
  for (const [key, value] of Object.entries(shape) as readonly (readonly [string, unknown])[]) {
    if (key === "of") rest[key] = (value as readonly Expression[]).map((part, k) => operand(part, `of/${k}`));
    else if (["lower", "upper", "then", "else"].includes(key)) rest[key] = operand(value as Expression, key);
    else if (key === "when") rest[key] = condition(value as Condition, key);
  }
  if (parts.length === 0) return undefined;
  return {
    parts,
    rest: {
      shape: rest as unknown as Expression,
      places: new Map([...places].filter(([place]) => !taken.some((path) => place.startsWith(path)))),
    },
  };
}
