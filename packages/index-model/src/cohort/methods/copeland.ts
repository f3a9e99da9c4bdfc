import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";
import { type CopelandOptions, copelandScores } from "../copeland-scores.js";

/** Duels won less duels lost. */
export const copeland: CohortMethod<ParametersOf<"copeland">> = {
  method: "copeland",
  kind: "cohort",
  reads: "columns",
  weighted: true,
  better: () => "higher",
  title: { en: "Copeland scores", zh: "科普兰法" },
  formula: String.raw`C_i = \sum_{j \ne i} \operatorname{sign}(e_{ij} - e_{ji})`,
  steps: [
    {
      en: "For every pair sum the weights of the columns in which one beats the other.",
      zh: "对每一对对象，累计一方胜过另一方的各列权重。",
    },
    {
      en: "The one with more weight wins the duel; equal weights are a tie.",
      zh: "权重较大者获胜，相等则为平局。",
    },
    { en: "Score the duels won less the duels lost.", zh: "得分为胜场数减负场数。" },
  ],
  source: "Copeland, University of Michigan seminar, 1951; OECD/JRC Handbook (2008), eq. 32",
  edgeCases: {
    en: "Only the order of the values counts. A unit that lacks a weighted value takes no part. Ties are frequent.",
    zh: "只看数值的次序。缺少带权重数值的对象不参与。并列较常见。",
  },
  example: {
    parameters: { method: "copeland" },
    columns: [
      [4, 1, 3, 2],
      [2, 3, 4, 1],
      [1, 2, 3, 4],
    ],
    values: [-1, -1, 3, -1],
  },
  check: checkByRunning("copeland", (options: CopelandOptions, table) => copelandScores(table, options)),
  compute: (parameters, table) => copelandScores(table, optionsOf(parameters)),
};
