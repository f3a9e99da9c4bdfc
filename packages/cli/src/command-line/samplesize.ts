import type { SampleSizeOptions } from "../commands/samplesize.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "How many answers are needed: <what> is share, nps (a margin of error) or difference (a change to be found).",
    zh: "需要多少个回答：<what> 为 share、nps（误差幅度）或 difference（要检出的差异）。",
  },
  margin: {
    en: "share: 0.05 for ±5 percentage points; nps: 5 for ±5 points; difference: the smallest difference to be found",
    zh: "share：±5 个百分点写作 0.05；nps：±5 分写作 5；difference：要检出的最小差异",
  },
  share: {
    en: "share: expected share; 0.5, the most demanding, when left out",
    zh: "share：预期占比；省略时为 0.5（最保守）",
  },
  variance: {
    en: "nps: expected variance of answers scored −1, 0, 1; 1, the most demanding, when left out; difference: variance of an answer, or V,V for two groups",
    zh: "nps：计为 −1、0、1 的回答的预期方差，省略时为 1（最保守）；difference：单个回答的方差，两组不同时写 V,V",
  },
  nps: {
    en: "difference: of two NPS: the margin is in points, variances are of answers scored −1, 0, 1",
    zh: "difference：两个 NPS 之差：幅度以分计，方差按 −1、0、1 计",
  },
  power: {
    en: "difference: chance to find it; 0.8 when left out",
    zh: "difference：检出的概率；省略时为 0.8",
  },
  population: { en: "members of the population, where it is small", zh: "总体人数（总体较小时）" },
  deff: {
    en: "design effect: variance of the design over that of a simple random sample, as cx score --cluster tells it",
    zh: "设计效应：抽样设计的方差与简单随机抽样之比，可由 cx score --cluster 得出",
  },
};

const examples = `$ cx samplesize share --margin 0.05 --population 1000
$ cx samplesize nps --margin 5 --variance 0.6 --deff 1.4
$ cx samplesize difference --nps --margin 5 --variance 0.6 --power 0.8`;

/** Declares `cx samplesize`. */
export function declareSampleSize({ program, t, add, go }: CommandLine): void {
  add(program, "samplesize <what>", texts.about, examples)
    .requiredOption("--margin <n>", t(texts.margin))
    .option("--share <p>", t(texts.share))
    .option("--variance <list>", t(texts.variance))
    .option("--nps", t(texts.nps))
    .option("--level <share>", t(help.level))
    .option("--power <share>", t(texts.power))
    .option("--population <n>", t(texts.population))
    .option("--deff <n>", t(texts.deff))
    .action((what: string, options: SampleSizeOptions) => {
      go(async (run) => (await import("../commands/samplesize.js")).runSampleSize(what, options, run));
    });
}
