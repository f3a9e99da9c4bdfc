import type { IndexAttributeOptions } from "../commands/index-attribute.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";
import { twoTablesOptions } from "./two-tables-options.js";

const texts = {
  about: {
    en: "What a change of the index is made of: inputs and branches sum to the change, data and revision apart.",
    zh: "指数的变化由什么构成：各输入与各分支之和等于总变化，数据变化与定义修订分开。",
  },
  method: {
    en: "linear, lmdi, shapley, or auto, the first of these that applies (the default)",
    zh: "linear、lmdi、shapley，或 auto（默认，取其中首个适用者）",
  },
  revision: {
    en: "order in which data and revision move, data,membership,goalposts,methods,weights,other (the default), or shapley",
    zh: "数据与修订的变动次序，data,membership,goalposts,methods,weights,other（默认），或 shapley",
  },
  permutations: {
    en: "shapley over many inputs: sampled orders; 400 when left out",
    zh: "输入很多时的 shapley：抽取的次序数；省略时为 400",
  },
  seed: {
    en: "shapley over many inputs: whole number that sampling starts from; 1 when left out",
    zh: "输入很多时的 shapley：抽样起点（整数）；省略时为 1",
  },
};

const examples = `$ cx index attribute our-index.yaml 2025.csv 2026.csv --unit App
$ cx index attribute our-index.yaml channels.csv --periods year --from 2025 --to 2026 --unit App --method shapley
$ cx index attribute our-index-1.yaml 2025.csv 2026.csv --revised our-index-2.yaml --unit App`;

/** Declares `cx index attribute`. */
export function declareIndexAttribute({ t, add, go, program }: CommandLine): void {
  const command = add(program, "attribute <definition> <before> [after]", texts.about, examples);
  twoTablesOptions(tableOptions(command, t), t)
    .option("--unit <name>", t(help.unit))
    .option("--method <name>", t(texts.method))
    .option("--node <id>", t(help.nodeOption))
    .option("--revision <order>", t(texts.revision))
    .option("--permutations <n>", t(texts.permutations))
    .option("--seed <n>", t(texts.seed))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, before: string, after: string | undefined, options: IndexAttributeOptions) => {
      go(async (run) =>
        (await import("../commands/index-attribute.js")).runIndexAttribute(
          name,
          [before, after],
          options,
          run,
        ),
      );
    });
}
