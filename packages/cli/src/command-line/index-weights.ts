import type { IndexWeightsOptions } from "../commands/index-weights.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Weights from pairwise judgements (ahp, with its consistency ratio) or from a table of units (entropy, critic, …).",
    zh: "由两两判断（ahp，含一致性比例）或由单元数据（entropy、critic 等）得出权重。",
  },
  columns: {
    en: "columns to weigh, separated by commas; every column of numbers when left out",
    zh: "参与赋权的列，以逗号分隔；省略时为全部数字列",
  },
  down: { en: "columns of which less is better, separated by commas", zh: "越小越好的列，以逗号分隔" },
  complete: {
    en: "leave out units with a missing value instead of refusing them",
    zh: "略去有缺失值的单元，而不是拒绝",
  },
  prioritisation: {
    en: "ahp: eigenvector (the default) or geometric-mean",
    zh: "ahp：eigenvector（默认）或 geometric-mean",
  },
  randomIndex: {
    en: "ahp: table of random indices: saaty-1980 (the default), saaty-2005, donegan-dodd-1991, alonso-lamata-2006, none",
    zh: "ahp：随机一致性指标表：saaty-1980（默认）、saaty-2005、donegan-dodd-1991、alonso-lamata-2006、none",
  },
  threshold: {
    en: "ahp: consistency ratio from which judgements count as inconsistent; 0.1 when left out",
    zh: "ahp：一致性比例达到此值即视为不一致；省略时为 0.1",
  },
};

const examples = `$ cx index weights ahp judgements.csv
$ cx index weights entropy channels.csv --columns ease,speed,trust
$ cx index weights critic channels.csv --columns ease,wait --down wait -o weights.csv`;

/** Declares `cx index weights`. */
export function declareIndexWeights({ t, add, go, program }: CommandLine): void {
  add(program, "weights <method> <file>", texts.about, examples)
    .option("--columns <columns>", t(texts.columns))
    .option("--down <columns>", t(texts.down))
    .option("--complete", t(texts.complete))
    .option("--missing <list>", t(help.missing))
    .option("--prioritisation <name>", t(texts.prioritisation))
    .option("--random-index <name>", t(texts.randomIndex))
    .option("--threshold <share>", t(texts.threshold))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((method: string, file: string, options: IndexWeightsOptions) => {
      go(async (run) =>
        (await import("../commands/index-weights.js")).runIndexWeights(method, file, options, run),
      );
    });
}
