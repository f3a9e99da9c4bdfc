import type { ChartCommandOptions } from "../commands/chart.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "A control chart: limits per period, and the signals that tell special causes from chance.",
    zh: "控制图：各期控制限，以及区分特殊原因与随机波动的判异信号。",
  },
  kind: {
    en: "p, np, u, c, laney-p, laney-u (counts); xmr, ewma, cusum (values); nps (ratings, one answer a row)",
    zh: "p、np、u、c、laney-p、laney-u（计数）；xmr、ewma、cusum（数值）；nps（评分，每行一个回答）",
  },
  value: { en: "column of values, or of ratings 0–10 for nps", zh: "数值列；nps 时为 0–10 评分列" },
  count: { en: "column of counted cases", zh: "案例数列" },
  size: { en: "column of answers or units in which they were counted", zh: "样本量或单位数列" },
  period: {
    en: "column that names the period; numbers and dates are put in order, other names stay as they come",
    zh: "期间列；数字与日期按先后排序，其他名称保持文件中的顺序",
  },
  baseline: {
    en: "estimate the limits from the first so many periods and judge the others by them; all when left out",
    zh: "用前若干期估计控制限，并以此判断其余各期；省略时使用全部",
  },
  rules: {
    en: "rules that judge the points: nelson-1 to -8, western-electric-1 to -4, anhoej-longest-run, anhoej-crossings",
    zh: "判异规则：nelson-1 至 -8、western-electric-1 至 -4、anhoej-longest-run、anhoej-crossings",
  },
  sigma: {
    en: "distance of the limits in standard deviations; 3 when left out",
    zh: "控制限距中心线的标准差倍数；省略时为 3",
  },
  lambda: {
    en: "ewma: weight of the newest value; 0.2 when left out",
    zh: "ewma：最新值的权重；省略时为 0.2",
  },
  k: {
    en: "cusum: half the shift to be found, in standard deviations; 0.5 when left out",
    zh: "cusum：待检出偏移的一半（标准差倍数）；省略时为 0.5",
  },
  h: {
    en: "cusum: sum at which it signals, in standard deviations; 5 when left out",
    zh: "cusum：判异的累积和（标准差倍数）；省略时为 5",
  },
};

const examples = `$ cx chart complaints.csv --kind p --count complaints --size cases --period month --baseline 24
$ cx chart waits.csv --kind xmr --value minutes --period day --rules nelson-1,nelson-2
$ cx chart survey.csv --kind nps --value NETPRO --missing 11 --period INTDATE`;

/** Declares `cx chart`. */
export function declareChart({ program, t, add, go }: CommandLine): void {
  add(program, "chart <file>", texts.about, examples)
    .requiredOption("--kind <name>", t(texts.kind))
    .option("--value <column>", t(texts.value))
    .option("--count <column>", t(texts.count))
    .option("--size <column>", t(texts.size))
    .option("--period <column>", t(texts.period))
    .option("--missing <list>", t(help.missing))
    .option("--baseline <n>", t(texts.baseline))
    .option("--rules <list>", t(texts.rules))
    .option("--sigma <n>", t(texts.sigma))
    .option("--lambda <n>", t(texts.lambda))
    .option("--k <n>", t(texts.k))
    .option("--h <n>", t(texts.h))
    .action((file: string, options: ChartCommandOptions) => {
      go(async (run) => (await import("../commands/chart.js")).runChart(file, options, run));
    });
}
