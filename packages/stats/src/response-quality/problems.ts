import type { Problem } from "@cxmetrics/definition";

export const notAnAnswer: Problem = {
  code: "answer.not-allowed",
  en: "{name} must be a finite number, a text, or null where there is no answer; found {found}. Replace it.",
  zh: "{name} 必须是有限数字、文本，无回答时为 null；此处为 {found}。请改正。",
};

export const raggedRows: Problem = {
  code: "rows.ragged",
  en: "Row {row} holds {found} values, but the first row holds {expected}. Give every row the same items, with null where one is missing.",
  zh: "第 {row} 行有 {found} 个值，而第一行有 {expected} 个。请让每行包含相同的题项，缺失处用 null。",
};

export const notARowList: Problem = {
  code: "rows.not-a-list",
  en: "{name} must be a list with one member per respondent; found {found}. Pass an array.",
  zh: "{name} 必须是每位受访者一项的列表；此处为 {found}。请传入数组。",
};

export const noRules: Problem = {
  code: "response-quality.no-rules",
  en: "No rule is given, so nothing could be flagged. Name at least one of: {allowed}.",
  zh: "未给出任何规则，无法标记。请至少指定一项：{allowed}。",
};

export const unknownRule: Problem = {
  code: "response-quality.unknown-rule",
  en: "{found} is not a rule.{hint} Choose from: {allowed}.",
  zh: "没有名为 {found} 的规则。{hint}请从中选择：{allowed}。",
};

export const duplicateRespondent: Problem = {
  code: "response-quality.duplicate-id",
  en: "The id {id} occurs more than once. Give every response an id of its own; the person behind it goes into respondent.",
  zh: "编号 {id} 重复出现。请为每份答卷使用独立编号；受访者编号请写入 respondent。",
};

export const badId: Problem = {
  code: "response-quality.bad-id",
  en: "An id is a text that is not blank, or a finite number; found {found}. Replace it.",
  zh: "编号必须是非空文本或有限数字；此处为 {found}。请改正。",
};

export const noChecks: Problem = {
  code: "attention-check.none",
  en: "There is no attention check. Name at least one item with its accepted answers.",
  zh: "没有注意力检测题。请至少给出一道题及其可接受的答案。",
};

export const noAcceptedAnswers: Problem = {
  code: "attention-check.no-accepted-answer",
  en: "The attention check {item} accepts no answer, so everybody would fail it. List the answers that pass.",
  zh: "注意力检测题 {item} 没有可接受的答案，所有人都会失败。请列出正确答案。",
};
