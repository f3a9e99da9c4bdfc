import type { IndexFitOptions } from "../commands/index-fit.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Fit a definition on a reference population. With the calibrated definition a unit scores the same alone and among others, today and next year.",
    zh: "用参照群体标定定义。使用标定后的定义，同一单元单独计分或与他人一同计分、今年或明年，结果相同。",
  },
  population: { en: "who the reference population is", zh: "参照群体的名称" },
  populationZh: {
    en: "the same in Chinese; that of --population when left out",
    zh: "参照群体的中文名称；省略时同 --population",
  },
  period: { en: "period of the reference data, for example 2025", zh: "参照数据的时期，例如 2025" },
  output: { en: "calibrated definition to write, as JSON", zh: "要写入的标定后定义（JSON）" },
};

const examples = `$ cx index fit our-index.yaml channels-2025.csv --population "All channels" --period 2025 -o calibrated.json
$ cx index score calibrated.json channels-2026.csv`;

/** Declares `cx index fit`. */
export function declareIndexFit({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "fit <definition> <data>", texts.about, examples), t)
    .option("--population <text>", t(texts.population))
    .option("--population-zh <text>", t(texts.populationZh))
    .option("--period <name>", t(texts.period))
    .option("-o, --output <file>", t(texts.output))
    .action((name: string, data: string, options: IndexFitOptions) => {
      go(async (run) => (await import("../commands/index-fit.js")).runIndexFit(name, data, options, run));
    });
}
