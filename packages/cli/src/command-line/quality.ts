import type { QualityOptions } from "../commands/quality.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Flags responses that look careless: straightlining, speeding, repeats, bursts. Nothing is deleted.",
    zh: "标记疑似不认真的答卷：直线作答、作答过快、重复提交、集中涌入。不删除任何数据。",
  },
  answers: {
    en: "columns of answers on one scale, in the order shown, before any reversing",
    zh: "同一量表的答案列，按呈现顺序、未反转，以逗号分隔",
  },
  id: {
    en: "column that names the respondent; a second response of the same is flagged",
    zh: "受访者标识列；同一受访者的后续答卷会被标记",
  },
  duration: { en: "column of the time spent, in any unit", zh: "作答用时列，单位不限" },
  time: {
    en: "column of the time when the response came in; needed by --within and --burst",
    zh: "提交时间列；--within 与 --burst 需要它",
  },
  longString: {
    en: "flag so many equal answers in a row; when left out, all of them equal (3 at least)",
    zh: "连续相同答案达到此数即标记；省略时为全部相同（至少 3 个）",
  },
  speed: {
    en: "flag responses so many times as fast as the median; 2 when left out",
    zh: "作答速度达到中位速度的此倍数即标记；省略时为 2",
  },
  mahalanobis: {
    en: "flag unusual combinations of answers at this level, for example 0.99",
    zh: "按此水平标记异常的答案组合，例如 0.99",
  },
  within: {
    en: "only repeats within so long of one another: 24h, 30m; any time when left out",
    zh: "只标记相隔不超过此时长的重复提交：24h、30m；省略时不限",
  },
  burst: {
    en: "flag more responses than N in a span of time: 100/1h",
    zh: "某段时间内答卷超过 N 份即标记：100/1h",
  },
  leastReasons: {
    en: "reasons that a response must give to be flagged; 1 when left out",
    zh: "标记一份答卷所需的理由数；省略时为 1",
  },
};

const examples = `$ cx quality survey.csv --answers Q1,Q2,Q3,Q4,Q5 --id respondent --duration seconds
$ cx quality survey.csv --answers Q1,Q2,Q3,Q4,Q5 --long-string 4 --mahalanobis 0.999 --least-reasons 2
$ cx quality survey.csv --answers Q1,Q2,Q3 --id device --time submitted --within 24h --burst 100/1h`;

/** Declares `cx quality`. */
export function declareQuality({ program, t, add, go }: CommandLine): void {
  add(program, "quality <file>", texts.about, examples)
    .requiredOption("--answers <columns>", t(texts.answers))
    .option("--id <column>", t(texts.id))
    .option("--duration <column>", t(texts.duration))
    .option("--time <column>", t(texts.time))
    .option("--time-unit <ms|s>", t(help.timeUnit))
    .option("--missing <list>", t(help.missing))
    .option("--long-string <n>", t(texts.longString))
    .option("--speed <n>", t(texts.speed))
    .option("--mahalanobis <level>", t(texts.mahalanobis))
    .option("--within <span>", t(texts.within))
    .option("--burst <n/span>", t(texts.burst))
    .option("--least-reasons <n>", t(texts.leastReasons))
    .action((file: string, options: QualityOptions) => {
      go(async (run) => (await import("../commands/quality.js")).runQuality(file, options, run));
    });
}
