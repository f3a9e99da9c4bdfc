import type { ConformanceOptions } from "../commands/conformance.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Whether an implementation gives the published answers: this one, or any program that speaks the protocol.",
    zh: "检验某个实现是否给出公布的结果：本程序，或任何遵循该协议的程序。",
  },
  against: {
    en: "command of the program to test: one JSON request a line in, one JSON answer a line out; without it this installation is tested",
    zh: "要检验的程序的命令：每行读入一个 JSON 请求、写出一个 JSON 回答；省略时检验本程序",
  },
  area: {
    en: "areas to test, separated by commas; those that the program declares, or all, when left out",
    zh: "要检验的领域，以逗号分隔；省略时为程序声明的领域，未声明则为全部",
  },
  pinned: {
    en: "with --against: also the vectors that pin our own engine's numbers",
    zh: "与 --against 同用：也检验仅锁定本引擎数值的向量",
  },
  timeout: { en: "how long to wait for an answer", zh: "等待一个回答的时长" },
  output: {
    en: "file to write: JSON when it ends in .json, text otherwise",
    zh: "要写入的文件：以 .json 结尾则为 JSON，否则为文本",
  },
};

const examples = `$ cx conformance
$ cx conformance --area definitions,engines --json
$ cx conformance --against "python3 second.py"`;

/** Declares `cx conformance`. */
export function declareConformance({ program, t, add, go }: CommandLine): void {
  add(program, "conformance", texts.about, examples)
    .option("--against <command>", t(texts.against))
    .option("--area <list>", t(texts.area))
    .option("--pinned", t(texts.pinned))
    .option("--timeout <span>", t(texts.timeout), "10s")
    .option("-o, --output <file>", t(texts.output))
    .action((options: ConformanceOptions) => {
      go(async (run) => (await import("../commands/conformance.js")).runConformanceCommand(options, run));
    });
}
