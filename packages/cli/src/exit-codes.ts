/**
 * What `cx` tells the shell. Documented in the README; scripts rely on it.
 *
 * - `ok` 0: the answer stands on standard output, also when it says that a number cannot be computed.
 * - `refused` 1: the data or a document was refused; standard error says why and how to mend it. Also what `--check` and `--strict` wait
 *   for, with the answer on standard output.
 * - `usage` 2: the command line itself was wrong.
 * - `interrupted` 130: stopped by Ctrl-C; nothing was written.
 */
export const exitCodes = { ok: 0, refused: 1, usage: 2, interrupted: 130 } as const;

/**
 * The exit code that belongs to an error's code.
 *
 * @param code stable code of a `CxMetricsError`
 * @returns 2 for `usage.*`, 130 for `interrupted`, 1 for everything else
 * @example
 * ```js
 * exitCodeOf("usage.unknown-option"); // => 2
 * exitCodeOf("interrupted"); // => 130
 * ```
 */
export function exitCodeOf(code: string): number {
  if (code.startsWith("usage.")) return exitCodes.usage;
  return code === "interrupted" ? exitCodes.interrupted : exitCodes.refused;
}
