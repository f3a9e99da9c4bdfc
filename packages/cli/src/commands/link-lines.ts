import type { Language, LocalizedText } from "@cxmetrics/definition";
import type { SeriesLink } from "@cxmetrics/index-model";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";

const texts = {
  link: {
    en: "link {source} → {target}: {method}, over {overlap}",
    zh: "链接 {source} → {target}：{method}，重叠期 {overlap}",
  },
  line: {
    en: "  {unit}: {intercept} + {slope} × value, {n} pairs, error {error}",
    zh: "  {unit}：{intercept} + {slope} × 数值，{n} 对，误差 {error}",
  },
  everyone: { en: "all units", zh: "全部单元" },
  unknown: { en: "unknown", zh: "未知" },
  more: { en: "  … and {more} more; --json has all", zh: "  ……另有 {more} 条；--json 列出全部" },
} as const satisfies Record<string, LocalizedText>;

/** More lines than these are left to `--json`. */
const most = 12;

/** The links between definitions, each with its lines. */
export function linkLines(links: readonly SeriesLink[], digits: number, lang: Language): readonly string[] {
  return links.flatMap(({ source, target, method, overlap, lines }) => [
    say(lang, texts.link, {
      source: `${source.id}@${source.version}`,
      target: `${target.id}@${target.version}`,
      method,
      overlap: printable(overlap.join(", ")),
    }),
    ...lines.slice(0, most).map(({ unit, intercept, slope, n, standardError }) =>
      say(lang, texts.line, {
        unit: unit === null ? texts.everyone[lang] : printable(unit),
        intercept: showNumber(intercept, digits + 1),
        slope: showNumber(slope, 4),
        n,
        error: standardError === null ? texts.unknown[lang] : showNumber(standardError, digits + 1),
      }),
    ),
    ...(lines.length > most ? [say(lang, texts.more, { more: lines.length - most })] : []),
  ]);
}
