import {
  type ConformanceFinding,
  type ConformanceReport,
  type ConformanceVerdict,
  conformanceAreas,
} from "@cxmetrics/conformance";
import type { LocalizedText } from "@cxmetrics/definition";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { terminalTable } from "../show/terminal-table.js";
import type { ConformanceRun } from "./conformance.js";

const texts = {
  area: { en: "area", zh: "领域" },
  vectors: { en: "vectors", zh: "向量" },
  passed: { en: "passed", zh: "通过" },
  failed: { en: "failed", zh: "未通过" },
  unsupported: { en: "not supported", zh: "不支持" },
  faulted: { en: "no answer", zh: "无有效回答" },
  about: { en: "what", zh: "内容" },
  conforms: {
    en: "{name} agrees with every vector of the operations it supports.",
    zh: "{name} 在其支持的操作上与全部向量一致。",
  },
  differs: { en: "{name} does not agree.", zh: "{name} 与向量不一致。" },
  pinnedLeftOut: {
    en: "Vectors that pin our own engine's numbers were left out; --pinned asks for them too.",
    zh: "未包含仅锁定本引擎数值的向量；加 --pinned 可一并检验。",
  },
  expected: { en: "expected {expected}, got {actual}", zh: "期望 {expected}，得到 {actual}" },
  nothing: { en: "nothing", zh: "空缺" },
  fault: {
    timeout: { en: "no answer in time", zh: "超时未答" },
    crashed: { en: "the program ended", zh: "程序已终止" },
    garbage: { en: "not an answer", zh: "不是有效回答" },
    unsupported: { en: "not supported", zh: "不支持" },
  },
  more: {
    en: "… and {count} more; --json tells all",
    zh: "……另有 {count} 个；--json 可查看全部",
  },
} as const;

/** Vectors that are told one by one. */
const most = 10;

/** The counts by area, the first vectors that did not pass, and the verdict. */
export function conformanceText({ implementation, pinned, reports }: ConformanceRun, run: Run): string {
  const { lang, bold } = run;
  const t = (text: LocalizedText) => text[lang];
  const right = (text: LocalizedText) => ({ head: t(text), align: "right" }) as const;
  const left = (text: LocalizedText) => ({ head: t(text), align: "left" }) as const;
  const lines = reports.map(({ area, counts }) => [
    area,
    ...[counts.vectors, counts.passed, counts.failed, counts.unsupported, counts.faulted].map(String),
    t(conformanceAreas[area]),
  ]);
  const head = [
    left(texts.area),
    right(texts.vectors),
    right(texts.passed),
    right(texts.failed),
    right(texts.unsupported),
    right(texts.faulted),
    left(texts.about),
  ];
  const wrong = reports.flatMap(wrongOf);
  const name = printable(implementation);
  const verdict = reports.every(({ conforms }) => conforms) ? texts.conforms : texts.differs;
  return [
    terminalTable(head, lines, bold),
    "",
    ...wrong.slice(0, most).flatMap(({ area, verdict: one }) => verdictLines(area, one, run)),
    ...(wrong.length > most ? [say(lang, texts.more, { count: wrong.length - most })] : []),
    ...(wrong.length > 0 ? [""] : []),
    say(lang, verdict, { name }),
    ...(pinned ? [] : [t(texts.pinnedLeftOut)]),
  ].join("\n");
}

function wrongOf({ area, verdicts }: ConformanceReport) {
  return verdicts
    .filter(({ verdict }) => verdict === "failed" || verdict === "faulted")
    .map((verdict) => ({ area, verdict }));
}

function verdictLines(area: string, verdict: ConformanceVerdict, { lang }: Run): readonly string[] {
  const title = `${area}/${verdict.id} (${verdict.operation})`;
  if (verdict.fault)
    return [`${title}: ${texts.fault[verdict.fault.kind][lang]}: ${shown(verdict.fault.detail)}`];
  return verdict.findings.slice(0, 2).map((finding) => `${title} ${told(finding)}`);

  function told({ path, expected, actual, difference }: ConformanceFinding): string {
    const values = {
      expected: shown(expected),
      actual: actual === undefined ? texts.nothing[lang] : shown(actual),
    };
    const by = difference === undefined ? "" : ` (Δ ${difference.toPrecision(3)})`;
    return `${path === "" ? "" : `${printable(path)}: `}${say(lang, texts.expected, values)}${by}`;
  }
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return printable(text.length > 160 ? `${text.slice(0, 160)}…` : text);
}
