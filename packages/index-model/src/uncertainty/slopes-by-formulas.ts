import type { Expression } from "@cxmetrics/formula";
import { rawName } from "../node-id.js";
import { constantDual, type Dual, type Kink } from "./dual.js";
import { dualOf } from "./expression-dual.js";
import { nearness, type Slope, type Slopes } from "./slope.js";
import type { StackedIndex } from "./stacked-index.js";
import { type UnitErrors, varianceOf } from "./unit-errors.js";
import { UnknownOperation } from "./unknown-operation.js";

/** Exact derivatives of every node, or `undefined` where the formulas say more than can be differentiated. */
export function slopesByFormulas(
  stack: StackedIndex,
  columns: Readonly<Record<string, ArrayLike<number | null>>>,
  units: readonly UnitErrors[],
): Slopes | undefined {
  const { formulas } = stack;
  if (!formulas) return undefined;
  const leaves = new Map(
    [...stack.columnOfLeaf].map(([id, column]) => [rawName(id), { id, column }] as const),
  );
  try {
    return units.map((errors, row) =>
      slopesOfUnit(stack, formulas, errors, row, (name) => {
        const leaf = leaves.get(name);
        if (!leaf && !name.startsWith("@")) return undefined;
        const column = leaf?.column ?? name.slice(1);
        const cell = columns[column]?.[row];
        const outside = leaf && stack.base.nodes[leaf.id]?.reasons?.[row] === "not-applicable";
        const present = typeof cell === "number" && !Number.isNaN(cell) && !outside;
        const dual = constantDual(present ? cell : null, errors.inputs.length);
        const place = errors.placeOf.get(column);
        if (!present || place === undefined) return { dual, used: new Set() };
        dual.gradient[place] = 1;
        return { dual, used: new Set([place]) };
      }),
    );
  } catch (thrown) {
    if (thrown instanceof UnknownOperation) return undefined;
    throw thrown;
  }
}

interface Read {
  readonly dual: Dual;
  readonly used: ReadonlySet<number>;
}

function slopesOfUnit(
  { base }: StackedIndex,
  formulas: ReadonlyMap<string, Expression>,
  errors: UnitErrors,
  row: number,
  raw: (name: string) => Read | undefined,
): ReadonlyMap<string, Slope> {
  const slopes = new Map<string, Slope>();
  for (const [id, formula] of formulas) {
    const used = new Set<number>();
    const near = new Set<Slope["near"] extends ReadonlySet<infer K> ? K : never>();
    const kink = ({ kind, margin, gradient }: Kink): boolean => {
      const spread = Math.sqrt(varianceOf(gradient, errors));
      const close = spread > 0 && Math.abs(margin) <= nearness * spread;
      if (close) near.add(kind);
      return close;
    };
    const read = (name: string): Dual => {
      const leaf = raw(name);
      for (const place of leaf?.used ?? slopes.get(name)?.used ?? []) used.add(place);
      if (leaf) return leaf.dual;
      const slope = slopes.get(name);
      if (!slope) throw new UnknownOperation(name);
      for (const kind of slope.near) near.add(kind);
      return slope;
    };
    const { value, gradient } = dualOf(formula, { read, size: errors.inputs.length, kink });
    const scored = base.nodes[id]?.values[row] ?? null;
    if (!same(value, scored)) throw new UnknownOperation(id);
    slopes.set(id, { value: scored, gradient, used, near });
  }
  return slopes;
}

/** Where the score has no value the derivative is never told, so what the chain rule made of it is no matter. */
function same(value: number | null, scored: number | null): boolean {
  if (scored === null) return true;
  return value !== null && Math.abs(value - scored) <= 1e-9 * Math.max(1, Math.abs(scored));
}
