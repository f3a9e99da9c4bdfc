import type { Language, LocalizedText } from "@cxmetrics/definition";

/** Titles that commander prints, in other languages. */
export const helpTitles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: {
    "Usage:": "用法:",
    "Arguments:": "参数:",
    "Options:": "选项:",
    "Global Options:": "通用选项:",
    "Commands:": "命令:",
  },
};

const texts = {
  cx: {
    en: "Customer-experience measurement: scores, questionnaires, charts, funnels and indices from CSV, Parquet and JSON files.",
    zh: "客户体验测量：由 CSV、Parquet、JSON 文件计算得分、问卷、控制图、漏斗与指数。",
  },
  after: {
    en: `Exit codes: 0 done; 1 data or a document was refused; 2 the command line is wrong; 130 stopped by Ctrl-C.
Answers go to standard output, warnings and errors to standard error.

Examples:
  $ cx evaluate evaluation.yaml -o results
  $ cx score survey.csv --metric nps --rating NETPRO --missing 11
  $ cx <command> --help`,
    zh: `退出码：0 完成；1 数据或文档被拒绝；2 命令行有误；130 被 Ctrl-C 停止。
结果写到标准输出，警告与错误写到标准错误。

示例：
  $ cx evaluate evaluation.yaml -o results
  $ cx score survey.csv --metric nps --rating NETPRO --missing 11
  $ cx <命令> --help`,
  },
  version: { en: "print the version", zh: "显示版本" },
  help: { en: "show help", zh: "显示帮助" },
  helpCommand: { en: "show help for a command", zh: "显示某个命令的帮助" },
  examples: { en: "Examples:", zh: "示例：" },
  lang: {
    en: "language of messages; that of the locale when left out",
    zh: "信息所用语言；省略时取自系统区域设置",
  },
  json: { en: "answer with one JSON object", zh: "以一个 JSON 对象作答" },
  encoding: {
    en: "encoding of text files, for example gb18030 (UTF-8 and UTF-16 with a byte-order mark need none)",
    zh: "文本文件的编码，例如 gb18030（UTF-8 及带字节顺序标记的 UTF-16 无需指定）",
  },
  delimiter: {
    en: "what separates cells of CSV: one character, or tab; found out when left out",
    zh: "CSV 单元格的分隔符：单个字符或 tab；省略时自动识别",
  },

  evaluate: {
    en: "Carry out a whole evaluation by its plan: sources, indicators, index, evidence.",
    zh: "按评价方案完成一次完整评价：数据来源、指标、指数、证据。",
  },
  evaluateOutput: {
    en: "folder for result.json, summary.md and report.html, written all or none; without it the summary is printed",
    zh: "存放 result.json、summary.md 与 report.html 的文件夹，三者同时写入或都不写；省略时只打印摘要",
  },
  evaluatedOn: { en: "day to note in the result, YYYY-MM-DD", zh: "记入结果的评价日期，YYYY-MM-DD" },

  score: {
    en: "A score (NPS, CSAT, CES or your own definition) from a rating column, for everyone or by group.",
    zh: "由评分列计算得分（NPS、CSAT、CES 或自定义），可分组。",
  },
  metric: {
    en: "score definition: id, id@version, or a file (.yaml, .json)",
    zh: "得分定义：id、id@版本，或文件（.yaml、.json）",
  },
  rating: { en: "column of ratings", zh: "评分列" },
  by: { en: "columns to group by, separated by commas", zh: "分组列，以逗号分隔" },
  weight: { en: "column of survey weights", zh: "调查权重列" },
  missing: {
    en: 'codes and texts that stand for "no answer", separated by commas; blank cells always do',
    zh: "表示“未作答”的编码与文本，以逗号分隔；空白单元格总是未作答",
  },
  level: { en: "confidence level between 0 and 1", zh: "置信水平，介于 0 与 1 之间" },
  seed: {
    en: "whole number that random drawing starts from; the same seed gives the same answer",
    zh: "随机抽取的起点（整数）；相同的种子得出相同的结果",
  },
  interval: {
    en: "interval method in place of the definition's, for example nps-wald or wilson",
    zh: "替代定义的区间方法，例如 nps-wald 或 wilson",
  },
  minN: {
    en: "withhold groups with fewer valid answers",
    zh: "有效答案少于此数的组不予公布",
  },

  compare: {
    en: "How a score changed between two independent samples: after minus before, with interval and p value.",
    zh: "两个独立样本之间得分的变化：后减前，附区间与 p 值。",
  },
  strata: {
    en: "columns of the stratum that a row was drawn in, separated by commas",
    zh: "样本所属层的列，以逗号分隔",
  },
  cluster: {
    en: "columns of the primary sampling unit (flight, branch, day), separated by commas: answers inside one are not independent",
    zh: "初级抽样单元（航班、网点、日期）的列，以逗号分隔；同一单元内的回答并不独立",
  },
  fpc: {
    en: "sampling units in the population, for a finite population correction: a number, STRATUM=NUMBER,…, or a column",
    zh: "总体中的抽样单元数，用于有限总体校正：一个数字、层=数字,… 或一列",
  },
  singleUnit: {
    en: "strata with one sampling unit: fail (no standard error, the default), certainty or adjust",
    zh: "只有一个抽样单元的层：fail（无标准误，默认）、certainty 或 adjust",
  },
  group: { en: "with one file: column that tells the two groups apart", zh: "只有一个文件时：区分两组的列" },
  groups: {
    en: "which two groups, first the one before; order of appearance when left out",
    zh: "比较哪两组，先写“前”；省略时按出现顺序",
  },

  funnel: {
    en: "How far actors got through ordered steps, with conversion, intervals and times.",
    zh: "主体按顺序完成各步骤的情况：转化率、区间与用时。",
  },
  actor: { en: "column that names the actor (user, session)", zh: "主体列（用户、会话）" },
  time: {
    en: "column of times: epoch milliseconds or ISO 8601; without an offset they are read as UTC",
    zh: "时间列：毫秒时间戳或 ISO 8601；未注明时区的按 UTC 读取",
  },
  event: { en: "column that names the event", zh: "事件列" },
  steps: { en: "events in order, separated by commas", zh: "按顺序排列的事件，以逗号分隔" },
  allowUnseen: {
    en: "keep a step whose event never occurs instead of refusing it",
    zh: "保留从未出现的事件所对应的步骤，而不是拒绝",
  },
  window: {
    en: "longest time from the first step: 7d, 36h, 30m, 90s, 500ms; no limit when left out",
    zh: "自首步起的最长时间：7d、36h、30m、90s、500ms；省略时不限",
  },
  sequence: {
    en: "column of numbers that orders events of one instant",
    zh: "为同一时刻的事件排序的数字列",
  },
  funnelBy: {
    en: "columns whose value at entry groups the actors, separated by commas",
    zh: "按进入时的取值对主体分组的列，以逗号分隔",
  },
  timeUnit: { en: "unit of plain numbers in the time column", zh: "时间列中纯数字的单位" },

  index: {
    en: "Check, fit, score, explain, compare and question an index.",
    zh: "检查、标定、计算、解释、比较并审视指数。",
  },
  indexScore: {
    en: "Every node of an index for every unit of a file. <definition> is an id (undp.hdi) or a file.",
    zh: "对文件中每个评价单元计算指数的各节点。<definition> 为 id(undp.hdi)或文件。",
  },
  indexExplain: {
    en: "How the index of one unit came about, node by node.",
    zh: "逐节点说明一个评价单元的指数如何得出。",
  },
  indexFormula: {
    en: "The definition as a page: tree, symbols, formulas, provenance; with data, one unit worked through.",
    zh: "将定义写成页面：结构、符号、公式、出处；给出数据时附一个算例。",
  },
  units: {
    en: "columns that name the unit, joined; the first text column when left out, else row numbers",
    zh: "命名评价单元的列（可多列连接）；省略时取第一个文本列，否则用行号",
  },
  unit: { en: "name of one unit", zh: "一个评价单元的名称" },
  periods: {
    en: "column that names the period of a row; each period is then told apart",
    zh: "期间列；给出后按期间区分各行",
  },
  nodeOption: {
    en: "id of the node to look at; the root when left out",
    zh: "要查看的节点 id；省略时为根节点",
  },
  better: {
    en: "which values are good: higher (the default) or lower",
    zh: "何者为优：higher（默认）或 lower",
  },
  indexOutput: {
    en: "file to write: JSON when it ends in .json, CSV when in .csv, text otherwise",
    zh: "要写入的文件：以 .json 结尾为 JSON，以 .csv 结尾为 CSV，否则为文本",
  },
  ranks: {
    en: "add the rank of each unit; the definition's own ranking where it has one, else the highest value first",
    zh: "加列名次；定义中规定了排名方式则按其规定，否则数值高者在前",
  },
  indexScoreOutput: { en: "CSV file to write", zh: "要写入的 CSV 文件" },
  indexExplainOutput: {
    en: "file to write: JSON when it ends in .json, text otherwise",
    zh: "要写入的文件：以 .json 结尾则为 JSON，否则为文本",
  },
  indexFormulaOutput: {
    en: "Markdown file to write; formula.zh.md is written in Chinese",
    zh: "要写入的 Markdown 文件；formula.zh.md 以中文写成",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const examples = {
  evaluateExamples: `$ cx evaluate evaluation.yaml
$ cx evaluate evaluation.yaml -o results --lang zh
$ cx evaluate evaluation.yaml --json`,
  scoreExamples: `$ cx score survey.csv --metric nps --rating NETPRO --missing 11
$ cx score survey.csv --metric nps --rating NETPRO --missing 11 --weight WEIGHT --by TERMINAL
$ cx score survey.parquet --metric csat.top-2-of-5@1.0.0 --rating Q7ALL --missing 0,6,Blank --min-n 30
$ cx score survey.csv --metric nps --rating NETPRO --missing 11 --weight WEIGHT --strata AREA --cluster RUNID`,
  compareExamples: `$ cx compare 2017.csv 2018.csv --metric nps --rating NETPRO --missing 11
$ cx compare survey.csv --metric nps --rating NETPRO --missing 11 --group PEAK --groups 1,2
$ cx compare 2017.csv 2018.csv --metric nps --rating NETPRO --missing 11 --weight WEIGHT --cluster RUNID`,
  funnelExamples: `$ cx funnel events.csv --actor user --time ts_ms --event event --steps home,cart,purchase --window 7d
$ cx funnel events.parquet --actor session --time at --event name --steps apply,sign --by platform`,
  indexScoreExamples: `$ cx index score undp.hdi panel.csv --units country,year
$ cx index score our-index.yaml channels.csv -o scores.csv
$ cx index score calibrated.json channels.csv --ranks`,
  indexExplainExamples: `$ cx index explain undp.hdi panel.csv --units iso3,year --unit "NOR · 2021"`,
  indexFormulaExamples: `$ cx index formula undp.hdi
$ cx index formula undp.hdi panel.csv --units iso3,year --unit "NOR · 2021" -o formula.zh.md`,
} as const;

/** Every text of the help. Examples are command lines and the same in every language. */
export const help = { ...texts, ...examples };
