import type { LocalizedText } from "@cxmetrics/definition";
import type {
  IndexDefinition,
  IndexUncertainty,
  NodeUncertainty,
  RankUncertainty,
} from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showLevel, showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  error: { en: "standard error", zh: "标准误" },
  method: { en: "method", zh: "方法" },
  exact: { en: "exact", zh: "精确" },
  linearised: { en: "linearised", zh: "线性化" },
  "monte-carlo": { en: "simulated", zh: "模拟" },
  mostFrom: { en: "most of the variance from", zh: "方差主要来自" },
  medianRank: { en: "median rank", zh: "名次中位数" },
  rankInterval: { en: "rank, {level} interval", zh: "名次 {level} 区间" },
  withinOf: { en: "P(rank ≤ {k})", zh: "P(名次 ≤ {k})" },
  near: {
    en: "simulated where a straight line would mislead (near: {near})",
    zh: "线性化会失真之处改用模拟（接近：{near}）",
  },
  simulation: {
    en: "simulation: {draws} draws, seed {seed}, {generator}",
    zh: "模拟：{draws} 次抽取，种子 {seed}，{generator}",
  },
} as const satisfies Record<string, LocalizedText>;

/** Values with errors and intervals, unit by unit; then ranks, where they were asked for. */
export function indexUncertaintyText(told: IndexUncertainty, definition: IndexDefinition, run: Run): string {
  const { lang, bold } = run;
  const digits = digitsFor(definition);
  const several = Object.keys(told.nodes).length > 1;
  const left = (head: string): TableColumn => ({ head, align: "left" });
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const near = new Set<string>();
  const reasons = new Set<string>();
  const lines = Object.entries(told.nodes).flatMap(([node, list]) =>
    list.map((cell, row) => {
      const head = [printable(told.units[row] ?? ""), ...(several ? [node] : [])];
      if (cell.status !== "ok") {
        reasons.add(cell.message[lang]);
        return [...head, "-", "-", "-", "-", ""];
      }
      for (const what of cell.near) near.add(what);
      const { value, standardError, interval, method } = cell;
      return [
        ...head,
        showNumber(value, digits),
        standardError === null ? "-" : showNumber(standardError, digits + 1),
        interval.status === "ok"
          ? `${showNumber(interval.lower, digits)} ${words.to[lang]} ${showNumber(interval.upper, digits)}`
          : "-",
        texts[method][lang],
        largestShares(cell),
      ];
    }),
  );
  const columns = [
    left(words.unit[lang]),
    ...(several ? [left(words.node[lang])] : []),
    right(words.score[lang]),
    right(texts.error[lang]),
    right(say(lang, words.interval, { level: showLevel(told.level) })),
    left(texts.method[lang]),
    left(texts.mostFrom[lang]),
  ];
  const { simulation, ranks } = told;
  return [
    terminalTable(columns, lines, bold),
    "",
    ...(ranks?.status === "ok" ? [ranksTable(ranks, told, run), ""] : []),
    ...(ranks && ranks.status !== "ok" ? [printable(ranks.message[lang])] : []),
    ...[...reasons].map(printable),
    ...(near.size > 0 && simulation
      ? [say(lang, texts.near, { near: printable([...near].join(", ")) })]
      : []),
    ...(simulation
      ? [
          say(lang, texts.simulation, {
            draws: simulation.draws,
            seed: simulation.seed,
            generator: simulation.generator,
          }),
        ]
      : []),
    `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`,
  ].join("\n");
}

/** The columns from which at least a tenth of the variance comes, three at most. */
function largestShares({ shares }: NodeUncertainty): string {
  return Object.entries(shares?.columns ?? {})
    .filter(([, share]) => share >= 0.1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([column, share]) => `${printable(column)} ${showNumber(share * 100, 0)}%`)
    .join(", ");
}

function ranksTable({ units }: RankUncertainty, told: IndexUncertainty, { lang, bold }: Run): string {
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const within = Object.keys(units.find((unit) => unit !== null)?.within ?? {});
  const lines = units.map((unit, row) => {
    const name = printable(told.units[row] ?? "");
    if (unit === null) return [name, "-", "-", "-", ...within.map(() => "-")];
    const { rank, median, lower, upper } = unit;
    return [
      name,
      String(rank),
      String(median),
      `${lower} ${words.to[lang]} ${upper}`,
      ...within.map((k) => `${showNumber((unit.within[k] ?? 0) * 100, 0)}%`),
    ];
  });
  const columns: TableColumn[] = [
    { head: words.unit[lang], align: "left" },
    right(words.rank[lang]),
    right(texts.medianRank[lang]),
    right(say(lang, texts.rankInterval, { level: showLevel(told.level) })),
    ...within.map((k) => right(say(lang, texts.withinOf, { k }))),
  ];
  return terminalTable(columns, lines, bold);
}
