import { constantDual, type Dual } from "../uncertainty/dual.js";
import { dualOf } from "../uncertainty/expression-dual.js";
import type { StackedIndex } from "../uncertainty/stacked-index.js";
import { UnknownOperation } from "../uncertainty/unknown-operation.js";

/** Derivatives of a node by the values of leaves, unit by unit; `undefined` where formulas do not say everything. */
export function leafSlopes(
  { formulas, base }: StackedIndex,
  node: string,
  leaves: readonly string[],
  rows: readonly number[],
): readonly Float64Array[] | undefined {
  if (!formulas) return undefined;
  const size = leaves.length;
  const placeOf = new Map(leaves.map((id, place) => [id, place]));
  try {
    return rows.map((row) => {
      const duals = new Map<string, Dual>();
      const read = (name: string): Dual => {
        const dual = duals.get(name);
        if (!dual) throw new UnknownOperation(name);
        return dual;
      };
      for (const [id, formula] of formulas) {
        const value = base.nodes[id]?.values[row] ?? null;
        const place = placeOf.get(id);
        if (base.document.nodes[id]?.kind === "indicator") {
          const dual = constantDual(value, size);
          if (place !== undefined && value !== null) dual.gradient[place] = 1;
          duals.set(id, dual);
          // A formula that reads a raw value goes round the normalised one.
          const raw = base.nodes[id]?.raw?.[row] ?? null;
          duals.set(`${id}.raw`, constantDual(raw, size));
        } else {
          const dual = dualOf(formula, { read, size, kink: () => false });
          duals.set(id, { value, gradient: dual.gradient });
        }
        if (id === node) return (duals.get(id) as Dual).gradient;
      }
      throw new UnknownOperation(node);
    });
  } catch (thrown) {
    if (thrown instanceof UnknownOperation) return undefined;
    throw thrown;
  }
}
