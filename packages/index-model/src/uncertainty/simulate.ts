import type { NotComputable } from "@cxmetrics/definition";
import type { Column } from "@cxmetrics/formula";
import { randomStream } from "@cxmetrics/stats";
import { errorDrawer, gammaDrawer } from "./draw-errors.js";
import { type InputSums, inputSums } from "./input-sums.js";
import { sharesOf } from "./linearised-node.js";
import { type DrawnBlock, type NodeSums, nodeSums } from "./node-sums.js";
import { normalDrawer } from "./normal-drawer.js";
import { type RankCounter, rankCounter } from "./rank-counter.js";
import { drawsNotComputable, notRepresentable } from "./reasons.js";
import type { Slope, Slopes } from "./slope.js";
import type { StackedIndex } from "./stacked-index.js";
import type { NodeUncertainty } from "./uncertainty-result.js";
import { type UnitErrors, varianceOf } from "./unit-errors.js";
import { valueHistogram } from "./value-histogram.js";

/** What a simulation is asked for. */
export interface SimulationPlan {
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
  readonly nodes: readonly string[];
  readonly ranks?: string | undefined;
}

/** What a simulation tells. */
export interface SimulatedIndex {
  readonly node: (id: string, row: number) => NodeUncertainty | NotComputable;
  readonly ranks: RankCounter | undefined;
}

/** Rows of one block: draws are scored in blocks of this many, so that memory does not grow with draws. */
const rowsPerBlock = 8192;

/** Share of draws without a value beyond which their spread is not told. */
const mostUndefined = 0.05;

/** Draws the errors of every unit, scores all draws, and gathers moments, histograms and ranks as they come. */
export function simulate(
  stack: StackedIndex,
  table: Readonly<Record<string, ArrayLike<number | null>>>,
  errors: readonly UnitErrors[],
  slopes: Slopes,
  plan: SimulationPlan,
): SimulatedIndex {
  const units = errors.length;
  const stream = randomStream(plan.seed);
  const normal = normalDrawer(stream);
  const gamma = gammaDrawer(stream, normal);
  const columns = [...new Set(errors.flatMap(({ inputs }) => inputs.map(({ column }) => column)))];
  const wanted = plan.ranks === undefined ? plan.nodes : [...new Set([...plan.nodes, plan.ranks])];
  const cells = plan.nodes.flatMap((id) =>
    errors.map((unit, row) => ({ id, row, unit, slope: slopes[row]?.get(id) as Slope })),
  );
  const { lower, upper } = stack.document.scale;
  const histogram = valueHistogram(
    Float64Array.from(cells, ({ slope }) => slope.value ?? 0),
    Float64Array.from(
      cells,
      ({ slope, unit }) => Math.sqrt(varianceOf(slope.gradient, unit)) || (upper - lower) / 1000,
    ),
  );
  const root = plan.ranks;
  const ranks =
    root === undefined
      ? undefined
      : rankCounter(Float64Array.from(errors, (_, row) => stack.base.nodes[root]?.values[row] ?? Number.NaN));

  const perBlock = Math.max(1, Math.min(plan.draws, Math.floor(rowsPerBlock / units)));
  const raw = new Map(columns.map((name) => [name, new Float64Array(units * perBlock)]));
  const { byCopy, byUnit, run } = stack.prepare(raw, perBlock, wanted);
  for (const [name, values] of raw)
    for (let row = 0; row < units; row++)
      for (let copy = 0; copy < perBlock; copy++)
        values[copy * byCopy + row * byUnit] = table[name]?.[row] ?? Number.NaN;
  const targets = errors.map(({ inputs }) => inputs.map(({ column }) => raw.get(column) as Float64Array));
  const drawers = errors.map((unit, row) => errorDrawer(unit, targets[row] ?? [], normal, gamma));
  const inputs = errors.map((unit, row) => inputSums(unit, targets[row] ?? []));
  const sums = cells.map(({ slope, unit, row }) =>
    nodeSums(slope, unit, targets[row] ?? [], inputs[row] as InputSums),
  );
  const values = new Float64Array(units);
  const drawn = new Float64Array(perBlock);
  const rows = new Int32Array(perBlock);
  /** The draws of one unit that have a value, side by side. */
  const gather = ({ values, fault }: Column, row: number, copies: number): DrawnBlock => {
    let count = 0;
    for (let copy = 0; copy < copies; copy++) {
      const at = copy * byCopy + row * byUnit;
      if (fault[at] !== 0) continue;
      drawn[count] = values[at] as number;
      rows[count] = at;
      count += 1;
    }
    return { values: drawn, rows, count, whole: count === copies };
  };
  for (let done = 0; done < plan.draws; done += perBlock) {
    const copies = Math.min(perBlock, plan.draws - done);
    for (let copy = 0; copy < copies; copy++)
      for (let row = 0; row < units; row++) drawers[row]?.(copy * byCopy + row * byUnit);
    const scored = run(copies);
    // Unit by unit, so that what was drawn for it stays at hand.
    for (let row = 0; row < units; row++) {
      plan.nodes.forEach((id, node) => {
        const column = scored.get(id);
        if (!column) return;
        const cell = node * units + row;
        const block = gather(column, row, copies);
        (sums[cell] as NodeSums).add(block);
        histogram.add(cell, drawn, block.count);
      });
      for (let copy = 0; copy < copies; copy++) rows[copy] = copy * byCopy + row * byUnit;
      inputs[row]?.add(rows, copies);
    }
    const ranked = root === undefined ? undefined : scored.get(root);
    if (ranked && ranks)
      for (let copy = 0; copy < copies; copy++) {
        for (let row = 0; row < units; row++) {
          const at = copy * byCopy + row * byUnit;
          values[row] = ranked.fault[at] === 0 ? (ranked.values[at] as number) : Number.NaN;
        }
        ranks.add(values);
      }
  }

  const cellAt = new Map(cells.map(({ id, row }, cell) => [`${row} ${id}`, cell]));
  return {
    ranks,
    node: (id, row) => {
      const cell = cellAt.get(`${row} ${id}`) ?? 0;
      const { slope, unit } = cells[cell] as (typeof cells)[number];
      const gathered = sums[cell] as NodeSums;
      const undefinedShare = 1 - gathered.count() / plan.draws;
      if (undefinedShare > mostUndefined) return drawsNotComputable(undefinedShare);
      const variance = gathered.variance();
      // A t error with two degrees of freedom or fewer has no variance.
      const heavy = [...slope.used].some((place) => freedomAt(unit, place) <= 2);
      const tail = (1 - plan.level) / 2;
      const [low, high] = [histogram.quantile(cell, tail), histogram.quantile(cell, 1 - tail)];
      if (![variance, low, high].every(Number.isFinite)) return notRepresentable;
      return {
        status: "ok",
        value: slope.value ?? 0,
        standardError: heavy ? null : Math.sqrt(variance),
        degreesOfFreedom: null,
        interval: {
          status: "ok",
          lower: low,
          upper: high,
          level: plan.level,
          method: "monte-carlo-percentile",
        },
        method: "monte-carlo",
        near: [
          ...slope.near,
          ...(undefinedShare > 0 ? ["undefined"] : []),
          ...(heavy ? ["heavy-tail"] : []),
        ].sort(),
        shares: heavy || !(variance > 0) ? null : sharesOf(gathered.parts(), variance, slope, unit),
      };
    },
  };
}

function freedomAt({ inputs, block }: UnitErrors, place: number): number {
  return block?.places.includes(place) ? block.df : (inputs[place]?.df ?? Infinity);
}
