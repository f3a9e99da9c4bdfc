import type { Problem } from "@cxmetrics/definition";

export const referenceNotPositive: Problem = {
  code: "index.reference-not-positive",
  en: "The reference {value} must be greater than 0: ratios need a scale whose zero means nothing. Change it, or use distances on an interval scale.",
  zh: "参照值 {value} 必须大于 0：比值要求零点有“没有”的含义。请修改，或改用等距量表上的距离法。",
};

export const parameterNeeded: Problem = {
  code: "index.parameter-needed",
  en: '"{needed}" must be given with {with}. Add it.',
  zh: "取 {with} 时必须给出 “{needed}”。请补充。",
};

export const parameterIdle: Problem = {
  code: "index.parameter-idle",
  en: '"{idle}" has no effect with {with}. Remove it.',
  zh: "取 {with} 时 “{idle}” 不起作用。请删除。",
};

export const stepsNotAscending: Problem = {
  code: "index.steps-not-ascending",
  en: 'The step at {found} does not lie above the one before. Order the steps by "{by}", each once.',
  zh: "{found} 处的一级不高于前一级。请按 “{by}” 从小到大排列，不得重复。",
};

export const notInDirection: Problem = {
  code: "index.not-in-direction",
  en: 'The values do not run as the direction "{direction}" says, at {found}. Mend the values or the direction.',
  zh: "在 {found} 处取值与方向 “{direction}” 不符。请修正取值或方向。",
};

export const targetOutside: Problem = {
  code: "index.target-outside",
  en: "The target {target} must lie between lower {lower} and upper {upper}. Change one of them.",
  zh: "目标值 {target} 必须位于 lower（{lower}）与 upper（{upper}）之间。请修改其中之一。",
};

export const bandShape: Problem = {
  code: "index.band-shape",
  en: 'The band must rise and fall: left ≤ from ≤ to ≤ right, "left" with "from" and "to" with "right", at least one pair. Mend its bounds.',
  zh: "区间须满足 left ≤ from ≤ to ≤ right，left 与 from、to 与 right 成对给出，至少一对。请修正边界。",
};
