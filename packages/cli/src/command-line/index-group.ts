import type { Command } from "commander";
import type { IndexOptions, IndexScoreOptions } from "../commands/index-score.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { declareIndexAttribute } from "./index-attribute.js";
import { declareIndexAudit } from "./index-audit.js";
import { declareIndexBenchmark } from "./index-benchmark.js";
import { declareIndexCheck } from "./index-check.js";
import { declareIndexCommon } from "./index-common.js";
import { declareIndexCompare } from "./index-compare.js";
import { declareIndexDiff } from "./index-diff.js";
import { declareIndexFit } from "./index-fit.js";
import { declareIndexLink } from "./index-link.js";
import { declareIndexPanel } from "./index-panel.js";
import { declareIndexSensitivity } from "./index-sensitivity.js";
import { declareIndexStandard } from "./index-standard.js";
import { declareIndexTrack } from "./index-track.js";
import { declareIndexUncertainty } from "./index-uncertainty.js";
import { declareIndexWeights } from "./index-weights.js";
import { declareIndexWhatIf } from "./index-whatif.js";
import { declareIndexWorkbook } from "./index-workbook.js";
import { tableOptions } from "./table-options.js";

/** Declares `cx index` and the commands under it. */
export function declareIndex(line: CommandLine): void {
  const { program, t, add, go } = line;
  const index = program
    .command("index")
    .description(t(help.index))
    .helpOption("-h, --help", t(help.help))
    .helpCommand("help [command]", t(help.helpCommand));
  const shared = (command: Command) => tableOptions(command, t);
  const here: CommandLine = { ...line, program: index };

  declareIndexCheck(here);
  declareIndexFit(here);
  shared(add(index, "score <definition> <data>", help.indexScore, help.indexScoreExamples))
    .option("--ranks", t(help.ranks))
    .option("-o, --output <file>", t(help.indexScoreOutput))
    .action((name: string, data: string, options: IndexScoreOptions) => {
      go(async (run) => (await import("../commands/index-score.js")).runIndexScore(name, data, options, run));
    });
  shared(add(index, "explain <definition> <data>", help.indexExplain, help.indexExplainExamples))
    .option("--unit <name>", t(help.unit))
    .option("-o, --output <file>", t(help.indexExplainOutput))
    .action((name: string, data: string, options: IndexOptions & { unit?: string }) => {
      go(async (run) =>
        (await import("../commands/index-explain.js")).runIndexExplain(name, data, options, run),
      );
    });
  shared(add(index, "formula <definition> [data]", help.indexFormula, help.indexFormulaExamples))
    .option("--unit <name>", t(help.unit))
    .option("-o, --output <file>", t(help.indexFormulaOutput))
    .action((name: string, data: string | undefined, options: IndexOptions & { unit?: string }) => {
      go(async (run) =>
        (await import("../commands/index-formula.js")).runIndexFormula(name, data, options, run),
      );
    });
  for (const declare of [
    declareIndexDiff,
    declareIndexAudit,
    declareIndexUncertainty,
    declareIndexSensitivity,
    declareIndexWhatIf,
    declareIndexAttribute,
    declareIndexCompare,
    declareIndexCommon,
    declareIndexBenchmark,
    declareIndexTrack,
    declareIndexLink,
    declareIndexWeights,
    declareIndexPanel,
    declareIndexStandard,
    declareIndexWorkbook,
  ])
    declare(here);
}
