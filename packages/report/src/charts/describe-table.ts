import type { Language } from "@cxmetrics/definition";
import type { ChartTable } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { say } from "./write-cells.js";

const most = 12;

/** The numbers of a table in sentences, for those who hear a chart. */
export function describeTable({ heads, rows }: ChartTable, lang: Language): string {
  const [colon, semicolon, stop] = lang === "zh" ? ["：", "；", "。"] : [": ", "; ", "."];
  const sentences = rows.slice(0, most).map(([name = "", ...cells]) => {
    const told = cells.map((cell, index) => `${heads[index + 1]?.text ?? ""} ${cell}`);
    return `${name}${colon}${told.join(semicolon)}${stop}`;
  });
  const rest = rows.length - most;
  const more = rest > 0 ? [`${say(chartWords.more, lang, { count: rest })}${stop}`] : [];
  return [...sentences, ...more].join(lang === "zh" ? "" : " ");
}
