import { CxMetricsError, isCxMetricsError, type Language } from "@cxmetrics/definition";
import colors from "picocolors";
import type { CxIo } from "./cx-io.js";
import { words } from "./messages.js";
import { internalError, interrupted } from "./problems.js";
import { printable } from "./show/printable.js";

/**
 * Whatever was thrown, as a problem with code and sentence. Nobody ever sees a stack unless they set `CX_DEBUG=1`.
 *
 * @param thrown what was thrown
 * @param signal the run's signal: after an interruption every failure is its consequence
 */
export function asProblem(thrown: unknown, signal: AbortSignal | undefined): CxMetricsError {
  if (signal?.aborted) return new CxMetricsError(interrupted);
  if (isCxMetricsError(thrown)) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new CxMetricsError(internalError, { values: { reason: reason.split("\n")[0] ?? "" } });
}

/**
 * Tells a problem: the sentence on standard error, and with `--json` one object on standard output.
 *
 * @param problem what went wrong
 * @param thrown what was thrown, whose stack `CX_DEBUG=1` shows
 * @param command name of the command, `null` when there is none
 */
export function reportError(
  problem: CxMetricsError,
  thrown: unknown,
  { io, lang, json, command }: { io: CxIo; lang: Language; json: boolean; command: string | null },
): void {
  const label = `${words.error[lang]}:`;
  const { red } = colors.createColors(io.isTerminal && !io.env["NO_COLOR"]);
  io.stderr.write(`${red(label)} ${printable(problem.messages[lang])} [${problem.code}]\n`);
  if (io.env["CX_DEBUG"] === "1" && thrown instanceof Error) io.stderr.write(`${thrown.stack ?? ""}\n`);
  if (!json) return;
  const { code, path, values, messages } = problem;
  io.stdout.write(`${JSON.stringify({ command, error: { code, path, values, messages } }, null, 2)}\n`);
}
