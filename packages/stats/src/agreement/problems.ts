import type { Problem } from "@cxmetrics/definition";

export const notATable: Problem = {
  code: "ratings.not-a-table",
  en: "{name} must be a list of rows, each a list; found {found}. Pass one row for each unit.",
  zh: "{name} 必须是行的列表，每行也是列表；此处为 {found}。请为每个单元传入一行。",
};

export const raggedTable: Problem = {
  code: "ratings.ragged",
  en: "Row {row} has {found} values and the first row has {expected}. Fill gaps with null.",
  zh: "第 {row} 行有 {found} 个值，而首行有 {expected} 个。缺失处请填 null。",
};

export const notARating: Problem = {
  code: "ratings.not-a-rating",
  en: "{found} is not a rating here. Pass {expected}, or null where there is none.",
  zh: "{found} 不是此处可用的评分。请传入{expected}；没有评分时传入 null。",
};

export const negativeRatio: Problem = {
  code: "ratings.negative",
  en: "A ratio scale starts at 0; found {found}. Use the interval level for values below 0.",
  zh: "定比尺度从 0 开始；此处为 {found}。含负值的数据请使用定距尺度（interval）。",
};

export const notACount: Problem = {
  code: "ratings.not-a-count",
  en: "A count must be {range}; found {found}. Pass counts, or ratings by name.",
  zh: "计数必须{range}；此处为 {found}。请传入计数，或以 ratings 传入评分。",
};

export const notSquare: Problem = {
  code: "ratings.not-square",
  en: "An agreement table has as many columns as rows; found {rows} rows and {columns} columns. List every category on both sides.",
  zh: "一致性列联表的行数与列数必须相同；此处为 {rows} 行 {columns} 列。请在两侧列出全部类别。",
};

export const unequalRaters: Problem = {
  code: "ratings.unequal-raters",
  en: "Row {row} counts {found} ratings and the first row {expected}; Fleiss' kappa needs the same number for every unit. Use gwetAc1 or krippendorffAlpha.",
  zh: "第 {row} 行共有 {found} 个评分，而首行有 {expected} 个；Fleiss kappa 要求每个单元的评分数相同。请改用 gwetAc1 或 krippendorffAlpha。",
};

export const unknownCategory: Problem = {
  code: "ratings.unknown-category",
  en: "{found} is not among the categories. Add it to categories, or correct the rating.",
  zh: "{found} 不在类别列表中。请将其加入 categories，或更正该评分。",
};

export const badCategories: Problem = {
  code: "ratings.bad-categories",
  en: "Categories are different texts or finite numbers, at most {limit} of them; found {found}. Correct the list.",
  zh: "类别必须是互不相同的文本或有限数字，最多 {limit} 个；此处为 {found}。请更正类别列表。",
};

export const orderNeeded: Problem = {
  code: "ratings.order-needed",
  en: "Weights need an order of the categories, and texts have none. Pass categories from lowest to highest.",
  zh: "加权需要类别的顺序，而文本没有顺序。请按从低到高传入 categories。",
};
