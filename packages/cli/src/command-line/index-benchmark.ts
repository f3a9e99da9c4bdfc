import type { IndexBenchmarkOptions } from "../commands/index-benchmark.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { tableOptions } from "./table-options.js";

const texts = {
  about: {
    en: "Every unit among its peers: rank, percentile, best in class, distance to the best and to the median.",
    zh: "横向对标：每个单元在同类组中的名次、百分位、最优者、与最优及中位数的差距。",
  },
  peers: {
    en: "column that names the peer group; all units are one group when left out",
    zh: "同类组列；省略时全部为一组",
  },
  percentile: {
    en: "rule of the percentile: hazen (the default), cumulative or inclusive",
    zh: "百分位规则：hazen（默认）、cumulative 或 inclusive",
  },
  leastPeers: {
    en: "least units with a value in a group; 2 when left out",
    zh: "组内有数值单元的最少个数；省略时为 2",
  },
};

const examples = `$ cx index benchmark our-index.yaml channels.csv --peers kind
$ cx index benchmark our-index.yaml channels.csv --node ease --lang zh`;

/** Declares `cx index benchmark`. */
export function declareIndexBenchmark({ t, add, go, program }: CommandLine): void {
  tableOptions(add(program, "benchmark <definition> <data>", texts.about, examples), t)
    .option("--peers <column>", t(texts.peers))
    .option("--node <id>", t(help.nodeOption))
    .option("--percentile <rule>", t(texts.percentile))
    .option("--better <which>", t(help.better))
    .option("--least-peers <n>", t(texts.leastPeers))
    .option("-o, --output <file>", t(help.indexOutput))
    .action((name: string, data: string, options: IndexBenchmarkOptions) => {
      go(async (run) =>
        (await import("../commands/index-benchmark.js")).runIndexBenchmark(name, data, options, run),
      );
    });
}
