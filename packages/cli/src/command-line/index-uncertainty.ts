import type { IndexUncertaintyOptions } from "../commands/index-uncertainty.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "How sure the index is: errors of the raw values carried into standard errors, intervals and ranks.",
    zh: "指数的不确定性：将原始值的误差传播为标准误、区间与名次区间。",
  },
  estimates: {
    en: "file with a row for each cell: unit, indicator, and of value, se, df, n, lower, upper, level, inference those you know",
    zh: "每个单元格一行的文件：unit、indicator，以及 value、se、df、n、lower、upper、level、inference 中已知的列",
  },
  covariance: { en: "file with columns unit, a, b, covariance", zh: "含 unit、a、b、covariance 列的文件" },
  inference: {
    en: "what errors stand for where the file has no such column: sample, process or none",
    zh: "文件中没有 inference 列时误差的含义：sample、process 或 none",
  },
  independent: {
    en: "declare that indicators without a covariance were answered by different people",
    zh: "声明没有协方差的指标由不同的人作答",
  },
  shared: {
    en: "columns answered by the same people: A,B;C,D (groups separated by semicolons)",
    zh: "由同一批人作答的列：A,B;C,D（组间用分号）",
  },
  method: {
    en: "linearised, monte-carlo, or auto, which simulates where a straight line would mislead (the default)",
    zh: "linearised、monte-carlo，或 auto（默认；线性化会失真时改用模拟）",
  },
  draws: { en: "draws of the simulation; 10000 when left out", zh: "模拟次数；省略时为 10000" },
  nodes: {
    en: "ids of nodes to tell, or all; the root when left out",
    zh: "要给出的节点 id，或 all；省略时为根节点",
  },
  ranks: { en: "intervals for the ranks of the units, by simulation", zh: "以模拟给出各单元名次的区间" },
};

const examples = `$ cx index uncertainty our-index.yaml channels.csv --estimates errors.csv --inference sample --independent
$ cx index uncertainty our-index.yaml channels.csv --estimates errors.csv --covariance covariances.csv --ranks --seed 1`;

/** Declares `cx index uncertainty`. */
export function declareIndexUncertainty({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "uncertainty <definition> <data>", texts.about, examples), t)
    .requiredOption("--estimates <file>", t(texts.estimates))
    .option("--covariance <file>", t(texts.covariance))
    .option("--inference <kind>", t(texts.inference))
    .option("--independent", t(texts.independent))
    .option("--shared <groups>", t(texts.shared))
    .option("--method <name>", t(texts.method))
    .option("--draws <n>", t(texts.draws))
    .option("--seed <n>", t(help.seed))
    .option("--level <share>", t(help.level))
    .option("--nodes <ids>", t(texts.nodes))
    .option("--ranks", t(texts.ranks))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string, options: IndexUncertaintyOptions) => {
      go(async (run) =>
        (await import("../commands/index-uncertainty.js")).runIndexUncertainty(name, data, options, run),
      );
    });
}
