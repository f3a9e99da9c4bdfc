import type { Problem } from "@cxmetrics/definition";

export const survivalLengthsDiffer: Problem = {
  code: "survival.lengths-differ",
  en: "times has {times} members and {name} has {found}. Give one of each for every subject.",
  zh: "times 有 {times} 项，而 {name} 有 {found} 项。每个对象须各有一项。",
};

export const notAnEventFlag: Problem = {
  code: "survival.not-an-event-flag",
  en: "An event is true or 1 when it happened, false or 0 when the subject was still waiting; found {found}. Write one of these.",
  zh: "事件已发生写 true 或 1，对象仍在等待写 false 或 0；此处为 {found}。请改写。",
};

export const notAName: Problem = {
  code: "survival.not-a-name",
  en: "{name} must be a text or a finite number; found {found}. Convert it first.",
  zh: "{name} 必须是文本或有限数字；此处为 {found}。请先转换。",
};
