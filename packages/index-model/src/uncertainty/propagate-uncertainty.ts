import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import { engine } from "../engine.js";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { expectTrue } from "./expect-true.js";
import { linearisedNode, obstacle } from "./linearised-node.js";
import { tooLarge } from "./problems.js";
import { rankQuantileRule } from "./rank-counter.js";
import { readUnitErrors } from "./read-unit-errors.js";
import { caveat, gradesNotCarried, looksSideways } from "./reasons.js";
import { rollupUncertainty } from "./rollup-uncertainty.js";
import { type SimulatedIndex, simulate } from "./simulate.js";
import type { Slope, Slopes } from "./slope.js";
import { slopesByDifferences } from "./slopes-by-differences.js";
import { slopesByFormulas } from "./slopes-by-formulas.js";
import { stackIndex } from "./stacked-index.js";
import type { UncertainTable, UncertaintyOptions } from "./uncertainty-input.js";
import type { IndexUncertainty, NodeUncertainty } from "./uncertainty-result.js";
import type { UnitErrors } from "./unit-errors.js";
import { valueQuantileRule } from "./value-histogram.js";

/** Nodes times units of which histograms are kept. */
const mostCells = 12_000;

/** Units whose ranks are compared pair by pair. */
const mostRanked = 2000;

/**
 * Carries the errors of the raw values into every node of an index: standard errors, intervals, variance shares, and rank intervals.
 *
 * `linearised` is the delta method with exact derivatives of the index's own formulas,
 *
 * $$ \operatorname{Var}(y) \approx g^T S g, \qquad g_j = \partial y / \partial x_j $$
 *
 * with Student's t where estimates have degrees of freedom (Welch–Satterthwaite). `monte-carlo` draws the raw values — normal, t, or
 * Dirichlet with Jeffreys' prior where answers are counted, jointly where a covariance is given — and scores every draw; intervals are
 * percentiles and `value` stays the score. `auto` linearises, and simulates a node of a unit where a clamp, gate, rounding or change of
 * course lies within three standard errors, or where units look at one another; `near` says which.
 *
 * Errors of different units are taken as independent, and so are raw values that no covariance joins, provided that this is
 * declared: two surveys without a covariance, `independent` or `sharedRespondents` make the nodes above both `not-computable`
 * (`covariance-needed`). Other outcomes: `no-value`, `standard-error-unknown` (also an error of 0 without counts),
 * `looks-sideways`, `draws-not-computable` (over 5 %), `not-representable`. Columns without estimates count as exact and are warned of.
 *
 * Rollups by an arithmetic mean are told with the errors of independent members, $\sum w_i^2 SE_i^2 / (\sum w_i)^2$; other rollups
 * (`rollup-method-not-carried`) and grades (`grades-not-carried`) are refused by name.
 *
 * Sources: Wolter, Introduction to Variance Estimation (2007), ch. 6; JCGM 101:2008 (propagation by Monte Carlo); OECD/JRC
 * Handbook (2008), ch. 7.
 *
 * @param definition an index definition
 * @param uncertain the table, the errors of its cells, covariances unit by unit, and what is known of who answered
 * @param options method, draws, seed, level, nodes, ranks
 * @returns one entry for each node and unit; equal input and seed give equal output
 * @throws `CxMetricsError` as `scoreIndex` does; `uncertainty.*` for estimates and covariances that do not fit; `document.*` for
 * options; `index.dangling-node`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = (worst, best) => ({ kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst, best } });
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     ease: leaf(0, 200), trust: leaf(0, 200),
 *     index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *       children: [{ node: "ease", weight: 1 }, { node: "trust", weight: 1 }] },
 *   },
 * });
 * const estimate = (standardError) => [{ standardError, inference: "sample" }];
 * const uncertain = {
 *   table: { units: ["App"], columns: { ease: [80], trust: [60] } },
 *   estimates: { ease: estimate(3), trust: estimate(4) },
 * };
 * propagateUncertainty(definition, uncertain).nodes.index[0].reason; // => "covariance-needed"
 * const matrix = [[9, 6], [6, 16]];
 * const known = { ...uncertain, covariance: [{ columns: ["ease", "trust"], matrix }] };
 * propagateUncertainty(definition, known).nodes.index[0].standardError; // => 1.5206906325745548
 * propagateUncertainty(definition, { ...uncertain, independent: true }).nodes.index[0].standardError; // => 1.25
 * ```
 */
