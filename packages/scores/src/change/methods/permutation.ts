import type { NotComputable } from "@cxmetrics/definition";
import { exactPermutationP, mostPermuted } from "../exact-permutation-p.js";
import type { ComparisonMethod } from "./comparison-method.js";
import { moverInterval } from "./mover.js";
import { newcombe } from "./newcombe.js";
import { unpooledError } from "./unpooled-error.js";

const notRearrangeable: NotComputable = {
  status: "not-computable",
  reason: "not-rearrangeable",
  message: {
    en: "Weighted or clustered answers cannot change sides freely, so this test does not apply. Use another method.",
    zh: "加权或整群抽样的回答不能在两侧间随意互换，本检验不适用。请改用其他方法。",
  },
};

const tooMany: NotComputable = {
  status: "not-computable",
  reason: "too-many-answers",
  message: {
    en: "The exact test takes up to 200,000 answers. Beyond, use unpooled-z, which is then close to it.",
    zh: "精确检验最多支持 200,000 个回答。超出时请用 unpooled-z，此时两者结果相近。",
  },
};

export const permutation: ComparisonMethod = {
  id: "permutation",
  title: { en: "Exact permutation test", zh: "精确置换检验" },
  source:
    "Pitman, E. J. G. (1937). Significance tests which may be applied to samples from any populations. Supplement to the Journal of the Royal Statistical Society 4, 119–130; here by the multivariate hypergeometric law of the three bands.",
  formula:
    "p = \\Pr\\left(\\left|\\Delta^*\\right| \\ge \\left|\\hat\\Delta\\right|\\right) = \\sum_{i,j:\\,|\\Delta^*(i,j)| \\ge |\\hat\\Delta|} \\frac{\\binom{U}{i}\\binom{L}{j}\\binom{M}{n_b-i-j}}{\\binom{n_a+n_b}{n_b}}",
  edgeCases: {
    en: "Exact, no random numbers: every rearrangement of the pooled answers counts, ties included. p is 1 when all answers count the same. Up to 200,000 answers, without weights or clusters. The interval is that of `mover` for net shares and of `newcombe` for shares.",
    zh: "精确计算，不用随机数：合并后回答的所有重新分组都计入，含并列。回答取值全部相同时 p 为 1。最多 200,000 个回答，且不得加权或整群抽样。净值的区间取 `mover`，占比的区间取 `newcombe`。",
  },
  fits: ["net-share", "share"],
  exact: true,
  judge(matter) {
    const { a, b, kind, rearrangeable } = matter;
    if (!rearrangeable) return notRearrangeable;
    if (a.estimate.n + b.estimate.n > mostPermuted) return tooMany;
    const interval = kind === "share" ? newcombe.judge(matter) : moverInterval(matter);
    if (interval.status !== "ok") return interval;
    return {
      status: "ok",
      standardError: unpooledError(matter),
      interval: "interval" in interval ? interval.interval : interval,
      p: exactPermutationP(a.counts, b.counts),
    };
  },
};
