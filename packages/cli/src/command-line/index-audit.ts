import { collect } from "../assignment-option.js";
import type { IndexAuditOptions } from "../commands/index-audit.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Audit an index on a table: coverage, outliers, direction, redundancy, structure, weights, ranks, provenance; pass, warn or fail with a remedy.",
    zh: "用数据审核指数：覆盖、异常值、方向、冗余、结构、权重、名次、出处；给出通过、注意或不通过及处理办法。",
  },
  draws: {
    en: "draws of the simulation of ranks; 1000 when left out",
    zh: "名次模拟的抽取次数；省略时为 1000",
  },
  criteria: {
    en: "sections to look at, separated by commas; all when left out",
    zh: "要审核的项目，以逗号分隔；省略时为全部",
  },
  threshold: { en: "another limit, NAME=VALUE; may be repeated", zh: "其他界限，写作 名称=值；可重复" },
  evaluators: {
    en: "how many people evaluated an expert indicator, INDICATOR=NUMBER; may be repeated",
    zh: "专家指标的评价人数，写作 指标=人数；可重复",
  },
  factors: {
    en: "file of decisions to vary, as for cx index sensitivity; weights, means and normalisers when left out",
    zh: "要变动的决定，格式同 cx index sensitivity；省略时变动权重、均值与标准化方法",
  },
  check: { en: "exit with code 1 when the audit fails", zh: "审核不通过时以退出码 1 结束" },
  output: {
    en: "file to write: Markdown page when it ends in .md (audit.zh.md in Chinese), JSON in .json, CSV in .csv, text otherwise",
    zh: "要写入的文件：以 .md 结尾为 Markdown 页面（audit.zh.md 为中文），.json 为 JSON，.csv 为 CSV，否则为文本",
  },
};

const examples = `$ cx index audit our-index.yaml channels.csv --seed 1
$ cx index audit our-index.yaml channels.csv --seed 1 -o audit.zh.md
$ cx index audit calibrated.json channels.csv --seed 1 --criteria coverage,redundancy --threshold alpha=0.6 --check`;

/** Declares `cx index audit`. */
export function declareIndexAudit({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "audit <definition> <data>", texts.about, examples), t)
    .requiredOption("--seed <n>", t(help.seed))
    .option("--draws <n>", t(texts.draws))
    .option("--criteria <names>", t(texts.criteria))
    .option("--threshold <name=value>", t(texts.threshold), collect)
    .option("--evaluators <name=number>", t(texts.evaluators), collect)
    .option("--factors <file>", t(texts.factors))
    .option("--check", t(texts.check))
    .option("-o, --output <file>", t(texts.output))
    .action((name: string, data: string, options: IndexAuditOptions) => {
      go(async (run) => (await import("../commands/index-audit.js")).runIndexAudit(name, data, options, run));
    });
}
