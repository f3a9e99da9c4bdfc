import { collect } from "../assignment-option.js";
import type { IndexWhatIfOptions } from "../commands/index-whatif.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "What other values or weights would do to one unit, or the smallest improvement that reaches a score or a rank.",
    zh: "其他取值或权重会给一个单元带来什么；或达到某一得分、名次所需的最小改进。",
  },
  set: {
    en: "another raw value, INDICATOR=VALUE or UNIT.INDICATOR=VALUE; 0 is a value, the word missing is none; may be repeated",
    zh: "其他原始值，写作 指标=值 或 单元.指标=值；0 是数值，missing 表示缺失；可重复",
  },
  weight: {
    en: "another weight, NODE.CHILD=2 or NODE.CHILD=1/3; 0 is a weight; may be repeated",
    zh: "其他权重，写作 节点.下级=2 或 节点.下级=1/3；0 也是权重；可重复",
  },
  patch: {
    en: "file with a JSON Merge Patch of the definition (RFC 7396)",
    zh: "定义的 JSON Merge Patch 文件（RFC 7396）",
  },
  target: { en: "what to reach: score=80 or rank=1", zh: "要达到的目标：score=80 或 rank=1" },
  over: {
    en: "with --target: indicators that may be moved; those with goalposts when left out",
    zh: "与 --target 同用：可改变的指标；省略时为有标尺的指标",
  },
  bounds: {
    en: "with --target: how far an indicator may go, INDICATOR=LOWER..UPPER; may be repeated",
    zh: "与 --target 同用：指标可变动的范围，指标=下限..上限；可重复",
  },
  cost: {
    en: "with --target: cost of one unit of raw value, INDICATOR=NUMBER; the relative move when left out; may be repeated",
    zh: "与 --target 同用：原始值每变动一个单位的代价，指标=数字；省略时为相对变动；可重复",
  },
};

const examples = `$ cx index whatif our-index.yaml channels.csv --unit App --set ease=80 --set wait=missing
$ cx index whatif our-index.yaml channels.csv --unit App --weight index.ease=0
$ cx index whatif our-index.yaml channels.csv --unit App --target score=80 --over ease,wait`;

/** Declares `cx index whatif`. */
export function declareIndexWhatIf({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "whatif <definition> <data>", texts.about, examples), t)
    .option("--unit <name>", t(help.unit))
    .option("--set <name=value>", t(texts.set), collect)
    .option("--weight <name=weight>", t(texts.weight), collect)
    .option("--patch <file>", t(texts.patch))
    .option("--target <goal>", t(texts.target))
    .option("--over <indicators>", t(texts.over))
    .option("--bounds <name=range>", t(texts.bounds), collect)
    .option("--cost <name=number>", t(texts.cost), collect)
    .option("--node <id>", t(help.nodeOption))
    .option("--better <which>", t(help.better))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string, options: IndexWhatIfOptions) => {
      go(async (run) =>
        (await import("../commands/index-whatif.js")).runIndexWhatIf(name, data, options, run),
      );
    });
}
