import type { IndexSensitivityOptions } from "../commands/index-sensitivity.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Which decisions the index rests on: weights, methods and indicators that could have been others.",
    zh: "指数取决于哪些决定：本可另作选择的权重、方法与指标。",
  },
  factors: {
    en: "YAML or JSON file: a list of factors, each with id, and path and range, or path and options, or choices",
    zh: "YAML 或 JSON 文件：因素列表，每项含 id，以及 path 与 range、path 与 options 或 choices",
  },
  method: {
    en: "sobol (shares of variance, the default), one-at-a-time, drop-one, importance",
    zh: "sobol（方差份额，默认）、one-at-a-time、drop-one、importance",
  },
  samples: {
    en: "sobol: rows of the design, a power of 2; 1024 when left out",
    zh: "sobol：设计的行数，2 的幂；省略时为 1024",
  },
  design: { en: "sobol: sobol (the default) or random", zh: "sobol：sobol（默认）或 random" },
  bootstrap: {
    en: "sobol: resamples for the intervals; 200 when left out, 0 for none",
    zh: "sobol：区间的重抽样次数；省略时为 200，0 为不计算",
  },
};

const examples = `$ cx index sensitivity our-index.yaml channels.csv --factors factors.yaml --seed 1
$ cx index sensitivity our-index.yaml channels.csv --factors factors.yaml --method one-at-a-time
$ cx index sensitivity our-index.yaml channels.csv --method importance`;

/** Declares `cx index sensitivity`. */
export function declareIndexSensitivity({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "sensitivity <definition> <data>", texts.about, examples), t)
    .option("--factors <file>", t(texts.factors))
    .option("--method <name>", t(texts.method))
    .option("--samples <n>", t(texts.samples))
    .option("--design <name>", t(texts.design))
    .option("--bootstrap <n>", t(texts.bootstrap))
    .option("--seed <n>", t(help.seed))
    .option("--level <share>", t(help.level))
    .option("--node <id>", t(help.nodeOption))
    .option("--unit <name>", t(help.unit))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string, options: IndexSensitivityOptions) => {
      go(async (run) =>
        (await import("../commands/index-sensitivity.js")).runIndexSensitivity(name, data, options, run),
      );
    });
}
