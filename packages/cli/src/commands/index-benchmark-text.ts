import type { LocalizedText } from "@cxmetrics/definition";
import type { IndexDefinition, UnitBenchmark } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { signedNumber } from "./attribution-lines.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  peers: { en: "peers", zh: "同类组" },
  value: { en: "score", zh: "得分" },
  rank: { en: "rank", zh: "名次" },
  ofN: { en: "{rank} of {n}", zh: "{rank} / {n}" },
  percentile: { en: "percentile", zh: "百分位" },
  gap: { en: "to the best", zh: "距最优" },
  lead: { en: "over the median", zh: "相对中位数" },
  best: {
    en: "best{group}: {units} ({value}); median {median}, n {n}",
    zh: "最优{group}：{units}（{value}）；中位数 {median}，n {n}",
  },
  inGroup: { en: " in {group}", zh: "（{group}）" },
  rule: {
    en: "percentile rule: {rule}; equal values share the better rank",
    zh: "百分位规则：{rule}；数值相同者并列取较优名次",
  },
} as const satisfies Record<string, LocalizedText>;

/** Units by group and rank, with the distance to the best and to the median. */
export function indexBenchmarkText(
  told: UnitBenchmark,
  definition: IndexDefinition,
  { lang, bold }: Run,
): string {
  const digits = digitsFor(definition);
  const grouped = told.groups.some(({ group }) => group !== null);
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const order = new Map(told.groups.map(({ group }, at) => [group, at]));
  const place = (unit: UnitBenchmark["units"][number]) =>
    unit.status === "ok" ? unit.rank : Number.MAX_SAFE_INTEGER;
  const sorted = [...told.units].sort(
    (a, b) =>
      (order.get(a.group) ?? told.groups.length) - (order.get(b.group) ?? told.groups.length) ||
      place(a) - place(b),
  );
  const reasons = new Set<string>();
  const lines = sorted.map((unit) => {
    const head = [printable(unit.unit), ...(grouped ? [printable(unit.group ?? "-")] : [])];
    if (unit.status !== "ok") {
      reasons.add(unit.message[lang]);
      return [...head, "-", "-", "-", "-", "-"];
    }
    const { value, rank, n, percentile, gapToBest, leadOverMedian } = unit;
    return [
      ...head,
      showNumber(value, digits),
      say(lang, texts.ofN, { rank, n }),
      percentile === null ? "-" : `${showNumber(percentile * 100, 0)}%`,
      showNumber(gapToBest, digits),
      signedNumber(leadOverMedian, digits),
    ];
  });
  const columns: readonly TableColumn[] = [
    { head: words.unit[lang], align: "left" },
    ...(grouped ? [{ head: texts.peers[lang], align: "left" } as const] : []),
    right(texts.value[lang]),
    right(texts.rank[lang]),
    right(texts.percentile[lang]),
    right(texts.gap[lang]),
    right(texts.lead[lang]),
  ];
  const groups = told.groups.map(({ group, best, bestInClass, median, n }) =>
    say(lang, texts.best, {
      group: group === null ? "" : say(lang, texts.inGroup, { group: printable(group) }),
      units: printable(bestInClass.join(", ")) || "-",
      value: best === null ? "-" : showNumber(best, digits),
      median: median === null ? "-" : showNumber(median, digits),
      n,
    }),
  );
  const node = told.node === definition.root ? "" : `${told.node} · `;
  return [
    terminalTable(columns, lines, bold),
    "",
    ...groups,
    ...[...reasons].map(printable),
    ...(told.comparable ? [] : [words.notComparable[lang]]),
    say(lang, texts.rule, { rule: told.percentileRule }),
    `${node}${printable(definition.title[lang])} · ${definition.id}@${definition.version}`,
  ].join("\n");
}
