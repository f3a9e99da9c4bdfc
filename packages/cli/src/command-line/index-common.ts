import type { IndexCommonOptions } from "../commands/index-common.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Units scored on the indicators that apply to every one of them, for a fair comparison.",
    zh: "只用各单元共同适用的指标重新计分，以便公平比较。",
  },
  among: {
    en: "units to compare, separated by commas; every unit when left out",
    zh: "参与比较的单元，以逗号分隔；省略时为全部",
  },
};

const examples = `$ cx index common our-index.yaml channels.csv
$ cx index common our-index.yaml channels.csv --among App,Branch --lang zh`;

/** Declares `cx index common`. */
export function declareIndexCommon({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "common <definition> <data>", texts.about, examples), t)
    .option("--among <units>", t(texts.among))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string, options: IndexCommonOptions) => {
      go(async (run) =>
        (await import("../commands/index-common.js")).runIndexCommon(name, data, options, run),
      );
    });
}
