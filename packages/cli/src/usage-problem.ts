import { CxMetricsError, type Problem, type ProblemValues } from "@cxmetrics/definition";
import type { CommanderError } from "commander";
import {
  badCommandLine,
  missingArgument,
  missingOption,
  missingOptionValue,
  tooManyArguments,
  unknownCommand,
  unknownOption,
} from "./problems.js";

const problems: Readonly<Record<string, Problem>> = {
  "commander.unknownOption": unknownOption,
  "commander.unknownCommand": unknownCommand,
  "commander.missingArgument": missingArgument,
  "commander.missingMandatoryOptionValue": missingOption,
  "commander.optionMissingArgument": missingOptionValue,
  "commander.excessArguments": tooManyArguments,
};

/**
 * What commander says of a command line, as a problem of ours in both languages.
 *
 * @param error what commander threw
 * @param command command that was meant, for the pointer to its help
 */
export function usageProblem(error: CommanderError, command: string | null): CxMetricsError {
  // Commander quotes an option with its placeholder and its short form: `-o, --output <folder>`.
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const found = /--[\w-]+/.exec(quoted)?.[0] ?? quoted;
  const nearest = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const hint = nearest ? { en: ` Did you mean ${nearest}?`, zh: `您是否想写 ${nearest}？` } : "";
  const problem = problems[error.code] ?? badCommandLine;
  const reason = error.message.replace(/^error: /, "").split("\n")[0] ?? "";
  const values: ProblemValues = { found, hint, reason, command: command ?? "" };
  return new CxMetricsError(problem, { path: found === "" ? [] : [found], values });
}
