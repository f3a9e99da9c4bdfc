import type { LocalizedText } from "@cxmetrics/definition";
import type { AuditVerdict, IndexAudit } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { terminalTable } from "../show/terminal-table.js";

const texts = {
  section: { en: "section", zh: "项目" },
  verdict: { en: "verdict", zh: "结论" },
  found: { en: "finding", zh: "发现" },
  pass: { en: "pass", zh: "通过" },
  warn: { en: "warn", zh: "注意" },
  fail: { en: "fail", zh: "不通过" },
  "not-computable": { en: "not computable", zh: "无法计算" },
  remedy: { en: "Remedy: {remedy}", zh: "处理：{remedy}" },
  overall: {
    en: "audit: {verdict} ({pass} pass, {warn} warn, {fail} fail, {open} not computable)",
    zh: "审核结论：{verdict}（通过 {pass}，注意 {warn}，不通过 {fail}，无法计算 {open}）",
  },
  how: {
    en: "{units} units, {indicators} indicators; {draws} draws, seed {seed}, {generator}; data {data}",
    zh: "{units} 个单元，{indicators} 个指标；{draws} 次抽取，种子 {seed}，{generator}；数据摘要 {data}",
  },
} as const satisfies Record<string, LocalizedText>;

/** The sections of an audit with their verdicts, then what does not pass with its remedy. */
export function indexAuditText(audit: IndexAudit, { lang, bold }: Run): string {
  const verdict = (value: AuditVerdict) => texts[value][lang];
  const sections = Object.values(audit.sections);
  const lines = sections.map((section) => [
    printable(section.title[lang]),
    verdict(section.verdict),
    printable(section.message[lang]),
  ]);
  const findings = sections
    .filter((section) => section.findings.length > 0)
    .flatMap((section) => [
      bold(printable(section.title[lang])),
      ...section.findings.flatMap((finding) => [
        `  - ${verdict(finding.verdict)}: ${printable(finding.message[lang])}`,
        `    ${say(lang, texts.remedy, { remedy: printable(finding.remedy[lang]) })}`,
      ]),
      "",
    ]);
  const left = (text: LocalizedText) => ({ head: text[lang], align: "left" }) as const;
  const { counts, definition, units, indicators, draws, seed, generator, dataDigest: data } = audit;
  const { pass, warn, fail } = counts;
  return [
    terminalTable([left(texts.section), left(texts.verdict), left(texts.found)], lines, bold),
    "",
    ...findings,
    say(lang, texts.overall, {
      verdict: verdict(audit.verdict),
      pass,
      warn,
      fail,
      open: counts["not-computable"],
    }),
    say(lang, texts.how, { units, indicators, draws, seed, generator, data }),
    `${printable(audit.title[lang])} · ${definition.id}@${definition.version}`,
  ].join("\n");
}
