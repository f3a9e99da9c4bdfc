import type { IndexWorkbookOptions } from "../commands/index-workbook.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Write the index as a spreadsheet whose live formulas recompute every cell; goalposts, weights and digits are cells to change.",
    zh: "把指数写成电子表格：每个单元格都由实时公式重算，界限值、权重和修约位数都是可以修改的单元格。",
  },
  output: { en: "workbook to write, ending in .xlsx", zh: "要写入的工作簿，以 .xlsx 结尾" },
};

const examples = `$ cx index workbook our-index.yaml channels.csv -o index.xlsx
$ cx index workbook undp.hdi panel.csv --units iso3,year -o hdi.xlsx --lang zh`;

/** Declares `cx index workbook`. */
export function declareIndexWorkbook({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "workbook <definition> <data>", texts.about, examples), t)
    .requiredOption("-o, --output <file>", t(texts.output))
    .action((name: string, data: string, options: IndexWorkbookOptions) => {
      go(async (run) =>
        (await import("../commands/index-workbook.js")).runIndexWorkbook(name, data, options, run),
      );
    });
}
