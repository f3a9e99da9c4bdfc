import type { IndexPanelOptions } from "../commands/index-panel.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "An expert panel, round by round: who answered, how consistent and how agreed, and the weights that follow.",
    zh: "专家小组逐轮评价：回收率、一致性、协调程度，以及由此得出的权重。",
  },
  weigh: {
    en: "equal (the default), or authority: experts count by their authority coefficient",
    zh: "equal（默认），或 authority：按专家权威系数加权",
  },
  exclude: {
    en: "none (the default), or inconsistent: leave out matrices whose consistency ratio reaches the threshold",
    zh: "none（默认），或 inconsistent：剔除一致性比例达到阈值的判断矩阵",
  },
  aggregation: {
    en: "matrices: aij (the default) joins judgements, aip-arithmetic or aip-geometric joins weights",
    zh: "判断矩阵：aij（默认）合成判断，aip-arithmetic 或 aip-geometric 合成权重",
  },
  threshold: {
    en: "consistency ratio from which a matrix counts as inconsistent; 0.1 when left out",
    zh: "一致性比例达到此值即视为不一致；省略时为 0.1",
  },
};

const examples = `$ cx index panel panel.yaml
$ cx index panel panel.yaml --weigh authority -o weights.csv`;

/** Declares `cx index panel`. */
export function declareIndexPanel({ t, add, go, program }: CommandLine): void {
  add(program, "panel <file>", texts.about, examples)
    .option("--weigh <rule>", t(texts.weigh))
    .option("--exclude <rule>", t(texts.exclude))
    .option("--aggregation <rule>", t(texts.aggregation))
    .option("--threshold <share>", t(texts.threshold))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((file: string, options: IndexPanelOptions) => {
      go(async (run) => (await import("../commands/index-panel.js")).runIndexPanel(file, options, run));
    });
}
