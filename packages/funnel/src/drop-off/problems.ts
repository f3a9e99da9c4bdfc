import type { Problem } from "@cxmetrics/definition";

export const badBenchmark: Problem = {
  code: "funnel.bad-benchmark",
  en: "A benchmark is the tally of a funnel with the same steps, or one rate of 0 to 1 for each step after the first ({expected}); found {found}.",
  zh: "基准应为步骤相同的漏斗计数，或从第二步起每步一个 0 到 1 的比率（共 {expected} 个）；此处为 {found}。",
};