export function propagateUncertainty(
  definition: IndexDefinition,
  uncertain: UncertainTable,
  options: UncertaintyOptions = {},
): IndexUncertainty {
  const document = defineIndex(definition);
  const given = expectRecord(
    uncertain,
    ["uncertain"],
    ["table", "estimates"],
    ["covariance", "independent", "sharedRespondents"],
  ) as unknown as UncertainTable;
  expectTrue(given.independent, ["independent"]);
  const plan = readOptions(document, options);
  const stack = stackIndex(document, given.table);
  const errors = readUnitErrors(document, given, plan.level);
  const { columns, units } = given.table;
  const exact = slopesByFormulas(stack, columns, errors.units);
  const slopes = exact ?? slopesByDifferences(stack, columns, errors.units);
  const told = plan.nodes.map((id) =>
    units.map((_, row) => {
      const slope = slopes[row]?.get(id) as Slope;
      const fault = stack.base.nodes[id]?.reasons?.[row] ?? "missing";
      const unit = errors.units[row] as (typeof errors.units)[number];
      return { slope, unit, obstacle: obstacle(slope, unit, fault) };
    }),
  );
  const mustSimulate = ({ slope, obstacle }: (typeof told)[number][number]) =>
    obstacle === undefined &&
    (plan.method === "monte-carlo"
      ? slope.used.size > 0
      : plan.method === "auto" && (slope.near.size > 0 || stack.sideways));
  const simulated = told.some((list) => list.some(mustSimulate)) || plan.ranks !== undefined;
  if (simulated) refuseTooMuch(plan.nodes.length * units.length, plan.ranks === undefined ? 0 : units.length);
  const simulation = simulated
    ? simulate(stack, columns, errors.units, usedAll(slopes, stack.sideways), plan)
    : undefined;
  const nodes = plan.nodes.map((id, at) => {
    const list = (told[at] ?? []).map((cell, row): NodeUncertainty | NotComputable => {
      if (cell.obstacle) return cell.obstacle;
      if (mustSimulate(cell) && simulation) return simulation.node(id, row);
      return stack.sideways ? looksSideways : linearisedNode(cell.slope, cell.unit, plan.level);
    });
    return [id, list] as const;
  });
  const ranks =
    simulation && plan.ranks !== undefined ? ranksTold(simulation, plan, slopes, errors.units) : undefined;
  return {
    definition: stack.base.definition,
    engine,
    units: [...units],
    level: plan.level,
    nodes: Object.fromEntries(nodes),
    ...(document.rollups
      ? { rollups: rollupUncertainty(stack.base, Object.fromEntries(nodes), plan.level) }
      : {}),
    ...(document.grades ? { grades: gradesNotCarried } : {}),
    ...(ranks ? { ranks } : {}),
    ...(simulated
      ? {
          simulation: {
            draws: plan.draws,
            seed: plan.seed,
            generator: "xoroshiro128plus, ziggurat, marsaglia-tsang",
            quantiles: { values: valueQuantileRule, ranks: rankQuantileRule },
          },
        }
      : {}),
    warnings: warningsOf(errors.exact, nodes, exact === undefined && !stack.sideways),
  };
}

/** Where units look at one another, every error of a unit can move it, and those of others too. */
function usedAll(slopes: Slopes, sideways: boolean): Slopes {
  if (!sideways) return slopes;
  return slopes.map(
    (unit) =>
      new Map([...unit].map(([id, slope]) => [id, { ...slope, used: new Set(slope.gradient.keys()) }])),
  );
}

