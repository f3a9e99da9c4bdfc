import { type BenefitOptions, benefitOfDoubt as scoreBenefit } from "../benefit-of-doubt/benefit-of-doubt.js";
import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";

/** Score of each unit under the weights that suit it best. */
export const benefitOfDoubt: CohortMethod<ParametersOf<"benefit-of-doubt">> = {
  method: "benefit-of-doubt",
  kind: "cohort",
  reads: "columns",
  weighted: false,
  better: () => "higher",
  title: { en: "Benefit of the doubt", zh: "疑点利益法（BoD）" },
  formula: String.raw`CI_c = \max_{w \ge 0} \sum_q w_q I_{qc}\ \text{s.t.}\ \sum_q w_q I_{qk} \le 1\ \forall k`,
  steps: [
    {
      en: "For each unit look for the weights that give it the best score.",
      zh: "为每个对象寻找使其得分最高的一组权重。",
    },
    {
      en: "Under these weights no unit may exceed 1, and the bounds on shares must hold.",
      zh: "在该权重下任何对象得分不得超过 1，且须满足份额上下限。",
    },
  ],
  source:
    "Melyn and Moesen, 1991; Cherchye et al., Social Indicators Research 82 (2007) 111; OECD/JRC Handbook (2008), eq. 22",
  edgeCases: {
    en: "Values must be 0 or more. Weights are not unique where the score is 1. Bounds on weight shares and on pie shares are different problems.",
    zh: "数值须不小于 0。得分为 1 时权重往往不唯一。权重份额与贡献份额的上下限是不同的问题。",
  },
  example: {
    parameters: { method: "benefit-of-doubt", bounds: { kind: "weight-shares", lower: 0.5 } },
    columns: [
      [0.9, 0.3, 0.5],
      [0.2, 0.8, 0.4],
    ],
    values: [1, 1, 9 / 11],
  },
  check: checkByRunning("benefit-of-doubt", (options: BenefitOptions, table) => scoreBenefit(table, options)),
  compute: (parameters, { columns }) => scoreBenefit({ columns }, optionsOf(parameters)),
};
