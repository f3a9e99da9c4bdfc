import type { IndexLinkOptions } from "../commands/index-link.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Link the series of two definitions over the periods that were scored with both.",
    zh: "通过同时用两个定义计分的时期，将两个定义的序列链接为一个。",
  },
  method: {
    en: "multiplicative, additive (for scores on a bounded scale) or regression",
    zh: "multiplicative、additive（适合有界量表的得分）或 regression",
  },
  overlap: {
    en: "periods scored with both, separated by commas; every one that both have when left out",
    zh: "两个定义都计分的时期，以逗号分隔；省略时为全部共有时期",
  },
  factor: {
    en: "a link for each unit (the default), or pooled",
    zh: "每个单元一个链接（unit，默认），或合并（pooled）",
  },
  onto: { en: "whose level is kept: old (the default) or new", zh: "保留何者的水平：old（默认）或 new" },
};

const examples = `$ cx index link our-index-1.yaml old.csv our-index-2.yaml new.csv --periods year --method additive
$ cx index link v1.yaml old.csv v2.yaml new.csv --periods quarter --method regression --onto new -o linked.csv`;

/** Declares `cx index link`. */
export function declareIndexLink({ t, add, go, program }: CommandLine): void {
  const usage = "link <old-definition> <old-data> <new-definition> <new-data>";
  tableOptions(add(program, usage, texts.about, examples), t)
    .requiredOption("--method <name>", t(texts.method))
    .option("--overlap <periods>", t(texts.overlap))
    .option("--factor <which>", t(texts.factor))
    .option("--onto <which>", t(texts.onto))
    .option("--node <id>", t(help.nodeOption))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((old: string, oldData: string, now: string, newData: string, options: IndexLinkOptions) => {
      const [a, b] = [
        { definition: old, file: oldData },
        { definition: now, file: newData },
      ];
      go(async (run) => (await import("../commands/index-link.js")).runIndexLink(a, b, options, run));
    });
}