function readOptions(document: IndexDefinition, options: UncertaintyOptions) {
  const record = expectRecord(
    options,
    ["options"],
    [],
    ["method", "draws", "seed", "level", "nodes", "ranks", "within"],
  );
  const at = (key: string) => ["options", key];
  const number = (
    key: string,
    fallback: number,
    range: { least: number; most: number; integer?: boolean },
  ) => (record[key] === undefined ? fallback : expectNumber(record[key], at(key), range));
  const node = (value: unknown, path: readonly (string | number)[]) => {
    const id = expectText(value, path);
    nodeAt(document, id);
    return id;
  };
  return {
    method: expectOneOf(record["method"] ?? "auto", at("method"), ["linearised", "monte-carlo", "auto"]),
    draws: number("draws", 10_000, { least: 100, most: 1_000_000, integer: true }),
    seed: number("seed", 1, { least: 0, most: 4294967295, integer: true }),
    level: number("level", 0.95, { least: 0.5, most: 0.9999 }),
    nodes:
      record["nodes"] === undefined
        ? Object.keys(document.nodes)
        : [...new Set(expectList(record["nodes"], at("nodes"), node, 1))],
    ranks: record["ranks"] === undefined ? undefined : node(record["ranks"], at("ranks")),
    within: expectList(record["within"] ?? [1, 3], at("within"), (k, path) =>
      expectNumber(k, path, { least: 1, most: 1e6, integer: true }),
    ),
  };
}

function refuseTooMuch(cells: number, ranked: number): void {
  if (cells > mostCells)
    throw new CxMetricsError(tooLarge, {
      path: ["options", "nodes"],
      values: { part: "nodes × units", found: cells, most: mostCells },
    });
  if (ranked > mostRanked)
    throw new CxMetricsError(tooLarge, {
      path: ["options", "ranks"],
      values: { part: "ranks", found: ranked, most: mostRanked },
    });
}

/** Ranks need every unit: one whose error is not known withholds them all. */
function ranksTold(
  simulation: SimulatedIndex,
  { ranks = "", level, within }: { ranks?: string | undefined; level: number; within: readonly number[] },
  slopes: Slopes,
  units: readonly UnitErrors[],
) {
  for (const [row, errors] of units.entries()) {
    const slope = slopes[row]?.get(ranks);
    const hindrance = slope && slope.value !== null ? obstacle(slope, errors, "missing") : undefined;
    if (hindrance) return hindrance;
  }
  return simulation.ranks?.tell(ranks, level, within);
}

function warningsOf(
  exact: readonly string[],
  nodes: readonly (readonly [string, readonly (NodeUncertainty | NotComputable)[]])[],
  byDifferences: boolean,
): readonly Warning[] {
  const straight = nodes.flatMap(([id, list]) => {
    const count = list.filter(
      (cell) => cell.status === "ok" && cell.method === "linearised" && cell.near.length > 0,
    ).length;
    return count > 0
      ? [
          caveat(
            "uncertainty.near-a-bend",
            {
              en: 'The straight line may mislead for "{node}" in {count} units: a bound, gate or rounding is near. Use monte-carlo or auto.',
              zh: "“{node}” 有 {count} 个对象临近界限、门槛或取整边界，线性近似可能失真。请使用 monte-carlo 或 auto。",
            },
            { node: id, count },
          ),
        ]
      : [];
  });
  return [
    ...(exact.length > 0
      ? [
          caveat(
            "uncertainty.taken-as-exact",
            {
              en: "Values without an estimate count as exact: {columns}.",
              zh: "以下列有数值但没有误差估计，按确定值处理：{columns}。",
            },
            { columns: exact.join(", ") },
          ),
        ]
      : []),
    ...straight,
    ...(byDifferences
      ? [
          caveat(
            "uncertainty.by-differences",
            {
              en: "The definition holds nodes that are more than formulas; derivatives were taken by differences.",
              zh: "定义中含有不只是公式的节点，导数以差分法求得。",
            },
            {},
          ),
        ]
      : []),
  ];
}
