import type { AgreementCommandOptions } from "../commands/agreement.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "How far raters agree on the same units. One rating a row: unit, rater, value.",
    zh: "多名评分者对同一批单元的评分一致程度。每行一个评分：单元、评分者、取值。",
  },
  unit: { en: "columns that name what was rated, separated by commas", zh: "被评单元列，多列以逗号分隔" },
  rater: { en: "column that names who rated it", zh: "评分者列" },
  value: { en: "column of ratings or categories", zh: "评分或类别列" },
  method: {
    en: "krippendorff (the default), fleiss, cohen, gwet, icc or kendall",
    zh: "krippendorff（默认）、fleiss、cohen、gwet、icc 或 kendall",
  },
  measurement: {
    en: "krippendorff: what differences mean: nominal (the default), ordinal, interval or ratio",
    zh: "krippendorff 的测量尺度：nominal（默认）、ordinal、interval 或 ratio",
  },
  weights: {
    en: "cohen: none (the default), linear or quadratic for ordered categories",
    zh: "cohen 的权重：none（默认），有序类别可用 linear 或 quadratic",
  },
  form: {
    en: "icc: 1,1 2,1 3,1 1,k 2,k or 3,k as Shrout and Fleiss number them",
    zh: "icc 的形式：按 Shrout 与 Fleiss 的编号为 1,1、2,1、3,1、1,k、2,k 或 3,k",
  },
  categories: {
    en: "cohen, fleiss, gwet: every category from lowest to highest, also those never used",
    zh: "cohen、fleiss、gwet：由低到高的全部类别，包括未使用的",
  },
  bootstrap: {
    en: "krippendorff: interval from so many resamples of the units",
    zh: "krippendorff：对单元重抽样的次数，用于给出区间",
  },
};

const examples = `$ cx agreement ratings.csv --unit path --rater expert --value score --level interval --bootstrap 2000 --seed 1
$ cx agreement codes.csv --unit comment --rater coder --value theme --method gwet
$ cx agreement ratings.csv --unit path --rater expert --value score --method icc --form 2,1`;

/** Declares `cx agreement`. */
export function declareAgreement({ program, t, add, go }: CommandLine): void {
  add(program, "agreement <file>", texts.about, examples)
    .requiredOption("--unit <columns>", t(texts.unit))
    .requiredOption("--rater <column>", t(texts.rater))
    .requiredOption("--value <column>", t(texts.value))
    .option("--method <name>", t(texts.method))
    .option("--level <name>", t(texts.measurement))
    .option("--weights <name>", t(texts.weights))
    .option("--form <name>", t(texts.form))
    .option("--categories <list>", t(texts.categories))
    .option("--missing <list>", t(help.missing))
    .option("--bootstrap <n>", t(texts.bootstrap))
    .option("--seed <n>", t(help.seed))
    .option("--confidence <share>", t(help.level))
    .action((file: string, options: AgreementCommandOptions) => {
      go(async (run) => (await import("../commands/agreement.js")).runAgreement(file, options, run));
    });
}
