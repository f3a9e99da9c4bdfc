import type { Problem } from "@cxmetrics/definition";

export const duplicateExpert: Problem = {
  code: "panel.duplicate-expert",
  en: 'The expert "{expert}" stands twice in round {round}. Keep one answer.',
  zh: "专家 “{expert}” 在第 {round} 轮出现了两次。请只保留一份答卷。",
};

export const tooFewInvited: Problem = {
  code: "panel.too-few-invited",
  en: "Round {round} has {returned} answers, but only {invited} experts were invited. Mend the number.",
  zh: "第 {round} 轮收回 {returned} 份答卷，但只邀请了 {invited} 位专家。请改正人数。",
};

export const wrongJudgement: Problem = {
  code: "panel.wrong-judgement",
  en: 'The expert "{expert}" gives no {expected}, which this panel asks for. Add it.',
  zh: "专家 “{expert}” 没有给出本专家组所要求的 {expected}。请补充。",
};

export const noAuthority: Problem = {
  code: "panel.no-authority",
  en: 'The expert "{expert}" has no authority, by which experts are to be weighed. Add it, or set weigh to "equal".',
  zh: "专家 “{expert}” 没有权威程度，无法据以加权。请补充，或将 weigh 设为 “equal”。",
};
