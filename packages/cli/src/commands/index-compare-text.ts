import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { ComparisonRefused, IndexComparison, IndexDefinition } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { nodeNotCompared } from "../problems.js";
import { didYouMean, someNames } from "../read/hint.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import { signedNumber } from "./attribution-lines.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  refused: { en: "The two cannot be compared:", zh: "两者不可比：" },
  change: { en: "change", zh: "变化" },
  ranks: { en: "rank", zh: "名次" },
  onlyIn: { en: "only in {name}: {units}", zh: "仅见于 {name}：{units}" },
} as const satisfies Record<string, LocalizedText>;

/** What stands around a comparison. */
export interface CompareTextOptions {
  readonly definition: IndexDefinition;
  readonly names: readonly [string, string];
  readonly node: string;
}

/** Why two results may be compared or not, then the node unit by unit. */
export function indexCompareText(
  told: IndexComparison | ComparisonRefused,
  { definition, names, node }: CompareTextOptions,
  { lang, bold }: Run,
): string {
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`;
  if (told.status !== "ok") return [...refusalLines(told, lang), source].join("\n");
  const digits = digitsFor(definition);
  const found = told.nodes.find((one) => one.node === node);
  if (!found) {
    const known = told.nodes.map((one) => one.node);
    const values = { node, hint: didYouMean(node, known), nodes: someNames(known) };
    throw new CxMetricsError(nodeNotCompared, { path: ["--node"], values });
  }
  const show = (value: number | null | undefined) =>
    typeof value === "number" ? showNumber(value, digits) : "-";
  const moves = new Map(told.ranks.map((move) => [move.unit, move]));
  const lines = told.units.map((unit, row) => {
    const change = found.change[row] ?? null;
    const move = moves.get(unit);
    return [
      printable(unit),
      show(found.before[row]),
      show(found.after[row]),
      change === null ? "-" : signedNumber(change, digits),
      ...(node === definition.root ? [move ? `${move.before} → ${move.after}` : "-"] : []),
    ];
  });
  const columns = [
    { head: words.unit[lang], align: "left" },
    { head: printable(names[0]), align: "right" },
    { head: printable(names[1]), align: "right" },
    { head: texts.change[lang], align: "right" },
    ...(node === definition.root ? [{ head: texts.ranks[lang], align: "right" } as const] : []),
  ] as const;
  const only = ([name, units]: readonly [string, readonly string[]]) =>
    units.length === 0
      ? []
      : [say(lang, texts.onlyIn, { name: printable(name), units: printable(someNames(units)) })];
  return [
    terminalTable(columns, lines, bold),
    "",
    printable(told.comparability.message[lang]),
    ...only([names[0], told.onlyInA]),
    ...only([names[1], told.onlyInB]),
    `${node === definition.root ? "" : `${node} · `}${source}`,
  ].join("\n");
}

/** Why figures cannot be compared, each reason a line. */
export function refusalLines({ reasons }: ComparisonRefused, lang: "en" | "zh"): readonly string[] {
  return [texts.refused[lang], ...reasons.map(({ message }) => `  - ${printable(message[lang])}`)];
}
