import { isCxMetricsError, type Language } from "@cxmetrics/definition";
import { CommanderError } from "commander";
import colors from "picocolors";
import type { Answer, Run } from "./answer.js";
import type { Job } from "./command-line/command-line.js";
import { commandName } from "./command-name.js";
import type { CxIo } from "./cx-io.js";
import { exitCodeOf, exitCodes } from "./exit-codes.js";
import { hearInterruption } from "./interruption.js";
import { askedLanguage, chooseLanguage } from "./language.js";
import { words } from "./messages.js";
import { buildProgram, type GlobalOptions, parseDelimiter } from "./program.js";
import { type Progress, progressOn } from "./progress.js";
import { asProblem, reportError } from "./report-error.js";
import { warningLines } from "./show/warning-lines.js";
import { temporaryFolder } from "./temporary-folder.js";
import { usageProblem } from "./usage-problem.js";

/**
 * Runs one command line of `cx` from start to end: answers on standard output, warnings and errors on standard error, files whole or
 * not at all, temporary files removed in every case. It never throws.
 *
 * @param argv the words after `cx`
 * @param io where text goes, the environment, the folder, and whether a person watches
 * @returns the exit code: 0 done, 1 data or document refused, 2 wrong command line, 130 interrupted
 * @example
 * ```ts
 * const said: string[] = [];
 * const out = { write: (text: string) => said.push(text) };
 * const io = { stdout: out, stderr: out, env: { LANG: "en_GB.UTF-8" }, cwd: ".", isTerminal: false };
 * await runCx(["score", "survey.csv", "--metric", "nps"], io); // => 2
 * said[0]?.split(". ")[0]; // => "error: The option --rating is required"
 * ```
 */
export async function runCx(argv: string[], io: CxIo): Promise<number> {
  const command = commandName(argv);
  let lang: Language = chooseLanguage(undefined, io.env);
  let json = argv.includes("--json");
  const temporary = temporaryFolder();
  let progress: Progress | undefined;
  try {
    lang = chooseLanguage(askedLanguage(argv), io.env);
    const asked = await parse(argv, lang, io);
    if (typeof asked === "number") return asked;
    json = asked.options.json === true;
    progress = progressOn(io, lang);
    const answer = await asked.job(runOf(asked.options, lang, io, temporary, progress));
    await hearInterruption(io.signal);
    progress.clear();
    tell(answer, { io, lang, json, command });
    return answer.exitCode ?? exitCodes.ok;
  } catch (thrown) {
    progress?.clear();
    const problem =
      thrown instanceof CommanderError ? usageProblem(thrown, command) : asProblem(thrown, io.signal);
    reportError(problem, isCxMetricsError(thrown) ? undefined : thrown, { io, lang, json, command });
    return exitCodeOf(problem.code);
  } finally {
    await temporary.remove().catch(() => {});
  }
}

/** The job and the global options, or an exit code when help or the version was all that was asked for. */
async function parse(
  argv: string[],
  lang: Language,
  io: CxIo,
): Promise<{ readonly job: Job; readonly options: GlobalOptions } | number> {
  let asked: { readonly job: Job; readonly options: GlobalOptions } | undefined;
  const program = buildProgram(lang, io, (job, options) => {
    asked = { job, options };
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === "commander.helpDisplayed" || thrown.code === "commander.version") return exitCodes.ok;
    // `cx` alone: help has been printed, but nothing was asked for. `cx help` asked for it.
    if (thrown.code === "commander.help") return thrown.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    throw thrown;
  }
  return asked ?? exitCodes.ok;
}

function runOf(
  options: GlobalOptions,
  lang: Language,
  io: CxIo,
  temporary: Run["temporary"],
  progress: Progress,
): Run {
  const coloured = io.isTerminal && io.stdout.isTTY === true && !io.env["NO_COLOR"];
  return {
    io,
    lang,
    asked: options.lang === undefined ? undefined : lang,
    temporary,
    progress,
    bold: colors.createColors(coloured).bold,
    tables: {
      folder: io.cwd,
      temporary,
      encoding: options.encoding,
      delimiter: parseDelimiter(options.delimiter),
      signal: io.signal,
      onProgress: progress.rows,
    },
  };
}

function tell(
  answer: Answer,
  { io, lang, json, command }: { io: CxIo; lang: Language; json: boolean; command: string | null },
): void {
  const { definition, engine, rows, result, warnings, text } = answer;
  if (json) {
    const object = {
      command,
      definition,
      engine,
      ...(rows ? { rows } : {}),
      ...(result ? { result } : {}),
      warnings,
    };
    io.stdout.write(`${JSON.stringify(object, null, 2)}\n`);
    return;
  }
  io.stdout.write(`${text}\n`);
  for (const line of warningLines(warnings, lang)) io.stderr.write(`${words.warning[lang]}: ${line}\n`);
}
