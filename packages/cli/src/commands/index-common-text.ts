import type { LocalizedText } from "@cxmetrics/definition";
import { messageOfFault } from "@cxmetrics/formula";
import type { CommonLeavesResult, IndexDefinition } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  own: { en: "on its own", zh: "原得分" },
  common: { en: "on common", zh: "共有指标得分" },
  leaves: {
    en: "{count} of {all} indicators apply to every unit: {names}",
    zh: "{all} 个指标中有 {count} 个对各单元均适用：{names}",
  },
  leftOut: { en: "left out: {leaf} (does not apply to {units})", zh: "未计入：{leaf}（不适用于 {units}）" },
  note: {
    en: "The scores on common indicators serve this comparison and do not replace the index.",
    zh: "共有指标得分仅供本次比较，不替代指数。",
  },
} as const satisfies Record<string, LocalizedText>;

/** One unit, scored as the index is and on the common indicators. */
export interface CommonRow {
  readonly unit: string;
  readonly index: number | null;
  readonly common: number | null;
  /** Why there is no score on the common indicators. */
  readonly reason?: Parameters<typeof messageOfFault>[0];
}

/** Both scores of every unit, and which indicators were left out. */
export function indexCommonText(
  rows: readonly CommonRow[],
  { commonLeaves, leftOut }: CommonLeavesResult,
  definition: IndexDefinition,
  { lang, bold }: Run,
): string {
  const digits = digitsFor(definition);
  const show = (value: number | null) => (value === null ? "-" : showNumber(value, digits));
  const columns: readonly TableColumn[] = [
    { head: words.unit[lang], align: "left" },
    { head: texts.own[lang], align: "right" },
    { head: texts.common[lang], align: "right" },
  ];
  const table = terminalTable(
    columns,
    rows.map(({ unit, index, common }) => [printable(unit), show(index), show(common)]),
    bold,
  );
  const why = new Set(rows.flatMap(({ reason }) => (reason ? [messageOfFault(reason)[lang]] : [])));
  const all = commonLeaves.length + Object.keys(leftOut).length;
  return [
    table,
    "",
    say(lang, texts.leaves, {
      count: commonLeaves.length,
      all,
      names: printable(commonLeaves.join(", ")) || "-",
    }),
    ...Object.entries(leftOut).map(([leaf, units]) =>
      say(lang, texts.leftOut, { leaf, units: printable(units.join(", ")) }),
    ),
    ...why,
    texts.note[lang],
    `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`,
  ].join("\n");
}
