import type { DriversOptions } from "../commands/drivers.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Key drivers: how much each predictor adds to the explained variance (R²) of an outcome.",
    zh: "关键驱动因素：各预测变量对结果变量解释方差（R²）的贡献。",
  },
  outcome: { en: "column of the outcome", zh: "结果变量列" },
  predictors: { en: "columns of the predictors, separated by commas", zh: "预测变量列，以逗号分隔" },
  method: {
    en: "lmg (Shapley value of R², the default), johnson or pratt",
    zh: "lmg（R² 的 Shapley 值，默认）、johnson 或 pratt",
  },
  outcomeMissing: {
    en: "codes and texts that stand for no answer in the outcome, in place of --missing",
    zh: "结果变量列中表示“未作答”的编码与文本，取代 --missing",
  },
  bootstrap: { en: "intervals from so many resamples of the rows", zh: "对行重抽样的次数，用于给出区间" },
  permutations: {
    en: "orders to draw for lmg; needed above 20 predictors",
    zh: "lmg 随机抽取的排列数；预测变量超过 20 个时必需",
  },
};

const examples = `$ cx drivers survey.csv --outcome Q7ALL --predictors Q7ART,Q7FOOD,Q7WIFI --missing 0,6
$ cx drivers survey.csv --outcome NETPRO --outcome-missing 11 --predictors Q7ART,Q7FOOD --missing 0,6 --bootstrap 2000 --seed 1`;

/** Declares `cx drivers`. */
export function declareDrivers({ program, t, add, go }: CommandLine): void {
  add(program, "drivers <file>", texts.about, examples)
    .requiredOption("--outcome <column>", t(texts.outcome))
    .requiredOption("--predictors <columns>", t(texts.predictors))
    .option("--method <name>", t(texts.method))
    .option("--weight <column>", t(help.weight))
    .option("--missing <list>", t(help.missing))
    .option("--outcome-missing <list>", t(texts.outcomeMissing))
    .option("--bootstrap <n>", t(texts.bootstrap))
    .option("--permutations <n>", t(texts.permutations))
    .option("--seed <n>", t(help.seed))
    .option("--level <share>", t(help.level))
    .action((file: string, options: DriversOptions) => {
      go(async (run) => (await import("../commands/drivers.js")).runDrivers(file, options, run));
    });
}
