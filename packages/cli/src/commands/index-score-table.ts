import { messageOfFault } from "@cxmetrics/formula";
import type { IndexDefinition, IndexResult } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { gradeId, type IndexRow } from "./index-score.js";

/** More units than these stand as rows, fewer as columns. */
const mostColumns = 4;
/** More columns than these are left to `--json` and to files. */
const mostNodes = 9;

/** Decimals that suit the scale of an index: three for 0…1, one for 0…100. */
export function digitsFor({ scale }: IndexDefinition): number {
  const span = Math.abs(scale.upper - scale.lower);
  return span <= 2 ? 3 : span <= 20 ? 2 : 1;
}

/** The nodes of an index by unit as a table. */
export function indexScoreTable(
  rows: readonly IndexRow[],
  result: IndexResult,
  definition: IndexDefinition,
  { lang, bold }: Run,
): string {
  const digits = digitsFor(definition);
  const show = (value: number | null | undefined) =>
    typeof value === "number" ? showNumber(value, digits) : "-";
  const ids = [definition.root, ...Object.keys(definition.nodes).filter((id) => id !== definition.root)];
  const graded = definition.grades !== undefined;
  const ranked = rows.some(({ rank }) => rank !== undefined);
  const place = (rank: number | null | undefined) => (typeof rank === "number" ? String(rank) : "-");
  const right = (head: string): TableColumn => ({ head: printable(head), align: "right" });
  const left = (head: string): TableColumn => ({ head, align: "left" });
  const notes: string[] = [];
  let table: string;
  if (rows.length <= mostColumns) {
    const lines = ids.map((id) => [
      `${id} ${printable(definition.nodes[id]?.title[lang] ?? "")}`,
      ...rows.map(({ nodes }) => show(nodes[id])),
    ]);
    const grades = [words.grade[lang], ...rows.map(({ grade }) => gradeId(grade) || words.noGrade[lang])];
    const columns = [left(words.node[lang]), ...rows.map(({ unit }) => right(unit))];
    const ranks = [words.rank[lang], ...rows.map(({ rank }) => place(rank))];
    table = terminalTable(columns, [...lines, ...(graded ? [grades] : []), ...(ranked ? [ranks] : [])], bold);
  } else {
    const inner = ids.filter((id) => definition.nodes[id]?.kind !== "indicator");
    const shown = ids.length <= mostNodes ? ids : inner.slice(0, mostNodes);
    if (shown.length < ids.length) notes.push(words.leavesNote[lang]);
    const columns = [
      left(words.unit[lang]),
      ...(ranked ? [right(words.rank[lang])] : []),
      ...shown.map(right),
      ...(graded ? [left(words.grade[lang])] : []),
    ];
    const lines = rows.map(({ unit, nodes, grade, rank }) => [
      printable(unit),
      ...(ranked ? [place(rank)] : []),
      ...shown.map((id) => show(nodes[id])),
      ...(graded ? [gradeId(grade) || words.noGrade[lang]] : []),
    ]);
    table = terminalTable(columns, lines, bold);
  }
  const scored = rows.filter(({ status }) => status === "ok").length;
  notes.push(say(lang, words.unitsNote, { scored: showCount(scored), count: showCount(rows.length) }));
  const why = [...new Set(result.nodes[definition.root]?.reasons ?? [])].flatMap((fault) =>
    fault ? [messageOfFault(fault)[lang]] : [],
  );
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`;
  const alone = result.comparable === false ? [words.notComparable[lang]] : [];
  return [table, "", ...notes, ...why, ...alone, source].join("\n");
}
