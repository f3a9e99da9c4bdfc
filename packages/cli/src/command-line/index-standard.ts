import type { IndexStandardOptions } from "../commands/index-standard.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "What a committee needs on paper: indicator cards, worked example, clauses, annexes; HTML, DOCX or PDF.",
    zh: "标准编制所需的技术文件：指标卡、算例、修约与抽样条款、附录；可输出 HTML、DOCX 或 PDF。",
  },
  supplement: {
    en: "standard.yaml: what the definition does not say; every text in English and Chinese",
    zh: "standard.yaml：定义之外的内容，各项均须有英文和中文",
  },
  data: { en: "table with the unit of the worked example", zh: "算例所用对象的数据表" },
  unit: { en: "unit to work through; the first when left out", zh: "算例所用的单元；省略时为第一个" },
  trial: {
    en: "table of the trial, one object a row, with the columns of trial.criteria",
    zh: "试用数据表，每行一个对象，含 trial.criteria 所列的列",
  },
  ratings: {
    en: "ratings of the evaluators, with the columns item, rater and level",
    zh: "评价者评分表，含 item、rater、level 列",
  },
  object: {
    en: "column of the ratings that names the object rated; object when left out",
    zh: "评分表中被评对象所在的列；省略时为 object",
  },
  format: {
    en: "html, docx or pdf; as the name of -o says when left out (pdf needs Chromium or LibreOffice Writer, docx the latter)",
    zh: "html、docx 或 pdf；省略时按 -o 的文件名（pdf 需要 Chromium 或 LibreOffice Writer，docx 需要后者）",
  },
  template: {
    en: "print an empty standard.yaml for the definition, every field explained",
    zh: "打印该定义的空白 standard.yaml，各字段均有说明",
  },
  output: { en: "file to write", zh: "要写入的文件" },
};

const examples = `$ cx index standard our-index.yaml --template -o standard.yaml
$ cx index standard our-index.yaml --supplement standard.yaml --data channels.csv --trial trial.csv -o standard.zh.pdf --lang zh`;

/** Declares `cx index standard`. */
export function declareIndexStandard({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "standard <definition>", texts.about, examples), t)
    .option("--template", t(texts.template))
    .option("--supplement <file>", t(texts.supplement))
    .option("--data <file>", t(texts.data))
    .option("--unit <name>", t(texts.unit))
    .option("--trial <file>", t(texts.trial))
    .option("--ratings <file>", t(texts.ratings))
    .option("--object <column>", t(texts.object))
    .option("--format <name>", t(texts.format))
    .option("-o, --output <file>", t(texts.output))
    .action((name: string, options: IndexStandardOptions) => {
      go(async (run) => (await import("../commands/index-standard.js")).runIndexStandard(name, options, run));
    });
}
