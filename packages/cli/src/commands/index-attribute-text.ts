import type { LocalizedText } from "@cxmetrics/definition";
import type { ChangeAttributionOutcome, IndexDefinition } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import { attributionLines, signedNumber } from "./attribution-lines.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  head: {
    en: "{unit} · {node}: {before} ({from}) → {after} ({to}), {change}",
    zh: "{unit} · {node}：{before}（{from}）→ {after}（{to}），{change}",
  },
  change: { en: "change", zh: "变化" },
  ofIndex: { en: "part in the whole", zh: "对总变化的贡献" },
} as const satisfies Record<string, LocalizedText>;

/** What a change is made of: causes, then the branches of the tree. */
export function indexAttributeText(
  told: ChangeAttributionOutcome,
  { definition, names }: { readonly definition: IndexDefinition; readonly names: readonly [string, string] },
  run: Run,
): string {
  const { lang, bold } = run;
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`;
  if (told.status !== "ok") return [printable(told.message[lang]), source].join("\n");
  const digits = digitsFor(definition) + 1;
  const head = say(lang, texts.head, {
    unit: printable(told.unit),
    node: told.node,
    before: showNumber(told.before, digits),
    after: showNumber(told.after, digits),
    change: signedNumber(told.change, digits),
    from: printable(names[0]),
    to: printable(names[1]),
  });
  const nodes = "nodes" in told.data ? told.data.nodes : [];
  const show = (value: number | null) => (value === null ? "-" : showNumber(value, digits));
  const signed = (value: number | null) => (value === null ? "-" : signedNumber(value, digits));
  const branches = nodes
    .filter(
      ({ node, change }) =>
        node !== told.node && change !== 0 && definition.nodes[node]?.kind !== "indicator",
    )
    .map(({ node, before, after, change, contribution }) => [
      `${node} ${printable(definition.nodes[node]?.title[lang] ?? "")}`,
      show(before),
      show(after),
      signed(change),
      signed(contribution),
    ]);
  const columns = [
    { head: words.node[lang], align: "left" },
    { head: words.before[lang], align: "right" },
    { head: words.after[lang], align: "right" },
    { head: texts.change[lang], align: "right" },
    { head: texts.ofIndex[lang], align: "right" },
  ] as const;
  return [
    head,
    "",
    ...attributionLines(told, definition, run),
    "",
    ...(branches.length > 0 ? [terminalTable(columns, branches, bold), ""] : []),
    source,
  ].join("\n");
}
