import type { Problem } from "@cxmetrics/definition";

export const badTable: Problem = {
  code: "weights.not-a-table",
  en: "Expected a table of numbers, found {found}. Give rows of units, or { columns: { id: numbers } }.",
  zh: "此处应为数字表，实际为：{found}。请按“行为对象、列为指标”给出，或写成 { columns: { id: 数字列 } }。",
};

export const raggedTable: Problem = {
  code: "weights.ragged",
  en: "This row or column has {found} values where {expected} are due. Give every indicator one value for each unit.",
  zh: "此行或列有 {found} 个值，应为 {expected} 个。请为每个对象的每项指标各给出一个值。",
};

export const missingValue: Problem = {
  code: "weights.missing-value",
  en: 'A value is missing here. Fill it in, or set missing to "complete-units" to leave such units out.',
  zh: "此处缺少数值。请补全，或将 missing 设为 “complete-units” 以剔除这些对象。",
};

export const badList: Problem = {
  code: "weights.not-a-list",
  en: "Expected a list with at least {least} members, found {found}. Mend it.",
  zh: "此处应为至少 {least} 项的列表，实际为：{found}。请改正。",
};

export const wrongLength: Problem = {
  code: "weights.length",
  en: "Found {found} members where {expected} are due. Give one for each of them.",
  zh: "此处有 {found} 项，应为 {expected} 项。请一一对应给出。",
};

export const unknownIndicator: Problem = {
  code: "weights.unknown-indicator",
  en: 'There is no indicator "{id}" in the table.{hint} Mend the name.',
  zh: "表中没有指标 “{id}”。{hint}请改正名称。",
};

export const tooMany: Problem = {
  code: "weights.too-many",
  en: "{found} are too many here; at most {most} are possible. Split them into groups.",
  zh: "此处有 {found} 个，最多允许 {most} 个。请分组处理。",
};

export const badFraction: Problem = {
  code: "weights.not-a-fraction",
  en: '{found} is no weight. Write a number of at least 0, or a fraction such as "6/16".',
  zh: "{found} 不能作为权重。请填写不小于 0 的数，或 “6/16” 这样的分数。",
};

export const wrongSum: Problem = {
  code: "weights.wrong-sum",
  en: "The weights sum to {found}, not to {expected}. Mend them, or declare them relative.",
  zh: "权重之和为 {found}，而非 {expected}。请修正，或声明为相对权重（relative）。",
};

export const zeroSum: Problem = {
  code: "weights.zero-sum",
  en: "All weights are 0. Give at least one a positive value.",
  zh: "权重全部为 0。请至少给出一个正值。",
};

export const notSquare: Problem = {
  code: "weights.not-square",
  en: "A judgement matrix needs as many columns as rows; row {row} has {found} of {expected}. Complete it, with null for a missing judgement.",
  zh: "判断矩阵的行数与列数应相等；第 {row} 行有 {found} 列，应为 {expected} 列。请补全，缺失的判断填 null。",
};

export const badJudgement: Problem = {
  code: "weights.bad-judgement",
  en: '{found} is no judgement. Write a number from {least} to {most}, a fraction such as "1/3", or null where it is missing.',
  zh: "{found} 不是有效的判断值。请填写 {least} 到 {most} 之间的数、“1/3” 这样的分数，缺失时填 null。",
};

export const notReciprocal: Problem = {
  code: "weights.not-reciprocal",
  en: 'Judgements {row},{column} ({there}) and {column},{row} ({back}) are not reciprocal. Write one of them as null, or as a fraction such as "1/3".',
  zh: "判断值（{row},{column}）= {there} 与（{column},{row}）= {back} 不互为倒数。请将其中之一改为 null，或写成 “1/3” 这样的分数。",
};

export const diagonalNotOne: Problem = {
  code: "weights.diagonal-not-one",
  en: "An indicator compared with itself is 1, found {found}. Write 1.",
  zh: "指标与自身比较应为 1，此处为 {found}。请改为 1。",
};

export const notConnected: Problem = {
  code: "weights.not-connected",
  en: "No chain of judgements links {apart} with the first indicator. Add a judgement that does.",
  zh: "{apart} 与第一个指标之间没有任何判断链相连。请补充一个能将其连通的判断。",
};

export const noRandomIndex: Problem = {
  code: "weights.no-random-index",
  en: 'The table "{table}" ends at {last} indicators; the matrix has {size}. Name another table, give { name, value }, or set randomIndex to "none".',
  zh: "随机一致性指标表 “{table}” 只到 {last} 阶，而矩阵为 {size} 阶。请改用其他表、给出 { name, value }，或将 randomIndex 设为 “none”。",
};

export const badHierarchy: Problem = {
  code: "weights.bad-hierarchy",
  en: '"{node}" {fault}. A hierarchy is a tree: every node but the root stands under exactly one other.',
  zh: "“{node}” {fault}。层次结构必须是树：除根节点外，每个节点恰有一个上级。",
};

export const wrongBudget: Problem = {
  code: "weights.wrong-budget",
  en: 'The budget of expert {expert} sums to {found}, not to {expected}. Mend it, or set sum to "rescale".',
  zh: "专家 {expert} 的分配合计为 {found}，而非 {expected}。请修正，或将 sum 设为 “rescale”。",
};

export const badComparison: Problem = {
  code: "weights.bad-comparison",
  en: "The comparison of {of} must be {expected}, found {found}. Mend it.",
  zh: "{of} 的比较值应为 {expected}，实际为 {found}。请修正。",
};

export const notCorrelations: Problem = {
  code: "weights.not-correlations",
  en: "This is no correlation matrix: {fault}. Give symmetric correlations from -1 to 1 with ones on the diagonal.",
  zh: "这不是相关矩阵：{fault}。请给出对称、取值在 -1 到 1 之间且对角线为 1 的相关系数。",
};
