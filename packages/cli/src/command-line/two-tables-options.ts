import type { LocalizedText } from "@cxmetrics/definition";
import type { Command } from "commander";

const texts = {
  from: {
    en: "with one file and --periods: the earlier period",
    zh: "只有一个文件并给出 --periods 时：前期",
  },
  to: { en: "with one file and --periods: the later period", zh: "只有一个文件并给出 --periods 时：后期" },
  revised: {
    en: "definition of the later scores, where it was revised",
    zh: "后期得分所用的定义（定义有修订时）",
  },
};

/** Adds the options by which a command finds the data before and after. */
export function twoTablesOptions(command: Command, t: (text: LocalizedText) => string): Command {
  return command
    .option("--from <period>", t(texts.from))
    .option("--to <period>", t(texts.to))
    .option("--revised <definition>", t(texts.revised));
}
