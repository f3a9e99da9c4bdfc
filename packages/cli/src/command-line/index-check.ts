import type { IndexCheckOptions } from "../commands/index-check.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Check a definition and print its tree: weights as written, of the parent, of the index; warnings in words.",
    zh: "检查定义并打印结构：权重原值、占上级、占指数的份额，并以文字给出警告。",
  },
  strict: { en: "exit with code 1 when there is a warning", zh: "有警告时以退出码 1 结束" },
};

const examples = `$ cx index check our-index.yaml --lang zh
$ cx index check cx.bank-digital-channel --json
$ cx index check our-index.yaml --strict`;

/** Declares `cx index check`. */
export function declareIndexCheck({ t, add, go, program }: CommandLine): void {
  add(program, "check <definition>", texts.about, examples)
    .option("--strict", t(texts.strict))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, options: IndexCheckOptions) => {
      go(async (run) => (await import("../commands/index-check.js")).runIndexCheck(name, options, run));
    });
}
