import type { Problem } from "@cxmetrics/definition";

export const unitNotNamed: Problem = {
  code: "attribution.unit-not-named",
  en: "The tables have {count} units. Name the one whose change is attributed with the option unit.",
  zh: "数据表中有 {count} 个对象。请用选项 unit 指定要分解变化的对象。",
};

export const unitNotFound: Problem = {
  code: "attribution.unknown-unit",
  en: 'There is no unit {unit} in the table "{table}".{hint} Give a name that stands there once, or a row.',
  zh: "数据表“{table}”中没有对象 {unit}。{hint}请给出其中唯一的名称，或行号。",
};

export const badOrder: Problem = {
  code: "attribution.bad-order",
  en: "The order must name each of {allowed} once. Mend it.",
  zh: "顺序须包含 {allowed} 各一次。请修正。",
};
