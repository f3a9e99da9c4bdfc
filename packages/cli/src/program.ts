import { CxMetricsError, type Language, type LocalizedText } from "@cxmetrics/definition";
import { Command } from "commander";
import { declareAgreement } from "./command-line/agreement.js";
import { declareChart } from "./command-line/chart.js";
import type { CommandLine, Job } from "./command-line/command-line.js";
import { declareConformance } from "./command-line/conformance.js";
import { declareDefinitions } from "./command-line/definitions.js";
import { declareDrivers } from "./command-line/drivers.js";
import { engineOption } from "./command-line/engine-option.js";
import { declareIndex } from "./command-line/index-group.js";
import { declarePaths } from "./command-line/paths.js";
import { declareQuality } from "./command-line/quality.js";
import { declareQuestionnaire } from "./command-line/questionnaire.js";
import { declareReliability } from "./command-line/reliability.js";
import { declareReport } from "./command-line/report.js";
import { declareRetention } from "./command-line/retention.js";
import { declareSampleSize } from "./command-line/samplesize.js";
import { declareSql } from "./command-line/sql.js";
import type { CompareOptions } from "./commands/compare.js";
import type { EvaluateOptions } from "./commands/evaluate.js";
import type { FunnelOptions } from "./commands/funnel.js";
import type { ScoreOptions } from "./commands/score.js";
import type { CxIo } from "./cx-io.js";
import { engine } from "./engine.js";
import { help, helpTitles } from "./help.js";
import { badDelimiter } from "./problems.js";
import { textWidth } from "./show/text-width.js";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly lang?: string;
  readonly json?: boolean;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/**
 * The command line of `cx`, in one language. Commands are loaded when they run, so that `--help` is quick.
 *
 * @param lang language of the help
 * @param io where help goes
 * @param start told the job and the global options when the command line is right
 */
export function buildProgram(
  lang: Language,
  io: CxIo,
  start: (job: Job, options: GlobalOptions) => void,
): Command {
  const t = (text: LocalizedText) => text[lang];
  const program = new Command("cx")
    .description(t(help.cx))
    .version(engine.slice(engine.lastIndexOf("@") + 1), "-V, --version", t(help.version))
    .helpOption("-h, --help", t(help.help))
    .helpCommand("help [command]", t(help.helpCommand))
    .option("--lang <en|zh>", t(help.lang))
    .option("--json", t(help.json))
    .option("--encoding <name>", t(help.encoding))
    .option("--delimiter <char>", t(help.delimiter))
    .addHelpText("after", `\n${t(help.after)}`)
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: textWidth,
      styleTitle: (title) => helpTitles[lang][title] ?? title,
    })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  const add: CommandLine["add"] = (parent, usage, about, examples) =>
    parent
      .command(usage)
      .description(t(about))
      .helpOption("-h, --help", t(help.help))
      .addHelpText("after", `\n${t(help.examples)}\n${examples.replaceAll(/^/gm, "  ")}`);

  add(program, "evaluate <plan>", help.evaluate, help.evaluateExamples)
    .option("-o, --output <folder>", t(help.evaluateOutput))
    .option("--evaluated-on <date>", t(help.evaluatedOn))
    .action((plan: string, options: EvaluateOptions) => {
      go(async (run) => (await import("./commands/evaluate.js")).runEvaluate(plan, options, run));
    });

  engineOption(add(program, "score <file>", help.score, help.scoreExamples), t)
    .requiredOption("--metric <id|file>", t(help.metric))
    .requiredOption("--rating <column>", t(help.rating))
    .option("--by <columns>", t(help.by))
    .option("--weight <column>", t(help.weight))
    .option("--missing <list>", t(help.missing))
    .option("--level <share>", t(help.level))
    .option("--interval <method>", t(help.interval))
    .option("--min-n <n>", t(help.minN))
    .option("--strata <columns>", t(help.strata))
    .option("--cluster <columns>", t(help.cluster))
    .option("--fpc <n|list|column>", t(help.fpc))
    .option("--single-unit <policy>", t(help.singleUnit))
    .action((file: string, options: ScoreOptions) => {
      go(async (run) => (await import("./commands/score.js")).runScore(file, options, run));
    });

  engineOption(add(program, "compare <before> [after]", help.compare, help.compareExamples), t)
    .requiredOption("--metric <id|file>", t(help.metric))
    .requiredOption("--rating <column>", t(help.rating))
    .option("--group <column>", t(help.group))
    .option("--groups <before,after>", t(help.groups))
    .option("--weight <column>", t(help.weight))
    .option("--missing <list>", t(help.missing))
    .option("--level <share>", t(help.level))
    .option("--strata <columns>", t(help.strata))
    .option("--cluster <columns>", t(help.cluster))
    .option("--fpc <n|list|column>", t(help.fpc))
    .option("--single-unit <policy>", t(help.singleUnit))
    .action((before: string, after: string | undefined, options: CompareOptions) => {
      const files = after === undefined ? [before] : [before, after];
      go(async (run) => (await import("./commands/compare.js")).runCompare(files, options, run));
    });

  engineOption(add(program, "funnel <file>", help.funnel, help.funnelExamples), t)
    .requiredOption("--actor <column>", t(help.actor))
    .requiredOption("--time <column>", t(help.time))
    .requiredOption("--event <column>", t(help.event))
    .requiredOption("--steps <list>", t(help.steps))
    .option("--window <span>", t(help.window))
    .option("--sequence <column>", t(help.sequence))
    .option("--by <columns>", t(help.funnelBy))
    .option("--time-unit <ms|s>", t(help.timeUnit))
    .option("--level <share>", t(help.level))
    .option("--allow-unseen", t(help.allowUnseen))
    .action((file: string, options: FunnelOptions) => {
      go(async (run) => (await import("./commands/funnel.js")).runFunnel(file, options, run));
    });

  const line: CommandLine = { program, t, add, go };
  for (const declare of [
    declareRetention,
    declarePaths,
    declareIndex,
    declareQuestionnaire,
    declareChart,
    declareDrivers,
    declareQuality,
    declareAgreement,
    declareReliability,
    declareSampleSize,
    declareReport,
    declareSql,
    declareDefinitions,
    declareConformance,
  ])
    declare(line);

  function go(job: Job): void {
    start(job, program.opts<GlobalOptions>());
  }
  return program;
}

/**
 * Reads `--delimiter`: one character, or the word `tab`.
 *
 * @throws `CxMetricsError` `usage.bad-delimiter`
 * @example
 * ```js
 * parseDelimiter("tab"); // => "\t"
 * ```
 */
export function parseDelimiter(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text === "tab" || text === "\\t") return "\t";
  if (/^[\x20-\x7e]$/.test(text) && !/["\w]/.test(text)) return text;
  throw new CxMetricsError(badDelimiter, { path: ["--delimiter"], values: { found: text } });
}
