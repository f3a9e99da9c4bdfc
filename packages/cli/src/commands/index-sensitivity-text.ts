import type { LocalizedText } from "@cxmetrics/definition";
import type {
  dropOne,
  EffectiveImportance,
  IndexDefinition,
  IndexSensitivity,
  OneAtATime,
  SobolIndex,
  SobolIndices,
} from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  factor: { en: "factor", zh: "因素" },
  setting: { en: "setting", zh: "取值" },
  first: { en: "alone (S1)", zh: "单独 (S1)" },
  total: { en: "in all (ST)", zh: "总效应 (ST)" },
  dummy: { en: "(nothing)", zh: "（虚拟因素）" },
  asWritten: { en: "as written", zh: "原定义" },
  of: { en: "of", zh: "对象" },
  score: { en: "score", zh: "得分" },
  rank: { en: "rank", zh: "名次" },
  "mean-rank-shift": { en: "mean shift of all ranks", zh: "全部名次的平均变动" },
  rankShift: { en: "mean rank shift", zh: "名次平均变动" },
  largest: { en: "largest change", zh: "最大变化" },
  atUnit: { en: "at", zh: "单元" },
  design: {
    en: "{runs} runs ({design}, {samples} samples, seed {seed}); a share no larger than that of (nothing) cannot be told from none",
    zh: "共 {runs} 次运行（{design}，{samples} 个样本，种子 {seed}）；不大于虚拟因素的份额与零无异",
  },
  totals: {
    en: "shares in which each factor takes part (ST); --unit NAME tells one unit in full, --json all",
    zh: "各因素参与的方差份额（ST）；--unit 名称 给出单个单元的全部结果，--json 给出全部",
  },
  nominal: { en: "weight", zh: "名义权重" },
  covarianceShare: { en: "share of variance", zh: "方差份额" },
  correlationRatio: { en: "η²", zh: "η²" },
  adjusted: { en: "adjusted η²", zh: "校正 η²" },
  importanceNote: {
    en: "{n} units, {groups} groups; shares sum to {sum}",
    zh: "{n} 个单元，{groups} 组；份额之和 {sum}",
  },
  dropNote: {
    en: "each indicator left out once, its siblings taking over its weight",
    zh: "每次剔除一个指标，其权重由同级指标承担",
  },
  oneNote: {
    en: "one factor moved at a time, the others as written",
    zh: "每次只改变一个因素，其余保持原定义",
  },
} as const satisfies Record<string, LocalizedText>;

const left = (head: string): TableColumn => ({ head, align: "left" });
const right = (head: string): TableColumn => ({ head, align: "right" });

/** Shares of variance: of what was asked about in full, of many units as one line each. */
export function sobolText(told: IndexSensitivity, definition: IndexDefinition, run: Run): string {
  const { lang, bold } = run;
  const units = new Set(told.outputs.flatMap(({ row }) => row ?? []));
  const full = told.outputs.filter(({ row }) => row === undefined || units.size <= 1);
  const brief =
    units.size > 1 ? told.outputs.filter(({ of, row }) => row !== undefined && of === "score") : [];
  const parts = full.flatMap(({ of, unit, asWritten, sensitivity }) => {
    const what = `${texts[of][lang]}${unit === undefined ? "" : ` · ${printable(unit)}`}`;
    const written =
      asWritten === null ? "-" : showNumber(asWritten, of === "score" ? digitsFor(definition) : 1);
    return [
      `${what} (${texts.asWritten[lang]}: ${written})`,
      sensitivity.status === "ok" ? sharesTable(sensitivity, run) : printable(sensitivity.message[lang]),
      "",
    ];
  });
  const ids = told.factors.map(({ id }) => id);
  const lines = brief.map(({ unit = "", asWritten, sensitivity }) => [
    printable(unit),
    asWritten === null ? "-" : showNumber(asWritten, digitsFor(definition)),
    ...ids.map((id) =>
      sensitivity.status === "ok" ? showNumber(sensitivity.factors[id]?.total.value ?? 0, 3) : "-",
    ),
  ]);
  const columns = [
    left(words.unit[lang]),
    right(words.score[lang]),
    ...ids.map((id) => right(printable(id))),
  ];
  const { runs, design, samples, seed } = told.design;
  return [
    ...parts,
    ...(brief.length > 0 ? [terminalTable(columns, lines, bold), texts.totals[lang], ""] : []),
    say(lang, texts.design, { runs: showCount(runs), design, samples, seed }),
    source(definition, run),
  ].join("\n");
}

