import type { IndexDiffOptions } from "../commands/index-diff.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "What changed from one definition to another: breaking, compatible or editorial, and the version that is due.",
    zh: "两个定义之间的变更：不兼容、兼容或文字性，以及应使用的版本号。",
  },
  check: {
    en: "exit with code 1 when the declared version is too low for what changed",
    zh: "所声明的版本号不足以反映变更时以退出码 1 结束",
  },
};

const examples = `$ cx index diff our-index-1.0.0.yaml our-index.yaml --check
$ cx index diff cx.bank-digital-channel@0.1.0 cx.bank-digital-channel@0.2.0 --lang zh`;

/** Declares `cx index diff`. */
export function declareIndexDiff({ t, add, go, program }: CommandLine): void {
  add(program, "diff <before> <after>", texts.about, examples)
    .option("--check", t(texts.check))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((before: string, after: string, options: IndexDiffOptions) => {
      go(async (run) =>
        (await import("../commands/index-diff.js")).runIndexDiff(before, after, options, run),
      );
    });
}
