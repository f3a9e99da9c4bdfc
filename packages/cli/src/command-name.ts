/** The commands of `cx`. */
export const commands: readonly string[] = [
  "evaluate",
  "score",
  "compare",
  "funnel",
  "retention",
  "paths",
  "index",
  "questionnaire",
  "chart",
  "drivers",
  "quality",
  "agreement",
  "reliability",
  "samplesize",
  "report",
  "sql",
  "definitions",
  "conformance",
];
/** The commands of `cx index`. */
export const indexCommands: readonly string[] = [
  "check",
  "fit",
  "score",
  "explain",
  "formula",
  "diff",
  "audit",
  "uncertainty",
  "sensitivity",
  "whatif",
  "attribute",
  "compare",
  "benchmark",
  "track",
  "link",
  "common",
  "weights",
  "panel",
  "standard",
  "workbook",
];
const parts: Readonly<Record<string, readonly string[]>> = { index: indexCommands, report: ["chart"] };

/**
 * The command that a command line means, also when it is wrong elsewhere: a usage error must name it.
 *
 * @returns the name, or `null` when there is none
 * @example
 * ```js
 * commandName(["--json", "index", "score", "undp.hdi"]); // => "index score"
 * commandName(["scor"]); // => null
 * ```
 */
export function commandName(argv: readonly string[]): string | null {
  const first = argv.findIndex((word) => commands.includes(word));
  const name = argv[first];
  if (name === undefined) return null;
  const second = argv.slice(first + 1).find((word) => parts[name]?.includes(word));
  return second === undefined ? name : `${name} ${second}`;
}
