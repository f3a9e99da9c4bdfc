import type { LocalizedText, NotComputable } from "@cxmetrics/definition";
import type {
  IndexDefinition,
  Move,
  SingleImprovement,
  SmallestImprovement,
  WhatIf,
} from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { attributionLines, signedNumber } from "./attribution-lines.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  change: { en: "change", zh: "变化" },
  nothing: { en: "Nothing moves.", zh: "没有任何节点发生变化。" },
  rankMoves: { en: "ranks that move: {moves}", zh: "名次变化：{moves}" },
  noRankMoves: { en: "No rank moves.", zh: "名次不变。" },
  changed: { en: "changed in the definition:", zh: "定义的改动：" },
  indicator: { en: "indicator", zh: "指标" },
  from: { en: "from", zh: "现值" },
  goesTo: { en: "to", zh: "目标值" },
  move: { en: "move", zh: "幅度" },
  cost: { en: "cost", zh: "代价" },
  reached: { en: "reaches", zh: "达到" },
  alone: { en: "Each indicator alone", zh: "单独改变一个指标" },
  together: { en: "Together, at the least cost ({exactness})", zh: "共同改变、代价最小（{exactness}）" },
  optimal: { en: "exact", zh: "精确" },
  heuristic: { en: "by steepest steps", zh: "最陡步进，近似" },
  best: { en: "out of reach; at best {score} at {value}", zh: "无法达到；最好为 {score}（取 {value}）" },
  already: { en: "The target is reached already.", zh: "目标已经达到。" },
  unreachable: { en: "The target is out of reach for these indicators.", zh: "仅靠这些指标无法达到目标。" },
  standing: {
    en: "{unit}: score {score}, rank {rank}; target {target}",
    zh: "{unit}：得分 {score}，名次 {rank}；目标 {target}",
  },
  score: { en: "score", zh: "得分" },
  rank: { en: "rank", zh: "名次" },
  scoreAndRank: { en: "{score}, rank {rank}", zh: "{score}，第 {rank} 名" },
  cheapest: { en: "cheapest alone: {indicator}", zh: "单独改变时代价最小：{indicator}" },
  others: {
    en: "Other units stay as they are; nothing here says that a move causes anything.",
    zh: "其他单元保持不变；此处不说明因果关系。",
  },
} as const satisfies Record<string, LocalizedText>;

const left = (head: string): TableColumn => ({ head, align: "left" });
const right = (head: string): TableColumn => ({ head, align: "right" });

/** What a change would do: the nodes that move, where the change of the root comes from, and the ranks. */
export function whatIfText(told: WhatIf, definition: IndexDefinition, run: Run): string {
  const { lang, bold } = run;
  const digits = digitsFor(definition);
  const show = (value: number | null) => (value === null ? "-" : showNumber(value, digits));
  const lines = told.nodes
    .filter(({ before, after }) => before !== after)
    .map(({ node, title, before, after, change }) => [
      `${node} ${printable(title[lang])}`,
      show(before),
      show(after),
      change === null ? "-" : signedNumber(change, digits),
    ]);
  const head = [
    left(words.node[lang]),
    right(words.before[lang]),
    right(words.after[lang]),
    right(texts.change[lang]),
  ];
  const moves = told.ranks
    .filter(({ move }) => move !== 0)
    .map(({ unit, before, after }) => `${printable(unit)} ${before} → ${after}`);
  const some = moves.slice(0, 8).join(", ") + (moves.length > 8 ? `, … (+${moves.length - 8})` : "");
  return [
    printable(told.unit),
    "",
    lines.length > 0 ? terminalTable(head, lines, bold) : texts.nothing[lang],
    "",
    ...(lines.length > 0 ? [...attributionLines(told.attribution, definition, run), ""] : []),
    ...(told.changes.length > 0
      ? [texts.changed[lang], ...told.changes.map(({ message }) => `  - ${printable(message[lang])}`)]
      : []),
    moves.length > 0 ? say(lang, texts.rankMoves, { moves: some }) : texts.noRankMoves[lang],
    `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`,
  ].join("\n");
}

/** The smallest improvements that reach a target, alone and together. */
export function improvementText(
  told: SmallestImprovement | NotComputable,
  definition: IndexDefinition,
  run: Run,
): string {
  const { lang, bold } = run;
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`;
  if (told.status === "not-computable") return `${told.message[lang]}\n${source}`;
  const digits = digitsFor(definition);
  const standing = ({ score, rank }: { readonly score: number | null; readonly rank: number | null }) =>
    say(lang, texts.scoreAndRank, {
      score: score === null ? "-" : showNumber(score, digits),
      rank: rank ?? "-",
    });
  const goal =
    "score" in told.target
      ? `${texts.score[lang]} ${told.target.score}`
      : `${texts.rank[lang]} ${told.target.rank}`;
  const head = say(lang, texts.standing, {
    unit: printable(told.unit),
    score: told.before.score === null ? "-" : showNumber(told.before.score, digits),
    rank: told.before.rank ?? "-",
    target: goal,
  });
  if (told.status === "already-reached") return [head, texts.already[lang], source].join("\n");
  const name = (id: string) => `${id} ${printable(definition.nodes[id]?.title[lang] ?? "")}`;
  const moveCells = ({ indicator, from, to, move, cost }: Move) => [
    name(indicator),
    short(from),
    short(to),
    `${move > 0 ? "+" : ""}${short(move)}`,
    showNumber(cost, 3),
  ];
  const single = (one: SingleImprovement): readonly string[] => {
    if (one.status === "ok") return [...moveCells(one), standing(one.reached)];
    if (one.status === "not-computable")
      return [name(one.indicator), "-", "-", "-", "-", printable(one.message[lang])];
    const { score, value } = one.best;
    const best = { score: score === null ? "-" : showNumber(score, digits), value: short(value) };
    return [name(one.indicator), short(one.from), "-", "-", "-", say(lang, texts.best, best)];
  };
  const columns = [
    left(texts.indicator[lang]),
    right(texts.from[lang]),
    right(texts.goesTo[lang]),
    right(texts.move[lang]),
    right(texts.cost[lang]),
  ];
  const { joint } = told;
  return [
    head,
    "",
    bold(texts.alone[lang]),
    terminalTable([...columns, left(texts.reached[lang])], told.single.map(single), bold),
    ...(told.cheapest === null ? [] : [say(lang, texts.cheapest, { indicator: name(told.cheapest) })]),
    "",
    ...(joint
      ? [
          bold(say(lang, texts.together, { exactness: texts[joint.exactness] })),
          terminalTable(columns, joint.moves.map(moveCells), bold),
          standing(joint.reached),
          ...(joint.status === "unreachable" ? [texts.unreachable[lang]] : []),
          "",
        ]
      : []),
    texts.others[lang],
    source,
  ].join("\n");
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
