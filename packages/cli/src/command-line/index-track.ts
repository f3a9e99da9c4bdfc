import type { IndexTrackOptions } from "../commands/index-track.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Every unit through time: changes, year over year, limits and signals. One file a wave, or --periods.",
    zh: "纵向追踪：各单元历期的环比、同比、控制限与判异。每期一个文件，或用 --periods。",
  },
  earlier: {
    en: "an earlier definition of the index, with --earlier-data",
    zh: "指数的早期定义，与 --earlier-data 同用",
  },
  earlierData: { en: "table of the waves that it scored", zh: "早期定义计分的各期数据" },
  link: {
    en: "how the earlier waves are linked over shared periods: multiplicative, additive or regression",
    zh: "早期各期如何通过重叠时期链接：multiplicative、additive 或 regression",
  },
  factor: {
    en: "a link for each unit (the default), or pooled",
    zh: "每个单元一个链接（unit，默认），或合并（pooled）",
  },
  baseline: {
    en: "leading waves that set the limits; all when left out",
    zh: "用于估计控制限的前若干期；省略时为全部",
  },
  sigma: {
    en: "distance of the limits in standard deviations; 3 when left out",
    zh: "控制限距中心线的标准差倍数；省略时为 3",
  },
};

const examples = `$ cx index track our-index.yaml channels.csv --periods quarter
$ cx index track our-index.yaml 2024.csv 2025.csv 2026.csv
$ cx index track our-index-2.yaml new.csv --periods year --earlier our-index-1.yaml --earlier-data old.csv --link additive`;

/** Declares `cx index track`. */
export function declareIndexTrack({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "track <definition> <data...>", texts.about, examples), t)
    .option("--node <id>", t(help.nodeOption))
    .option("--earlier <definition>", t(texts.earlier))
    .option("--earlier-data <file>", t(texts.earlierData))
    .option("--link <method>", t(texts.link))
    .option("--factor <which>", t(texts.factor))
    .option("--baseline <n>", t(texts.baseline))
    .option("--sigma <n>", t(texts.sigma))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string[], options: IndexTrackOptions) => {
      go(async (run) => (await import("../commands/index-track.js")).runIndexTrack(name, data, options, run));
    });
}