function sharesTable({ factors, dummy }: SobolIndices, { lang, bold }: Run): string {
  const share = ({ value, interval }: SobolIndex) =>
    interval === null
      ? [showNumber(value, 3), ""]
      : [
          showNumber(value, 3),
          `${showNumber(interval.lower, 3)} ${words.to[lang]} ${showNumber(interval.upper, 3)}`,
        ];
  const lines = [
    ...Object.entries(factors)
      .sort(([, a], [, b]) => b.total.value - a.total.value)
      .map(([id, { first, total }]) => [printable(id), ...share(first), ...share(total)]),
    [texts.dummy[lang], ...share(dummy.first), ...share(dummy.total)],
  ];
  const columns = [
    left(texts.factor[lang]),
    right(texts.first[lang]),
    right(""),
    right(texts.total[lang]),
    right(""),
  ];
  return terminalTable(columns, lines, bold);
}

/** What each setting of each factor does to scores and ranks. */
export function oneAtATimeText(
  { effects }: OneAtATime,
  units: readonly string[],
  definition: IndexDefinition,
  run: Run,
): string {
  const { lang, bold } = run;
  const lines = effects.map(({ factor, setting, meanRankShift, changes }) => [
    printable(factor),
    printable(typeof setting === "number" ? String(Number(setting.toPrecision(6))) : setting),
    meanRankShift === null ? "-" : showNumber(meanRankShift, 2),
    ...largestChange(changes, units, definition),
  ]);
  const head = [left(texts.factor[lang]), left(texts.setting[lang]), ...changeColumns(run)];
  return [terminalTable(head, lines, bold), "", texts.oneNote[lang], source(definition, run)].join("\n");
}

/** What leaving out each indicator does to scores and ranks. */
export function dropOneText(
  { indicators }: ReturnType<typeof dropOne>,
  units: readonly string[],
  definition: IndexDefinition,
  run: Run,
): string {
  const { lang, bold } = run;
  const reasons: string[] = [];
  const lines = Object.entries(indicators).map(([id, dropped]) => {
    const name = `${id} ${printable(definition.nodes[id]?.title[lang] ?? "")}`;
    if (dropped.status !== "ok") {
      reasons.push(`${id}: ${printable(dropped.message[lang])}`);
      return [name, "-", "-", ""];
    }
    const { meanRankShift, changes } = dropped;
    const shift = meanRankShift === null ? "-" : showNumber(meanRankShift, 2);
    return [name, shift, ...largestChange(changes, units, definition)];
  });
  const head = [left(words.node[lang]), ...changeColumns(run)];
  return [
    terminalTable(head, lines, bold),
    "",
    ...reasons,
    texts.dropNote[lang],
    source(definition, run),
  ].join("\n");
}

/** Nominal weights beside what the indicators really weigh. */
export function importanceText(
  told: EffectiveImportance,
  nominal: Readonly<Record<string, number>>,
  definition: IndexDefinition,
  run: Run,
): string {
  const { lang, bold } = run;
  const percent = (share: number | null | undefined) =>
    typeof share === "number" ? `${showNumber(share * 100, 1)}%` : "-";
  const lines = Object.entries(told.indicators).map(
    ([id, { covarianceShare, correlationRatio, adjusted }]) => [
      `${id} ${printable(definition.nodes[id]?.title[lang] ?? "")}`,
      percent(nominal[id]),
      percent(covarianceShare),
      correlationRatio === null ? "-" : showNumber(correlationRatio, 3),
      adjusted === null ? "-" : showNumber(adjusted, 3),
    ],
  );
  const head = [
    left(words.node[lang]),
    right(texts.nominal[lang]),
    right(texts.covarianceShare[lang]),
    right(texts.correlationRatio[lang]),
    right(texts.adjusted[lang]),
  ];
  const { n, groups, sumOfShares } = told;
  return [
    terminalTable(head, lines, bold),
    "",
    say(lang, texts.importanceNote, { n, groups, sum: percent(sumOfShares) }),
    source(definition, run),
  ].join("\n");
}

function changeColumns({ lang }: Run): readonly TableColumn[] {
  return [right(texts.rankShift[lang]), right(texts.largest[lang]), left(texts.atUnit[lang])];
}

function largestChange(
  changes: readonly (number | null)[],
  units: readonly string[],
  definition: IndexDefinition,
): readonly [string, string] {
  let at = -1;
  changes.forEach((change, row) => {
    if (change !== null && Math.abs(change) > Math.abs(changes[at] ?? 0)) at = row;
  });
  const change = changes[at] ?? 0;
  const text = showNumber(change, digitsFor(definition));
  return at < 0 ? ["0", ""] : [change > 0 ? `+${text}` : text, printable(units[at] ?? "")];
}

function source({ id, version, title }: IndexDefinition, { lang }: Run): string {
  return `${printable(title[lang])} · ${id}@${version}`;
}
