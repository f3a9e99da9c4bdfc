import { CxMetricsError, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { type AhpExpert, mergeJudgements, readAhpExpert } from "./ahp-expert.js";
import { type AhpOptions, readAhpOptions } from "./ahp-options.js";
import { type AhpWeights, weighJudgements } from "./ahp-weights.js";
import { columnOf, type Dispersion, dispersionOf } from "./dispersion.js";
import { expectLength, expectMembers } from "./expect-members.js";
import { type ExpertAgreement, expertAgreement } from "./expert-agreement.js";
import type { JudgementMatrix } from "./judgement-matrix.js";
import { zeroSum } from "./problems.js";
import { noExperts, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { excludedExperts } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** How experts become a group. */
export type AhpAggregation = "aij" | "aip-geometric" | "aip-arithmetic";

/** Options of `groupAhpWeights`. */
export interface GroupAhpOptions extends AhpOptions {
  /** `aij` (default): geometric mean of judgements. `aip-…`: mean of the experts' weights. */
  readonly aggregation?: AhpAggregation;
  /** `none` (default) keeps every expert; `inconsistent` leaves out those whose ratio is not below the threshold. */
  readonly exclude?: "none" | "inconsistent";
}

/** What one expert's judgements say. */
export interface AhpExpertResult {
  readonly id: string;
  readonly weights: readonly number[];
  readonly consistencyRatio: number | null;
  readonly geometricConsistencyIndex: number | null;
  readonly consistent: boolean | null;
  readonly excluded: boolean;
  /** Share of the group, 0 when excluded. */
  readonly share: number;
}

/** Group weights with every expert. */
export interface GroupAhpWeights extends ComputedWeights {
  readonly method: "group-ahp";
  readonly aggregation: AhpAggregation;
  readonly experts: readonly AhpExpertResult[];
  /** Consistency of the group's matrix; `null` for `aip-…`, which has none. */
  readonly group: AhpWeights | null;
  /** For each indicator, over the weights of the experts who count. */
  readonly dispersion: readonly Dispersion[];
  readonly agreement: ExpertAgreement;
}

/**
 * Weights of several experts by the analytic hierarchy process.
 *
 * $$ a^G_{ij} = \prod_e a_{e,ij}^{\pi_e} \ \text{(AIJ)}, \quad w_j \propto \prod_e w_{ej}^{\pi_e} \ \text{or} \ \sum_e \pi_e w_{ej} \ \text{(AIP)} $$
 *
 * AIJ suits a group that acts as one, AIP experts who answer for themselves. Every expert's consistency ratio is told; nobody is left out unless
 * `exclude` says so, and then the expert stays in the result, marked. A missing judgement is filled from the expert's own judgements first.
 *
 * Source: Aczél and Saaty, Journal of Mathematical Psychology 27 (1983) 93–102; Forman and Peniwati, European Journal of Operational Research 108
 * (1998) 165–169.
 *
 * @param experts judgement matrices, or objects with `id`, `matrix` and `weight`
 * @param options `aggregation`, `exclude`, and those of `ahpWeights`
 * @returns weights that sum to 1, or `not-computable` `no-experts` when the rule excludes all
 * @throws `CxMetricsError` as `ahpWeights` does; `weights.length` for matrices of different sizes, `weights.zero-sum`
 * @example
 * ```ts
 * const result = groupAhpWeights([[[1, 4], [null, 1]], [[1, 1], [null, 1]]]);
 * result.status === "ok" && result.weights[0]; // => 0.6666666666666666
 * ```
 */
export function groupAhpWeights(
  experts: readonly (JudgementMatrix | AhpExpert)[],
  options?: GroupAhpOptions,
): GroupAhpWeights | NotComputable {
  const read = readAhpOptions(options, ["aggregation", "exclude"]);
  const aggregations = ["aij", "aip-geometric", "aip-arithmetic"] as const;
  const aggregation = expectOneOf(options?.aggregation ?? "aij", ["options", "aggregation"], aggregations);
  const rule = expectOneOf(options?.exclude ?? "none", ["options", "exclude"], ["none", "inconsistent"]);
  const panel = expectMembers(experts, ["experts"], readAhpExpert);
  const size = panel[0]?.judgements.size ?? 0;
  for (const [index, { judgements }] of panel.entries())
    expectLength(judgements.rows, size, ["experts", index]);
  if (panel.every(({ weight }) => weight === 0)) throw new CxMetricsError(zeroSum, { path: ["experts"] });
  const alone = panel.map((expert) => {
    const result = weighJudgements(expert.judgements, read);
    return { ...expert, result, excluded: rule === "inconsistent" && result.consistent === false };
  });
  const shares = sharesOf(alone.map(({ excluded, weight }) => (excluded ? 0 : weight)));
  const out = alone.filter(({ excluded }) => excluded).map(({ id }) => id);
  if (!shares) return withValues(noExperts, { excluded: out.length, total: panel.length });
  const told = alone.map(({ id, result, excluded }, index): AhpExpertResult => {
    const { weights, consistencyRatio, geometricConsistencyIndex, consistent } = result;
    const share = shares[index] ?? 0;
    return { id, weights, consistencyRatio, geometricConsistencyIndex, consistent, excluded, share };
  });
  const counting = told.filter(({ share }) => share > 0);
  const group = aggregation === "aij" ? weighJudgements(mergeJudgements(panel, shares, read), read) : null;
  const used = counting.map(({ weights }) => weights);
  return {
    status: "ok",
    method: "group-ahp",
    aggregation,
    weights: group?.weights ?? meanPriorities(counting, aggregation),
    experts: told,
    group,
    dispersion: Array.from({ length: size }, (_, index) => dispersionOf(columnOf(used, index))),
    agreement: expertAgreement(used),
    warnings: [...(group?.warnings ?? []), ...(out.length > 0 ? [excludedExperts(out)] : [])],
  };
}

function meanPriorities(experts: readonly AhpExpertResult[], aggregation: AhpAggregation): readonly number[] {
  const weights = (experts[0]?.weights ?? []).map((_, index) =>
    experts.reduce((sum, expert) => {
      const weight = expert.weights[index] ?? 0;
      return sum + expert.share * (aggregation === "aip-geometric" ? Math.log(weight) : weight);
    }, 0),
  );
  return sharesOf(aggregation === "aip-geometric" ? weights.map(Math.exp) : weights) ?? weights;
}

/** Registry entry of `groupAhpWeights`. */
export const groupAhpMethod: WeightMethod = {
  method: "group-ahp",
  kind: "given",
  title: { en: "Group analytic hierarchy process", zh: "群组层次分析法" },
  formula: String.raw`a^G_{ij} = \prod_e a_{e,ij}^{\pi_e}`,
  source: "Forman and Peniwati, European Journal of Operational Research 108 (1998) 165–169",
  edgeCases: {
    en: "Nobody is left out unless the rule is named; whoever is left out stays in the result, marked. If all are, there are no weights.",
    zh: "未指定排除规则时不排除任何专家；被排除者仍列于结果中并注明。全部被排除时没有权重。",
  },
  example: {
    arguments: [
      [
        [
          [1, 4],
          [null, 1],
        ],
        [
          [1, 1],
          [null, 1],
        ],
      ],
    ],
    weights: [0.6666666666666666, 0.3333333333333333],
  },
  weigh: groupAhpWeights,
};
