import type { Column } from "@cxmetrics/formula";
import { nearness, type Slope, type Slopes } from "./slope.js";
import type { StackedIndex } from "./stacked-index.js";
import type { UnitErrors } from "./unit-errors.js";

/** Step of the central difference, in standard errors. */
const smallStep = 1e-3;

/** How far the slope over three standard errors may stray from the one at the point. */
const straight = 0.1;

/**
 * Derivatives by central differences of a thousandth of a standard error, for nodes that are more than formulas. Where the slope over
 * three standard errors differs by more than a tenth, a straight line misleads.
 */
export function slopesByDifferences(
  stack: StackedIndex,
  columns: Readonly<Record<string, ArrayLike<number | null>>>,
  units: readonly UnitErrors[],
): Slopes {
  const ids = Object.keys(stack.base.nodes);
  const slopes = units.map(
    (errors, row) =>
      new Map(
        ids.map((id) => [
          id,
          {
            value: stack.base.nodes[id]?.values[row] ?? null,
            gradient: new Float64Array(errors.inputs.length),
            used: new Set<number>(),
            near: new Set<"curvature">(),
          },
        ]),
      ),
  );
  const names = new Set(units.flatMap(({ inputs }) => inputs.map(({ column }) => column)));
  const steps = [-smallStep, smallStep, -nearness, nearness];
  for (const name of names) {
    const cells = new Float64Array(units.length * steps.length);
    const errorAt = units.map(({ inputs, placeOf }) => {
      const input = inputs[placeOf.get(name) ?? -1];
      return Math.sqrt(input?.variance ?? (1e-3 * Math.max(1, Math.abs(input?.value ?? 1))) ** 2);
    });
    steps.forEach((step, copy) => {
      units.forEach((errors, row) => {
        const cell = columns[name]?.[row];
        const moves = errors.placeOf.has(name) ? step * (errorAt[row] ?? 0) : 0;
        cells[copy * units.length + row] = typeof cell === "number" ? cell + moves : Number.NaN;
      });
    });
    const scored = stack.score(new Map([[name, cells]]), steps.length, ids);
    units.forEach((errors, row) => {
      const place = errors.placeOf.get(name);
      if (place === undefined) return;
      for (const id of ids)
        slopeOf(slopes[row]?.get(id), scored.get(id), place, errorAt[row] ?? 0, row, units.length);
    });
  }
  return slopes;
}

function slopeOf(
  slope: (Omit<Slope, "used" | "near"> & { used: Set<number>; near: Set<"curvature"> }) | undefined,
  column: Column | undefined,
  place: number,
  error: number,
  row: number,
  units: number,
): void {
  if (!slope || !column || slope.value === null) return;
  const at = (copy: number) => {
    const index = copy * units + row;
    return column.fault[index] === 0 ? (column.values[index] ?? 0) : undefined;
  };
  const [below, above, low, high] = [at(0), at(1), at(2), at(3)];
  if (below === undefined || above === undefined || low === undefined || high === undefined) {
    slope.used.add(place);
    slope.near.add("curvature");
    return;
  }
  if (below === above && low === high && low === slope.value) return;
  slope.used.add(place);
  const here = (above - below) / (2 * smallStep * error);
  slope.gradient[place] = here;
  const sides = [(high - slope.value) / (nearness * error), (slope.value - low) / (nearness * error)];
  const most = Math.max(Math.abs(here), ...sides.map(Math.abs));
  if (sides.some((side) => Math.abs(side - here) > straight * most)) slope.near.add("curvature");
}
