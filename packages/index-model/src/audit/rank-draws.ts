import { isCxMetricsError } from "@cxmetrics/definition";
import { randomStream } from "@cxmetrics/stats";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import type { Factor } from "../sensitivity/factor.js";
import { readFactors } from "../sensitivity/read-factors.js";
import { ranksOf } from "../uncertainty/rank-counter.js";
import { variantWalk } from "./variant-walk.js";

/** Ranks under decisions drawn at random: one list a unit, 0 where a draw gives it no rank. */
export interface RankDraws {
  readonly written: Uint32Array;
  readonly ranks: readonly Uint32Array[];
}

/** Scores the table under decisions drawn independently and uniformly. */
export function drawRanks(
  document: IndexDefinition,
  table: IndexTable,
  factors: readonly Factor[],
  {
    node,
    draws,
    seed,
    order,
  }: { readonly node: string; readonly draws: number; readonly seed: number; readonly order: 1 | -1 },
): RankDraws {
  const ready = readFactors(document, factors);
  const walk = variantWalk(document, table);
  const stream = randomStream(seed);
  const rank = (values: Float64Array) => ranksOf(order === 1 ? values : values.map((value) => -value));
  // The ends of a range may be no valid definition although its middle is.
  for (const factor of ready)
    if (factor.kind === "numeric")
      for (const u of [2 ** -54, 1 - 2 ** -53]) walk.score([factor.decide(u)], node, `${factor.id} ${u}`);
  const ranks = table.units.map(() => new Uint32Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    // The middle of the steps of the stream: a quantile is asked strictly between 0 and 1.
    const decisions = ready.map((factor) => factor.decide(stream.uniform() + 2 ** -54));
    const key = decisions.map(({ label }, at) => (ready[at]?.kind === "choice" ? label : "")).join("\u0000");
    rank(walk.score(decisions, node, key)).forEach((value, row) => {
      (ranks[row] as Uint32Array)[draw] = value;
    });
  }
  return { written: rank(walk.written(node)), ranks };
}

/** The factors without choices that leave a unit without a value that it has, or that are no valid definition. */
export function workableFactors(
  document: IndexDefinition,
  table: IndexTable,
  factors: readonly Factor[],
  node: string,
): { readonly factors: readonly Factor[]; readonly dropped: readonly string[] } {
  const walk = variantWalk(document, table);
  const base = walk.written(node);
  const dropped: string[] = [];
  const works = (factor: Factor, at: number) => {
    try {
      const [ready] = readFactors(document, [factor]);
      const decision = ready?.decide(at);
      if (!decision) return false;
      const scores = walk.score([decision], node, `${factor.id} ${decision.label}`);
      return base.every((value, row) => Number.isNaN(value) || !Number.isNaN(scores[row]));
    } catch (thrown) {
      if (isCxMetricsError(thrown)) return false;
      throw thrown;
    }
  };
  const kept = factors.flatMap((factor): Factor[] => {
    if (!("choices" in factor)) return [factor];
    const choices = factor.choices.filter((choice, at) => {
      const good = works(factor, (at + 0.5) / factor.choices.length);
      if (!good) dropped.push(`${factor.id}: ${choice.id}`);
      return good;
    });
    return choices.length > 1 ? [{ ...factor, choices }] : [];
  });
  return { factors: kept, dropped };
}
