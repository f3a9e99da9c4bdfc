import type { Problem } from "@cxmetrics/definition";

export const badKey: Problem = {
  code: "questionnaire.bad-key",
  en: "The scoring key does not hold together: {reason}. A wrong key changes every score without a sign; correct it against the published instrument.",
  zh: "计分键不成立：{reason}。错误的计分键会无声地改变所有得分，请对照已发布的量表更正。",
};

export const unknownQuestionnaire: Problem = {
  code: "questionnaire.unknown",
  en: "No questionnaire is called {name}.{hint} Known: {known}.",
  zh: "没有名为 {name} 的问卷。{hint}已有问卷：{known}。",
};

export const badAnswers: Problem = {
  code: "questionnaire.answers-malformed",
  en: "Answers come as a list of respondents, each a list of {count} answers in the order of the items or an object by item id; found {found}. Reshape them.",
  zh: "回答应为受访者列表，每位受访者为按题目顺序排列的 {count} 个回答，或按题目编号的对象；实际为 {found}。请整理。",
};

export const wrongCount: Problem = {
  code: "questionnaire.answer-count",
  en: "Respondent {row} has {found} answers, the questionnaire has {count} items. Give one answer an item, null where it is blank.",
  zh: "第 {row} 位受访者有 {found} 个回答，问卷有 {count} 道题。请为每题给出一个回答，空缺写 null。",
};

export const unknownItem: Problem = {
  code: "questionnaire.unknown-item",
  en: 'Respondent {row} answers an item "{item}" that the questionnaire lacks.{hint} Items: {known}.',
  zh: "第 {row} 位受访者回答了问卷中没有的题目“{item}”。{hint}题目：{known}。",
};

export const badWeights: Problem = {
  code: "questionnaire.weights-total",
  en: "The weights of respondent {row} add up to {found}, not to {total}. Check the comparisons that they were counted from.",
  zh: "第 {row} 位受访者的权重合计为 {found}，应为 {total}。请检查计数所依据的比较。",
};
