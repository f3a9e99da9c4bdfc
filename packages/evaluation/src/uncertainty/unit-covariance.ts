import type { EvaluationPlan } from "../evaluation-plan.js";
import type { TallyEngine } from "../tally-engine.js";
import { isUncertain, type Leaf, type LeafGap } from "./leaf.js";
import { type PairRelation, pairRelation } from "./pair-relation.js";
import { raterCorrelation, raterDeviations } from "./rater-correlation.js";
import { engineWithoutJoint, noJointMethod, samePeopleDeclared } from "./reasons.js";
import { type LeafPair, rowCorrelations } from "./row-correlations.js";

/** How the errors of one unit go together. Pairs that are not listed are independent. */
export interface UnitCovariance {
  /** Pairs with a covariance that is known and not 0, in the units of their columns. */
  readonly known: readonly { readonly pair: LeafPair; readonly covariance: number }[];
  /** Pairs that may go together, and why nothing tells how far. */
  readonly unknown: readonly { readonly pair: LeafPair; readonly gap: LeafGap }[];
}

/**
 * Covariances of the leaves of one unit. An estimate without a standard error that rows explain (all answers agree, a percentile)
 * has none that could be measured: with rows that agree it is 0, for a percentile it is unknown.
 */
export async function unitCovariance(
  plan: EvaluationPlan,
  engine: TallyEngine,
  leaves: readonly Leaf[],
): Promise<UnitCovariance> {
  const related = relatedPairs(plan, leaves);
  const unknown: UnitCovariance["unknown"][number][] = [];
  const leave = (pair: LeafPair, reason: LeafGap["reason"]) => {
    const [a, b] = pair;
    const values = { a: a.context.title, b: b.context.title, engine: engine.name };
    unknown.push({ pair, gap: { reason, values } });
  };
  for (const { pair, relation } of related)
    if (relation === "people") leave(pair, samePeopleDeclared);
    else if (relation === "unclear") leave(pair, noJointMethod);

  // Without spread there is nothing that could go together.
  const varying = (wanted: PairRelation) =>
    related.flatMap(({ pair, relation }) =>
      relation === wanted && pair.every(({ error }) => error.spread !== null) ? [pair] : [],
    );
  const correlations = new Map<LeafPair, number>();
  const byRows = varying("rows");
  if (byRows.length > 0 && engine.tallyJoint)
    for (const [pair, value] of await rowCorrelations(byRows, (request) => joint(engine, request)))
      correlations.set(pair, value);
  else for (const pair of byRows) leave(pair, engineWithoutJoint);

  const byRaters = varying("raters");
  const deviations = new Map<Leaf, ReadonlyMap<string, number>>();
  for (const leaf of new Set(byRaters.flat())) deviations.set(leaf, await raterDeviations(leaf));
  for (const pair of byRaters)
    correlations.set(
      pair,
      raterCorrelation(deviations.get(pair[0]) ?? new Map(), deviations.get(pair[1]) ?? new Map()),
    );
  const known = [...correlations].map(([pair, correlation]) => ({
    pair,
    covariance: correlation * (pair[0].error.spread ?? 0) * (pair[1].error.spread ?? 0),
  }));
  return { known: known.filter(({ covariance }) => covariance !== 0), unknown };
}

function joint(engine: TallyEngine, request: Parameters<NonNullable<TallyEngine["tallyJoint"]>>[0]) {
  return engine.tallyJoint?.(request) ?? Promise.resolve({ rows: 0, pairs: [] });
}

function relatedPairs(plan: EvaluationPlan, leaves: readonly Leaf[]) {
  const uncertain = leaves.filter(isUncertain);
  return uncertain.flatMap((second, at) =>
    uncertain.slice(0, at).flatMap((first) => {
      const relation = pairRelation(plan, first, second);
      return relation === "apart" ? [] : [{ pair: [first, second] as LeafPair, relation }];
    }),
  );
}
