import type { Problem } from "@cxmetrics/definition";

/** An argument that is not what it should be. */
function wrong(code: string): Problem {
  return {
    code,
    en: "{name}: expected {expected}, found {found}. Correct it.",
    zh: "{name}：应为{expected}，实际为 {found}。请更正。",
  };
}

export const badSurvey: Problem = /* @__PURE__ */ wrong("survey.malformed");
export const badPolicy: Problem = /* @__PURE__ */ wrong("survey.policy-not-allowed");
export const badResponseCount: Problem = /* @__PURE__ */ wrong("responses.not-allowed");

export const wrongKind: Problem = {
  code: "survey.wrong-kind",
  en: "This is a {found} survey where a {expected} one is needed. The two answer different questions: a relational score is about the whole relationship, a transactional one about one occasion.",
  zh: "此处需要 {expected} 调研，实际为 {found}。两者回答不同的问题：关系型（relational）得分针对整体关系，触点型（transactional）得分针对一次具体经历。",
};

export const mixedKinds: Problem = {
  code: "survey.kinds-mixed",
  en: "Relational and transactional surveys are never pooled or compared: one is about the whole relationship, the other about one occasion. Report them side by side.",
  zh: "关系型与触点型调研不能合并或比较：前者针对整体关系，后者针对一次具体经历。请分别报告。",
};

export const mixedTouchpoints: Problem = {
  code: "survey.touchpoints-mixed",
  en: "The surveys are about the touchpoints {first} and {other}. Pool only surveys of one touchpoint.",
  zh: "这些调研分别针对触点 {first} 和 {other}。只能合并同一触点的调研。",
};

export const mixedColumns: Problem = {
  code: "survey.columns-mixed",
  en: "Some of the surveys have {column} and others do not. Give all of them the column, or none.",
  zh: "部分调研有 {column}，部分没有。请全部提供该列，或全部不提供。",
};

export const nothingToPool: Problem = {
  code: "survey.nothing-to-pool",
  en: "There is no survey to pool. Pass at least one.",
  zh: "没有可合并的调研。请至少传入一个。",
};

export const timesNeeded: Problem = {
  code: "survey.times-needed",
  en: "The policy needs the time of each answer. Give timesMs, epoch milliseconds, one per rating.",
  zh: "该规则需要每个回答的时间。请提供 timesMs（Unix 毫秒），每个评分一个。",
};

export const otherDefinition: Problem = {
  code: "survey.definitions-differ",
  en: "The scores follow {first} and {other}. Estimate both by one definition before comparing.",
  zh: "两个得分分别依据 {first} 和 {other}。请先用同一定义估计，再作比较。",
};

export const badCounts: Problem = {
  code: "responses.do-not-fit",
  en: "{part} ({partCount}) is more than {whole} ({wholeCount}). Count each person once and check both numbers.",
  zh: "{part}（{partCount}）多于 {whole}（{wholeCount}）。每人只计一次，请核对这两个数。",
};
