import { fillMessage, type LocalizedText } from "@cxmetrics/definition";
import type { ChangeClass, DefinitionChange } from "./definition-diff.js";

const consequences: Readonly<Record<ChangeClass, LocalizedText>> = {
  breaking: { en: " Scores can change.", zh: "得分可能改变。" },
  compatible: { en: " Scores stay as they are.", zh: "得分不变。" },
  editorial: { en: "", zh: "" },
};

const sentences: Readonly<Record<DefinitionChange["kind"], LocalizedText>> = {
  added: { en: "{what} was added: {after}.", zh: "新增{what}：{after}。" },
  removed: { en: "{what} was removed; it was {before}.", zh: "删除{what}，原为 {before}。" },
  changed: { en: "{what} changed from {before} to {after}.", zh: "{what}由 {before} 改为 {after}。" },
  renamed: { en: "{what} is now called {after}; it was {before}.", zh: "{what}由 {before} 改名为 {after}。" },
  reordered: { en: "{what} stands in another order.", zh: "{what}的顺序改变。" },
};

const shareSentence: LocalizedText = {
  en: 'The share of "{child}" in {what} goes from {before} to {after}.',
  zh: "“{child}”在{what}中的占比由 {before} 变为 {after}。",
};

/** Members whose names a reader who does not program would not know. */
const names: Readonly<Record<string, LocalizedText>> = {
  best: { en: "best goalpost", zh: "最优阈值" },
  worst: { en: "worst goalpost", zh: "最差阈值" },
  cap: { en: "capping", zh: "截断方式" },
  onto: { en: "range of the node", zh: "映射区间" },
  normalise: { en: "normalisation", zh: "标准化方法" },
  method: { en: "method", zh: "方法" },
  children: { en: "children", zh: "子节点" },
  weight: { en: "weight", zh: "权重" },
  missing: { en: "treatment of missing values", zh: "缺失值处理" },
  policy: { en: "policy", zh: "策略" },
  minimumAvailable: { en: "least available share", zh: "最低可用占比" },
  expression: { en: "formula", zh: "公式" },
  column: { en: "column", zh: "数据列" },
  unit: { en: "unit", zh: "单位" },
  source: { en: "source", zh: "来源" },
  title: { en: "title", zh: "标题" },
  note: { en: "note", zh: "说明" },
  purpose: { en: "purpose", zh: "用途" },
  provenance: { en: "provenance", zh: "出处" },
  scale: { en: "scale", zh: "量表" },
  root: { en: "root", zh: "根节点" },
  outputs: { en: "outputs", zh: "输出" },
  grades: { en: "grades", zh: "等级" },
  bands: { en: "bands", zh: "等级区间" },
  from: { en: "lower bound", zh: "下限" },
  upTo: { en: "upper bound", zh: "上限" },
  conditions: { en: "conditions", zh: "条件" },
  veto: { en: "veto", zh: "一票否决" },
  views: { en: "views", zh: "视图" },
  groups: { en: "groups", zh: "分组" },
  tags: { en: "tags", zh: "标签" },
  appliesTo: { en: "applicability", zh: "适用范围" },
  calibration: { en: "calibration", zh: "标定参数" },
  nodes: { en: "nodes", zh: "节点" },
};

/** The sentence of a change, with the title of the node to which it belongs, and of the child whose share it is. */
export function sayChange(
  change: Omit<DefinitionChange, "message">,
  nodeTitle?: LocalizedText,
  child?: LocalizedText,
): LocalizedText {
  const { shares, kind } = change;
  const values = {
    what: shares
      ? place(["nodes", change.node ?? ""], change.node, nodeTitle)
      : place(change.path, change.node, nodeTitle),
    before: shares ? shares.before : shown(change.before),
    after: shares ? shares.after : shown(change.after),
    child: child ?? { en: "", zh: "" },
  };
  const sentence = fillMessage(shares ? shareSentence : sentences[kind], values);
  const { en, zh } = consequences[change.class];
  return { en: `${sentence.en}${en}`, zh: `${sentence.zh}${zh}` };
}

function place(
  path: readonly (string | number)[],
  node: string | undefined,
  title: LocalizedText | undefined,
): LocalizedText {
  const steps = node === undefined ? path : path.slice(2);
  const words = (language: "en" | "zh", join: string) =>
    steps
      .map((step) => {
        const name = typeof step === "string" && Object.hasOwn(names, step) ? names[step] : undefined;
        return typeof step === "number" ? `[${step + 1}]` : (name?.[language] ?? step);
      })
      .join(join);
  const [en, zh] = [words("en", ", "), words("zh", "·")];
  if (node === undefined)
    return { en: en === "" ? "The document" : `The ${en}`, zh: zh === "" ? "文档" : zh };
  const named = { en: `"${title?.en ?? node}" (${node})`, zh: `“${title?.zh ?? node}”（${node}）` };
  return steps.length === 0 ? named : { en: `${named.en}, ${en},`, zh: `${named.zh}的${zh}` };
}

/** Short text of plain data; a text in two languages is told in each. */
function shown(value: unknown): LocalizedText {
  if (value === undefined) return { en: "nothing", zh: "无" };
  if (typeof value === "object" && value !== null && "en" in value && "zh" in value)
    return { en: cut(JSON.stringify(value.en)), zh: cut(JSON.stringify(value.zh)) };
  const text = cut(JSON.stringify(value));
  return { en: text, zh: text };
}

function cut(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
