import { solve } from "yalps";
import type { ReadBounds } from "./share-bounds.js";

/** One linear program of benefit of the doubt: the unit's own values, the benchmarks, the bounds. */
export interface BenefitProgram {
  readonly own: readonly number[];
  readonly benchmarks: readonly (readonly number[])[];
  readonly bounds: ReadBounds;
  /** Places of the benchmarks that the solver has been shown so far; grows as others turn out to bind. */
  readonly shown: Set<number>;
}

/** A program that begins with the best benchmark of every column: these keep every weight finite. */
export function benefitProgram(
  own: readonly number[],
  benchmarks: readonly (readonly number[])[],
  bounds: ReadBounds,
): BenefitProgram {
  const shown = new Set<number>();
  for (const column of own.keys()) {
    let best = 0;
    for (const [place, benchmark] of benchmarks.entries())
      if ((benchmark[column] ?? 0) > (benchmarks[best]?.[column] ?? 0)) best = place;
    shown.add(best);
  }
  return { own, benchmarks, bounds, shown };
}

/** Weights that give the unit its best score while no benchmark exceeds 1; `null` where the solver finds none. */
export function bestWeights(program: BenefitProgram): number[] | null {
  return maximise(program, program.own);
}

/**
 * Whether no other weights give the same score: two probes along a generic direction stay together only when the weights
 * are unique, unless the direction happens to stand square on all the alternatives.
 */
export function areUnique(program: BenefitProgram, score: number): boolean {
  const direction = program.own.map((_, column) => 1 + (((column + 1) * 0.6180339887498949) % 1));
  const along = (weights: readonly number[]) => sumOfProducts(weights, direction);
  const floor = score * (1 - 1e-9);
  const high = maximise(program, direction, floor);
  const low = maximise(
    program,
    direction.map((part) => -part),
    floor,
  );
  if (high === null || low === null) return false;
  return along(high) - along(low) <= 1e-5 * along(high);
}

/** Few benchmarks ever bind: solves with those shown, shows the ones that are violated, and solves again. */
function maximise(program: BenefitProgram, goal: readonly number[], floor?: number): number[] | null {
  const { benchmarks, shown } = program;
  for (;;) {
    const weights = maximiseShown(program, goal, floor);
    if (weights === null) return null;
    const before = shown.size;
    const violated = benchmarks
      .map((benchmark, place) => ({ place, value: sumOfProducts(weights, benchmark) }))
      .filter(({ place, value }) => value > 1 + 1e-10 && !shown.has(place))
      .sort((a, b) => b.value - a.value || a.place - b.place);
    for (const { place } of violated.slice(0, 5)) shown.add(place);
    if (shown.size === before) return weights;
  }
}

function maximiseShown(program: BenefitProgram, goal: readonly number[], floor?: number): number[] | null {
  const { own, benchmarks, bounds, shown } = program;
  const constraints = new Map<string, { max?: number; min?: number }>();
  const rows = own.map((value, column) => {
    const row = new Map<string, number>([["goal", goal[column] ?? 0]]);
    if (floor !== undefined) row.set("own", value);
    return row;
  });
  if (floor !== undefined) constraints.set("own", { min: floor });
  for (const place of shown) {
    constraints.set(`benchmark ${place}`, { max: 1 });
    for (const [column, row] of rows.entries())
      row.set(`benchmark ${place}`, benchmarks[place]?.[column] ?? 0);
  }
  if (bounds.kind !== "none") {
    // A weight share is w over Σw, a pie share w·x over Σw·x; cleared of its denominator either is linear.
    const part = (column: number) => (bounds.kind === "weight-shares" ? 1 : (own[column] ?? 0));
    for (const [column, least] of bounds.lower.entries()) {
      const most = bounds.upper[column] ?? 1;
      if (least > 0) constraints.set(`lower ${column}`, { min: 0 });
      if (most < 1) constraints.set(`upper ${column}`, { max: 0 });
      for (const [other, row] of rows.entries()) {
        const mine = other === column ? part(other) : 0;
        if (least > 0) row.set(`lower ${column}`, mine - least * part(other));
        if (most < 1) row.set(`upper ${column}`, mine - most * part(other));
      }
    }
  }
  const solution = solve(
    {
      direction: "maximize",
      objective: "goal",
      constraints,
      variables: rows.map((row, column) => [column, row] as const),
    },
    { precision: 1e-12, includeZeroVariables: true, maxPivots: 20_000 },
  );
  if (solution.status !== "optimal") return null;
  const weights = new Array<number>(own.length).fill(0);
  for (const [column, weight] of solution.variables) weights[column] = Math.max(0, weight);
  return weights.every((weight) => Number.isFinite(weight)) ? weights : null;
}

/** Plain sum: the figures are near 1 and few. */
function sumOfProducts(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (const [column, weight] of weights.entries()) sum += weight * (values[column] ?? 0);
  return sum;
}
