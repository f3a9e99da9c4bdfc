import type { IndexCompareOptions } from "../commands/index-compare.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";
import { twoTablesOptions } from "./two-tables-options.js";

const texts = {
  about: {
    en: "Two results unit by unit, with a verdict on whether they may be compared and the ranks that move.",
    zh: "逐单元比较两次结果，说明是否可比以及名次的变动。",
  },
};

const examples = `$ cx index compare our-index.yaml 2025.csv 2026.csv
$ cx index compare our-index-1.yaml channels.csv --periods year --from 2025 --to 2026 --revised our-index-2.yaml`;

/** Declares `cx index compare`. */
export function declareIndexCompare({ t, add, go, program }: CommandLine): void {
  const command = add(program, "compare <definition> <before> [after]", texts.about, examples);
  twoTablesOptions(tableOptions(command, t), t)
    .option("--node <id>", t(help.nodeOption))
    .option("--better <which>", t(help.better))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, before: string, after: string | undefined, options: IndexCompareOptions) => {
      go(async (run) =>
        (await import("../commands/index-compare.js")).runIndexCompare(name, [before, after], options, run),
      );
    });
}
