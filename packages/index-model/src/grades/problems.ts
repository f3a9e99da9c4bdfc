import type { Problem } from "@cxmetrics/definition";

export const conditionWithoutBound: Problem = {
  code: "index.condition-without-bound",
  en: 'The condition on "{node}" has no bound, or bounds that exclude each other. Give atLeast, atMost, or both with atLeast ≤ atMost.',
  zh: "对 “{node}” 的条件没有界限，或上下限互相矛盾。请给出 atLeast、atMost，或同时给出且 atLeast ≤ atMost。",
};

export const bandsNotAscending: Problem = {
  code: "index.bands-not-ascending",
  en: 'Band "{band}" is out of order. With upTo, list bands from best to worst, each but the last with a greater "upTo" than the one before and none with "from"; the last one has neither bound nor conditions.',
  zh: "等级 “{band}” 的次序有误。使用 upTo 时请从好到差排列：除最后一个外，每个等级的 upTo 都要大于前一个，且不写 from；最后一个不写界限，也不设条件。",
};

export const quotaOfLastBand: Problem = {
  code: "index.quota-of-last-band",
  en: 'The last band "{band}" cannot have a quota: nothing lies below it. Remove the quota.',
  zh: "最后一个等级 “{band}” 不能设配额，因为其下再无等级。请去掉该配额。",
};

export const quotaTiesMissing: Problem = {
  code: "index.quota-ties-missing",
  en: "A band has a quota, so quotaTies must say what becomes of units that are tied at its limit: lower or keep.",
  zh: "有等级设了配额，须用 quotaTies 说明在配额边界并列的对象如何处理：lower 或 keep。",
};

export const notAFlag: Problem = {
  code: "index.not-a-flag",
  en: "This is either true or left out. Write true, or remove it.",
  zh: "此处只能为 true 或不写。请填写 true，或将其删除。",
};
