import type { Language } from "@cxmetrics/definition";

const en = {
  colon: ": ",
  space: " ",
  title: "Audit",
  verdict: "Verdict",
  verdicts: { pass: "pass", warn: "warning", fail: "fail", "not-computable": "not computable" },
  definition: "Definition",
  digest: "Digest of the definition",
  data: "Digest of the data",
  size: (units: number, indicators: number) => `${units} units, ${indicators} indicators`,
  simulation: (draws: number, seed: number, generator: string) =>
    `${draws} draws, seed ${seed}, generator ${generator}`,
  engine: "Engine",
  section: "Section",
  finding: "Finding",
  remedy: "Remedy",
  thresholds: "Thresholds",
  threshold: "Threshold",
  value: "Value",
  source: "Source of the default",
  changed: (usual: string) => ` (default ${usual})`,
};

const zh: typeof en = {
  colon: "：",
  space: "",
  title: "审核",
  verdict: "结论",
  verdicts: { pass: "通过", warn: "提示", fail: "不通过", "not-computable": "无法计算" },
  definition: "定义",
  digest: "定义摘要值",
  data: "数据摘要值",
  size: (units, indicators) => `评价对象 ${units} 个，指标 ${indicators} 个`,
  simulation: (draws, seed, generator) => `抽样 ${draws} 次，种子 ${seed}，随机数生成器 ${generator}`,
  engine: "计算引擎",
  section: "项目",
  finding: "结果",
  remedy: "建议",
  thresholds: "判定界限",
  threshold: "界限",
  value: "取值",
  source: "默认值来源",
  changed: (usual) => `（默认 ${usual}）`,
};

/** The words of a rendered audit. */
export const labels: Readonly<Record<Language, typeof en>> = { en, zh };
