import type { Language, LocalizedText } from "@cxmetrics/definition";

const texts = {
  definition: { en: "Definition", zh: "定义" },
  pasteOwn: { en: "Paste or open your own (YAML or JSON)", zh: "粘贴或打开自己的定义（YAML 或 JSON）" },
  own: { en: "own definition", zh: "自己的定义" },
  useText: { en: "Use this text", zh: "采用此文本" },
  tree: { en: "Structure", zh: "结构" },
  node: { en: "Node", zh: "节点" },
  formula: { en: "Formula", zh: "公式" },
  source: { en: "Source", zh: "出处" },
  weights: { en: "Weights", zh: "权重" },
  goalposts: { en: "Goalposts", zh: "目标值" },
  worst: { en: "worst", zh: "最差" },
  best: { en: "best", zh: "最好" },
  noSliders: { en: "This node has no number to move.", zh: "此节点没有可调的数值。" },
  reset: { en: "Undo all changes", zh: "撤销全部改动" },
  data: { en: "Data", zh: "数据" },
  dataHint: {
    en: "One row a unit, one column an indicator; a column “name.se” states standard errors. Everything stays in this browser.",
    zh: "每行一个评价对象，每列一个指标；“列名.se”给出标准误。数据只留在本浏览器中。",
  },
  madeUp: { en: "These figures are made up.", zh: "这些数字是虚构的。" },
  openFile: { en: "Open a file", zh: "打开文件" },
  scores: { en: "Scores and ranks", zh: "得分与名次" },
  unit: { en: "Unit", zh: "评价对象" },
  score: { en: "Score", zh: "得分" },
  was: { en: "Unchanged", zh: "改动前" },
  change: { en: "Change", zh: "变化" },
  rank: { en: "Rank", zh: "名次" },
  rankInterval: { en: "95% ranks", zh: "95% 名次区间" },
  errorShare: {
    en: "Assumed standard error of a raw value, as a share of its goalpost range",
    zh: "假定的原始值标准误（占目标值区间的比例）",
  },
  explain: { en: "Why this score", zh: "得分由来" },
  value: { en: "Value", zh: "数值" },
  weight: { en: "Weight", zh: "权重" },
  contribution: { en: "Contribution", zh: "贡献" },
  warnings: { en: "What a reviewer would ask", zh: "评审者会问的问题" },
  noWarnings: { en: "Nothing to report.", zh: "没有问题。" },
  diff: { en: "Against the published version", zh: "与已发布版本相比" },
  noDiff: { en: "No change yet: move a slider.", zh: "尚无改动：请移动滑块。" },
  version: { en: "Version of the changed definition", zh: "改动后定义的版本号" },
  bump: { en: "Version bump due", zh: "应升级的版本级别" },
  download: { en: "Take away", zh: "带走" },
  workbook: { en: "Workbook", zh: "工作簿" },
  trace: { en: "Trace", zh: "计算过程" },
  link: { en: "Copy link", zh: "复制链接" },
  copied: { en: "The link is in the clipboard and in the address bar.", zh: "链接已复制，并已写入地址栏。" },
  answers: { en: "Answers", zh: "回答" },
  answersHint: {
    en: "Ratings (9 10 7 …) or counts (9: 12, one point a line).",
    zh: "逐个评分（9 10 7 …），或按分值计数（9: 12，每行一个分值）。",
  },
  result: { en: "Result", zh: "结果" },
  interval: { en: "95% interval", zh: "95% 区间" },
  variants: {
    en: "The same answers by every definition on this scale",
    zh: "同一批回答，按此量表的全部定义",
  },
  base: { en: "Base", zh: "有效基数" },
  shownAs: { en: "Source shows", zh: "出处的显示" },
  histogram: { en: "Answers per point", zh: "各分值人数" },
  log: { en: "Log", zh: "日志" },
  logHint: {
    en: "Columns actor, event, time (milliseconds, or a date with its time zone).",
    zh: "列：actor、event、time（毫秒，或带时区的时间）。",
  },
  steps: { en: "Steps, one a line", zh: "步骤，每行一个" },
  rules: { en: "Rules", zh: "规则" },
  ties: { en: "Events of one instant", zh: "同一时刻的事件" },
  entry: { en: "Where an attempt starts", zh: "从何处开始计" },
  reuse: { en: "One event for several steps", zh: "一个事件能否用于多步" },
  order: { en: "Order of steps", zh: "步骤顺序" },
  window: { en: "Window in minutes (empty: none)", zh: "转化窗口（分钟，留空为不限）" },
  step: { en: "Step", zh: "步骤" },
  reached: { en: "Reached", zh: "到达" },
  usual: { en: "Usual rules", zh: "通常规则" },
  fromStart: { en: "Of entrants", zh: "占进入者" },
  median: { en: "Median time", zh: "用时中位数" },
  alone: { en: "Which rule moves the numbers", zh: "哪条规则会改变数字" },
  products: { en: "What other products count", zh: "其他产品的结果" },
  rule: { en: "Rule", zh: "规则" },
  counts: { en: "Counts", zh: "人数" },
  same: { en: "same", zh: "相同" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** A word of the tools. */
export type Word = keyof typeof texts;

/** The words in the language of the page. */
export function wordsIn(lang: string): (word: Word) => string {
  const own = languageOf(lang);
  return (word) => texts[word][own];
}

/** The language of a page by its tag. */
export function languageOf(tag: string): Language {
  return tag.startsWith("zh") ? "zh" : "en";
}
