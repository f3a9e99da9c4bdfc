import type { ReliabilityOptions } from "../commands/reliability.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "How far the items of a scale measure one thing: Cronbach's alpha, also without each item, and McDonald's omega.",
    zh: "量表各题项测量同一概念的程度：Cronbach α（及剔除各题项后的 α）与 McDonald ω。",
  },
  items: {
    en: "columns of the items, separated by commas; reverse negatively worded ones beforehand",
    zh: "题项列，以逗号分隔；反向题请事先转换",
  },
};

const examples = `$ cx reliability survey.csv --items Q1,Q2,Q3
$ cx reliability survey.csv --items Q7ART,Q7FOOD,Q7STORE --missing 0,6 --level 0.9`;

/** Declares `cx reliability`. */
export function declareReliability({ program, t, add, go }: CommandLine): void {
  add(program, "reliability <file>", texts.about, examples)
    .requiredOption("--items <columns>", t(texts.items))
    .option("--missing <list>", t(help.missing))
    .option("--level <share>", t(help.level))
    .action((file: string, options: ReliabilityOptions) => {
      go(async (run) => (await import("../commands/reliability.js")).runReliability(file, options, run));
    });
}
