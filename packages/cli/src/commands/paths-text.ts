import type { NotComputable } from "@cxmetrics/definition";
import type { LostnessTally, PathTally } from "@cxmetrics/funnel";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showNumber, showValue } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import type { CsvRows } from "./answer-or-file.js";
import { pathWords as own } from "./paths-words.js";

/** Edges that a terminal shows. */
const shown = 30;

/** The moves of sessions as a table, the most frequent of each position first, and how direct they were. */
export function pathsText(paths: PathTally, way: LostnessTally | NotComputable | null, run: Run): string {
  const { lang, bold } = run;
  const { nodes, edges, sessions, actors } = paths;
  const nameOf = (event: string | null) => (event === null ? own.other[lang] : printable(event));
  const passing = new Map(
    nodes.map(({ position, event, count }) => [JSON.stringify([position, event]), count]),
  );
  const right = (head: string) => ({ head, align: "right" as const });
  const left = (head: string) => ({ head, align: "left" as const });
  const table = terminalTable(
    [
      right(own.position[lang]),
      left(own.from[lang]),
      left(own.to[lang]),
      right(own.sessions[lang]),
      right(own.share[lang]),
    ],
    edges
      .slice(0, shown)
      .map(({ position, from, to, count }) => [
        String(position),
        nameOf(from),
        nameOf(to),
        showCount(count),
        showValue(count / (passing.get(JSON.stringify([position, from])) ?? count), "share"),
      ]),
    bold,
  );
  const rest = edges.length - shown;
  return [
    edges.length === 0 ? own.none[lang] : table,
    ...(rest > 0 ? [say(lang, own.more, { count: showCount(rest) })] : []),
    "",
    say(lang, own.note, { sessions: showCount(sessions), actors: showCount(actors) }),
    ...(way === null ? [] : wayLines(way, run)),
  ].join("\n");
}

function wayLines(way: LostnessTally | NotComputable, { lang }: Run): readonly string[] {
  if (way.status !== "ok") return [way.message[lang]];
  const { shortest, sessions, reached, shortCuts, lost, meanLostness, medianLostness, meanRatio } = way;
  const show = (value: number | null) => (value === null ? "-" : showNumber(value, 2));
  return [
    say(lang, own.way, {
      from: printable(shortest[0] ?? ""),
      to: printable(shortest.at(-1) ?? ""),
      reached: showCount(reached),
      sessions: showCount(sessions),
      path: shortest.map((name) => printable(name)).join(" → "),
    }),
    say(lang, own.lostness, {
      mean: show(meanLostness),
      median: show(medianLostness),
      lost: showCount(lost),
      ratio: show(meanRatio),
    }),
    ...(shortCuts > 0 ? [say(lang, own.shortCuts, { count: showCount(shortCuts) })] : []),
  ];
}

/** The moves as rows of a CSV file. */
export function pathRows({ edges }: PathTally, { lang }: Run): CsvRows {
  return [
    [own.position[lang], own.from[lang], own.to[lang], own.sessions[lang]],
    ...edges.map(({ position, from, to, count }) => [
      position,
      from ?? own.other[lang],
      to ?? own.other[lang],
      count,
    ]),
  ];
}
