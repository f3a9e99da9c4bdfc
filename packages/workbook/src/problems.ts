import type { Problem } from "@cxmetrics/definition";

export const tooLarge: Problem = {
  code: "workbook.too-large",
  en: "A sheet holds at most {most} {what}, and this index needs {found}. Write fewer units into one workbook.",
  zh: "一个工作表最多容纳 {most} {what}，而该指数需要 {found}。请减少一个工作簿中的评价对象。",
};

export const otherResult: Problem = {
  code: "workbook.other-result",
  en: "The result was computed by {found}, and the workbook is asked for {expected}. Score the table with this definition, or leave the result out.",
  zh: "结果由 {found} 计算，而工作簿要求 {expected}。请用该定义重新计算，或不提供结果。",
};

export const otherUnits: Problem = {
  code: "workbook.other-units",
  en: "The result tells of other units than the table. Score this very table, or leave the result out.",
  zh: "结果中的评价对象与数据表不一致。请对该数据表重新计算，或不提供结果。",
};

export const badCell: Problem = {
  code: "workbook.bad-cell",
  en: "A cell has a known look and one content: a text, a finite number, or a formula without its = of at most 8192 characters. Found {found}.",
  zh: "单元格须有已知的外观和一项内容：文本、有限数值，或不含等号且不超过 8192 个字符的公式。实际为 {found}。",
};

export const badSheet: Problem = {
  code: "workbook.bad-sheet",
  en: "A sheet has a name of 1 to 31 characters without [ ] * ? : / \\ that no other sheet has. Found {found}.",
  zh: "工作表名称须为 1 至 31 个字符，不含 [ ] * ? : / \\，且不得重名。实际为 {found}。",
};

export const badName: Problem = {
  code: "workbook.bad-name",
  en: "A defined name holds an underscore, begins with a letter, has no spaces, and means one cell such as 'Parameters'!$C$4. Found {found}.",
  zh: "单元格名称须以字母开头、含下划线、不含空格，并指向一个单元格，例如 'Parameters'!$C$4。实际为 {found}。",
};
