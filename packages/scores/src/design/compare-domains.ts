import { CxMetricsError, didYouMean, type NotComputable, type Outcome } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { estimateScore } from "../estimate-score.js";
import { expectColumn, expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { readGroup } from "../tally-ratings-by.js";
import type { PanelOptions, ScoreChange } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import type { DesignOptions } from "./design-options.js";
import { domainsNotTwo, unknownDomain } from "./problems.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";
import { variancePolicyOptions } from "./variance-policy.js";

/** How two domains of one sample are compared: how its records are read, and how the difference is judged. */
export interface DomainComparisonOptions extends DesignOptions, PanelOptions {}

/** Difference of a score between two domains of one sample, b − a. */
export interface DomainDifference extends Omit<ScoreChange, "before" | "after" | "method"> {
  readonly method: "domains-t" | "domains-z";
  /** Sampling units with an answer in both domains. */
  readonly unitsInBoth: number;
}

/** A difference, or the reason why there is none; both sides are told in every case. */
export type DomainComparison = (DomainDifference | NotComputable) & {
  readonly a: Outcome<ScoreEstimate>;
  readonly b: Outcome<ScoreEstimate>;
};

const judging = ["level", "reference", ...variancePolicyOptions];

/**
 * Difference of a score between two domains of one sample, b − a: business and leisure passengers of the same flights, app and
 * web users of the same branches. Both domains are drawn with the same sampling units, so their scores covary:
 *
 * $$ SE^2 = V_a + V_b - 2 \sum_h \frac{m_h}{m_h - 1} \sum_{i=1}^{m_h} (z_{hi} - \bar z_h)(z'_{hi} - \bar z'_h) $$
 *
 * over all units of the sample, also those without members of a domain, which then have z = 0. Without clusters every record is its own
 * unit. For two samples that were drawn apart use `compareDesignScores`, and `compareScores` where neither has a design.
 *
 * Source: Lohr, S. L. (2010). Sampling: Design and Analysis, 2nd ed., sections 4.2 and 9.1 (domains, linearisation).
 *
 * @param domains name of the domain of each record; `null`, `undefined` and `""` belong to none but stay in the design
 * @param ratings one rating per record
 * @param pair the two names, a and b
 * @param options strata, clusters, weights and codes as `tallyDesign`; `level`, `reference` (`t` or `z`), `finitePopulation`, `singleUnit`
 * @returns the difference, or `not-computable` as `comparePartlyOverlapping` and, for a side without a score, as `estimateScore`
 * @throws `CxMetricsError` `domains.not-two`, `domains.unknown`, and as `tallyDesignBy` and `comparePartlyOverlapping`
 * @example
 * ```ts
 * const ratings = [9, 10, 3, 8, 10, 6, 9, 2];
 * const purpose = ["work", "rest", "work", "rest", "work", "rest", "rest", "work"];
 * const clusters = ["f1", "f1", "f2", "f2", "f3", "f3", "f4", "f4"];
 * const found = compareDomains(purpose, ratings, ["work", "rest"], "nps", { clusters });
 * found.status === "ok" && found.difference; // => 25
 * found.status === "ok" && found.unitsInBoth; // => 4
 * ```
 */
export function compareDomains(
  domains: ArrayLike<string | number | null | undefined>,
  ratings: ArrayLike<number | null | undefined>,
  pair: readonly [string | number, string | number],
  definition: ScoreDefinition | string,
  options: DomainComparisonOptions = {},
): DomainComparison {
  const { definition: checked } = checkDefinition(definition);
  const rows = expectColumn(ratings, ["ratings"]);
  expectColumn(domains, ["domains"], rows);
  const [design, judgement] = partOptions(options);
  // Without clusters every record is drawn on its own; a key for each keeps records of the two domains apart.
  const clustered = design.clusters
    ? design
    : { ...design, clusters: Int32Array.from({ length: rows }, (_, record) => record) };
  const { scale } = checked;
  const tallies = new Map(
    tallyDesignBy(domains, ratings, scale, clustered).map(({ group, tally }) => [group, tally]),
  );
  const names = expectPair(
    pair,
    [...tallies.keys()].filter((name) => name !== ""),
  );
  const [a, b] = names.map((name) => tallies.get(name)) as [
    NonNullable<ReturnType<typeof tallies.get>>,
    NonNullable<ReturnType<typeof tallies.get>>,
  ];

  const { reference: _, ...estimating } = judgement;
  const sides = {
    a: estimateScore(a, checked, estimating),
    b: estimateScore(b, checked, estimating),
  };
  const silent = [sides.a, sides.b].find((side) => side.status === "not-computable");
  if (silent?.status === "not-computable") return { ...silent, ...sides };

  const answersOf = (name: string) =>
    Array.from({ length: rows }, (_, row) =>
      readGroup(domains[row], row) === name ? (ratings[row] ?? null) : null,
    );
  const overlap = tallyJoint(answersOf(names[0]), answersOf(names[1]), scale, scale, clustered);
  const change = comparePartlyOverlapping({ before: a, after: b, overlap }, checked, judgement);
  if (change.status !== "ok") return { ...change, ...sides };
  const { before, after, overlapUnits, method, interval, ...rest } = change;
  const named = method === "overlapping-z" ? "domains-z" : "domains-t";
  return {
    ...rest,
    interval: { ...interval, method: named },
    method: named,
    unitsInBoth: unitsWithBoth(overlap),
    ...sides,
  };
}

function unitsWithBoth({ strata }: ReturnType<typeof tallyJoint>): number {
  const inBoth = strata.flatMap(({ units }) =>
    units.filter(
      ({ cells }) =>
        cells.some(({ pointA }) => pointA !== null) && cells.some(({ pointB }) => pointB !== null),
    ),
  );
  return inBoth.length;
}

/** What concerns the reading of records, and what concerns the judgement. */
function partOptions(options: DomainComparisonOptions): readonly [DesignOptions, PanelOptions] {
  const record = expectOptions(options, [
    ...judging,
    "weights",
    "missing",
    "onInvalid",
    "strata",
    "clusters",
    "populations",
    "sample",
    "calibratedWeights",
  ]) as Record<string, unknown>;
  const entries = Object.entries(record);
  const judges = (name: string) => judging.includes(name);
  return [
    Object.fromEntries(entries.filter(([name]) => !judges(name))) as DesignOptions,
    Object.fromEntries(entries.filter(([name]) => judges(name))) as PanelOptions,
  ];
}

function expectPair(pair: unknown, known: readonly string[]): readonly [string, string] {
  const [a, b] = Array.isArray(pair) && pair.length === 2 ? pair.map((name) => readGroup(name, 0)) : [];
  if (a === undefined || b === undefined || a === b || a === "" || b === "")
    throw new CxMetricsError(domainsNotTwo, { path: ["pair"] });
  for (const [index, name] of [a, b].entries())
    if (!known.includes(name))
      throw new CxMetricsError(unknownDomain, {
        path: ["pair", index],
        values: { domain: name, hint: didYouMean(name, known) },
      });
  return [a, b];
}
