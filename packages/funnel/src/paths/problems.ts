import type { Problem } from "@cxmetrics/definition";

export const sessionRule: Problem = {
  code: "paths.session-rule",
  en: 'Say how sessions are told apart: session: { gapMs } with a number, session: { ids } with one id a row, or session: "actor".',
  zh: '请说明如何划分会话：session: { gapMs } 给出毫秒数，session: { ids } 每行给出一个编号，或 session: "actor"。',
};

export const oneEndOnly: Problem = {
  code: "paths.one-end-only",
  en: "A path is cut at one end: give first, or before with last, not both.",
  zh: "路径只能从一端截取：请给出 first，或给出 before 与 last，不能同时使用。",
};

export const badLostness: Problem = {
  code: "paths.bad-lostness",
  en: "Lostness needs whole numbers with 1 ≤ different ≤ total and required ≥ 1; found {found}. Mend them.",
  zh: "迷失度需要整数，且 1 ≤ different ≤ total，required ≥ 1；此处为 {found}。请修正。",
};
