import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { randomStream } from "@cxmetrics/stats";
import { mostDimensions } from "./direction-numbers.js";
import { estimateSobol } from "./estimate-sobol.js";
import {
  duplicateFactor,
  modelBroken,
  modelNotAFunction,
  notAPowerOfTwo,
  tooManyFactors,
  tooManyResults,
} from "./problems.js";
import { outputUndefined } from "./reasons.js";
import { sobolSequence } from "./sobol-sequence.js";

/** How the samples of a sensitivity analysis are drawn. */
export interface SobolOptions {
  /** Rows N of the base design, 16 to 65,536; the model runs N(k+2) times. 1024 when left out. */
  readonly samples?: number;
  /** `sobol` (default): Sobol's sequence with a random digital shift, N a power of 2. `random`: independent points. */
  readonly design?: "sobol" | "random";
  /** 0 to 4294967295; 1 when left out. */
  readonly seed?: number;
  /** Bootstrap resamples for the intervals, 0 to 10,000; 200 when left out, 0 for none. */
  readonly bootstrap?: number;
  /** Level of the intervals; 0.95 when left out. */
  readonly level?: number;
}

/** An index with its bootstrap interval. */
export interface SobolIndex {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/** Sensitivity of one output. */
export interface SobolIndices {
  readonly status: "ok";
  /** Mean and variance of the output over the design. */
  readonly mean: number;
  readonly variance: number;
  readonly factors: Readonly<
    Record<
      string,
      {
        /** Share of the variance that the factor explains alone, by Saltelli (2010). */
        readonly first: SobolIndex;
        /** The same by Jansen (1999): noisier for small shares, steadier for large ones. */
        readonly firstJansen: SobolIndex;
        /** Share of the variance in which the factor takes part, by Jansen (1999). */
        readonly total: SobolIndex;
      }
    >
  >;
  /** What a factor gets that the model never reads: shares no greater than the upper limit cannot be told from nothing. */
  readonly dummy: { readonly first: SobolIndex; readonly total: SobolIndex };
}

/** How an analysis was made. */
export interface SobolDesign {
  readonly design: "sobol" | "random";
  readonly generator: string;
  readonly samples: number;
  readonly runs: number;
  readonly seed: number;
  readonly bootstrap: number;
  readonly level: number;
}

/** Results kept for the estimators. */
const mostResults = 60_000_000;

/**
 * Variance-based sensitivity of any model of independent factors: first-order and total Sobol' indices of each output.
 *
 * $$ S_j = \frac{\tfrac1N\sum_r f(B)_r\,(f(A_B^{(j)})_r - f(A)_r)}{V}, \qquad S_{Tj} = \frac{\tfrac1{2N}\sum_r (f(A)_r - f(A_B^{(j)})_r)^2}{V} $$
 *
 * with f centred, V over A and B together, and $A_B^{(j)}$ the design A with column j of B (N(k+2) runs). Bootstrap intervals resample
 * rows of all runs jointly and compute V anew (percentiles). The dummy factor is one that the model does not read
 * (Khorashadi Zadeh et al., Environmental Modelling & Software 91, 2017). Factors are taken as independent.
 *
 * Sources: Saltelli et al., Computer Physics Communications 181 (2010), Table 2; Jansen, Computer Physics Communications 117 (1999);
 * Sobol', Mathematics and Computers in Simulation 55 (2001).
 *
 * @param factors names of the factors
 * @param model results at a point whose coordinates lie strictly between 0 and 1, one a factor; `NaN` where there is none
 * @param options samples, design, seed, bootstrap, level
 * @returns how it was made and, for each result of the model, its indices, or `not-computable`: `constant-output`, `output-undefined`
 * @throws `CxMetricsError` `sensitivity.not-a-power-of-two`, `sensitivity.too-many-factors` (32 for `sobol`),
 * `sensitivity.too-many-results`, `sensitivity.duplicate-factor`, `sensitivity.model-not-a-function`, `sensitivity.model-broken`; `document.*` for options
 * @example
 * ```ts
 * const sum = ([x, y]) => [2 * x + y];
 * const { outputs } = sobolIndices(["x", "y"], sum, { samples: 1024, bootstrap: 0 });
 * Math.round(1000 * outputs[0].factors.x.total.value) / 1000; // => 0.8
 * ```
 */
export function sobolIndices(
  factors: readonly string[],
  model: (point: Float64Array) => ArrayLike<number>,
  options: SobolOptions = {},
): { readonly design: SobolDesign; readonly outputs: readonly (SobolIndices | NotComputable)[] } {
  const names = readNames(factors);
  const plan = readSobolOptions(options, names.length);
  if (typeof model !== "function")
    throw new CxMetricsError(modelNotAFunction, { path: ["model"], values: { found: describeValue(model) } });
  const stream = randomStream(plan.seed);
  const { first, second } = designOf(names.length, plan, stream);
  const sizes: { results?: number; runs: number } = { runs: names.length + 2 };
  const runs = (columns: readonly Float64Array[]) => runAll(model, columns, plan.samples, sizes);
  const a = runs(first);
  const b = runs(second);
  const mixed = names.map((_, j) =>
    runs(first.map((column, i) => (i === j ? (second[i] ?? column) : column))),
  );
  const draws = resamples(plan, stream);
  const outputs = a.map((list, at) => {
    const all = [list, b[at] ?? list, ...mixed.map((part) => part[at] ?? list)];
    const lacking = all.reduce(
      (sum, part) => sum + part.filter((value) => !Number.isFinite(value)).length,
      0,
    );
    if (lacking > 0) return outputUndefined(lacking);
    return estimateSobol(names, all, draws, plan.level);
  });
  const { samples, seed, bootstrap, level, design } = plan;
  const generator =
    design === "sobol"
      ? "sobol (new-joe-kuo-6.21201), digital shift by xoroshiro128plus"
      : "xoroshiro128plus";
  return {
    design: { design, generator, samples, runs: samples * (names.length + 2), seed, bootstrap, level },
    outputs,
  };
}

function readNames(value: unknown): readonly string[] {
  const names = expectList(value, ["factors"], expectText, 1);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new CxMetricsError(duplicateFactor, { path: ["factors"], values: { id: twice } });
  return names;
}

/** Options with their defaults, checked against the number of factors. */
export function readSobolOptions(options: unknown, factors: number): Required<SobolOptions> {
  const record = expectRecord(options, ["options"], [], ["samples", "design", "seed", "bootstrap", "level"]);
  const number = (key: string, fallback: number, least: number, most: number, integer = true) =>
    record[key] === undefined
      ? fallback
      : expectNumber(record[key], ["options", key], { least, most, integer });
  const samples = number("samples", 1024, 16, 65_536);
  const design = expectOneOf(record["design"] ?? "sobol", ["options", "design"], ["sobol", "random"]);
  const nearest = 2 ** Math.round(Math.log2(samples));
  if (design === "sobol" && nearest !== samples)
    throw new CxMetricsError(notAPowerOfTwo, {
      path: ["options", "samples"],
      values: { found: samples, nearest },
    });
  const most = design === "sobol" ? mostDimensions / 2 : 200;
  if (factors > most)
    throw new CxMetricsError(tooManyFactors, { path: ["factors"], values: { found: factors, most } });
  return {
    samples,
    design,
    seed: number("seed", 1, 0, 4294967295),
    bootstrap: number("bootstrap", 200, 0, 10_000),
    level: number("level", 0.95, 0.5, 0.9999, false),
  };
}

function designOf(k: number, plan: Required<SobolOptions>, stream: ReturnType<typeof randomStream>) {
  if (plan.design === "random") {
    const draw = () => Float64Array.from({ length: plan.samples }, () => stream.uniform() + 2 ** -54);
    return { first: Array.from({ length: k }, draw), second: Array.from({ length: k }, draw) };
  }
  const shift = Array.from({ length: 2 * k }, () => stream.index(2 ** 32));
  const columns = sobolSequence(plan.samples, 2 * k, shift);
  return { first: columns.slice(0, k), second: columns.slice(k) };
}

/** Results by output, then row. */
function runAll(
  model: (point: Float64Array) => ArrayLike<number>,
  columns: readonly Float64Array[],
  samples: number,
  sizes: { results?: number; runs: number },
): readonly Float64Array[] {
  const point = new Float64Array(columns.length);
  let results: Float64Array[] = [];
  for (let row = 0; row < samples; row++) {
    columns.forEach((column, i) => {
      point[i] = column[row] as number;
    });
    const found: unknown = model(point);
    const list =
      Array.isArray(found) || ArrayBuffer.isView(found) ? (found as ArrayLike<unknown>) : undefined;
    sizes.results ??= list?.length ?? 0;
    if (list === undefined || list.length !== sizes.results || list.length === 0)
      throw new CxMetricsError(modelBroken, {
        path: ["model"],
        values: { found: describeValue(found), expected: sizes.results || "one or more" },
      });
    if (row === 0) {
      const kept = list.length * samples * sizes.runs;
      if (kept > mostResults)
        throw new CxMetricsError(tooManyResults, {
          path: ["options", "samples"],
          values: { found: kept, most: mostResults },
        });
      results = Array.from({ length: list.length }, () => new Float64Array(samples));
    }
    results.forEach((column, i) => {
      const value = list[i];
      column[row] = typeof value === "number" ? value : Number.NaN;
    });
  }
  return results;
}

function resamples(
  { bootstrap, samples }: Required<SobolOptions>,
  { index }: ReturnType<typeof randomStream>,
) {
  return Array.from({ length: bootstrap }, () => Int32Array.from({ length: samples }, () => index(samples)));
}
