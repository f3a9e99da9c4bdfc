import type { Problem } from "@cxmetrics/definition";

export const stepsDiffer: Problem = {
  code: "funnel.steps-differ",
  en: "The funnels have different steps: {first} and {other}. Compare funnels of the same steps.",
  zh: "两个漏斗的步骤不同：{first} 与 {other}。请比较步骤相同的漏斗。",
};

export const differentDefinitions: Problem = {
  code: "funnel.definition-mismatch",
  en: "The tallies were made by different definitions: {first} and {other}. Tally all parts by one definition.",
  zh: "各计数来自不同的定义：{first} 与 {other}。请用同一定义计数。",
};

export const badArms: Problem = {
  code: "funnel.bad-arms",
  en: "Arms need at least two whole counts, and as many expected shares above 0; found {found}. Mend the list.",
  zh: "各组须至少有两个整数计数，且有同样多个大于 0 的期望份额；此处为 {found}。请修正列表。",
};

export const badClusters: Problem = {
  code: "funnel.bad-clusters",
  en: "An actor has whole numbers with successes ≤ trials; found {found}. Mend or leave out the actor.",
  zh: "每个主体须有整数且 successes ≤ trials；此处为 {found}。请修正或去掉该主体。",
};
