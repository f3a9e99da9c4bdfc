import type { Problem } from "@cxmetrics/definition";

export const letValueUnknown: Problem = {
  code: "index.let-unknown-name",
  en: 'The case sets "{name}", which default does not mention.{hint} Add it to default or mend the name.',
  zh: "“{name}” 未在 default 中给出。{hint}请在 default 中添加，或改正名称。",
};

export const outputName: Problem = {
  code: "index.bad-output-name",
  en: '"{name}" cannot be a name here. Begin with a letter, go on with letters, digits, "_" or "-", and avoid "raw" and "capped".',
  zh: "此处不能使用名称 “{name}”。请以英文字母开头，其后只用字母、数字、“_” 或 “-”，且不要用 raw 或 capped。",
};

export const noOutputs: Problem = {
  code: "index.no-outputs",
  en: "There is not a single name here. Give at least one.",
  zh: "此处没有任何名称。请至少给出一个。",
};

export const pointsDoNotSum: Problem = {
  code: "index.points-do-not-sum",
  en: 'The maxima of the children of "{node}" sum to {found}, but its own maximum is {expected}. Make them agree.',
  zh: "“{node}” 各子项满分之和为 {found}，与其自身满分 {expected} 不符。请使两者一致。",
};

export const oneOfEachAndSteps: Problem = {
  code: "index.points-of-item",
  en: 'The item "{item}" needs either "each" or "steps", and not both. Mend it.',
  zh: "项目 “{item}” 须在 each 与 steps 中恰好写一个。请修正。",
};

export const stepsNotRising: Problem = {
  code: "index.steps-not-rising",
  en: 'The steps of "{item}" must rise: {from} does not come after {before}. List them by rising "from".',
  zh: "“{item}” 的分档须逐级上升：{from} 没有大于 {before}。请按 from 从小到大排列。",
};

export const duplicateItem: Problem = {
  code: "index.duplicate-item",
  en: 'Two items have the id "{item}". Give each its own.',
  zh: "有两个项目的标识都是 “{item}”，请使其各不相同。",
};

export const statementOverlaps: Problem = {
  code: "index.statement-overlaps",
  en: 'The text "{text}" cannot mean both confirmed and clear. Keep it in one of the two lists.',
  zh: "文本 “{text}” 不能既表示已确认又表示未发现。请只保留在一个列表中。",
};

export const gateGradeUnknown: Problem = {
  code: "index.gate-unknown-grade",
  en: 'The gate "{node}" caps at the grade "{grade}", which is no band of the grades.{hint} Mend the name.',
  zh: "门槛 “{node}” 以等级 “{grade}” 封顶，但 grades 中没有该等级。{hint}请改正名称。",
};

export const gateNotListed: Problem = {
  code: "index.gate-not-listed",
  en: 'The gate "{node}" acts on the grade, but grades do not list it. Add it to grades.gates.',
  zh: "门槛 “{node}” 作用于等级，但 grades 没有列出它。请将其加入 grades.gates。",
};

export const notAGradeGate: Problem = {
  code: "index.not-a-grade-gate",
  en: '"{node}" stands among grades.gates but is no gate with the effect cap-grade or withhold-grade. Remove it or mend the gate.',
  zh: "“{node}” 列在 grades.gates 中，但它不是作用为 cap-grade 或 withhold-grade 的门槛。请删除它，或修正该门槛。",
};

export const membershipShape: Problem = {
  code: "index.membership-shape",
  en: 'The membership function of "{grade}" must rise, left ≤ from ≤ to ≤ right, with left and from given together and to and right given together, and at least one of the two pairs. Mend it.',
  zh: "“{grade}” 的隶属函数须满足 left ≤ from ≤ to ≤ right，left 与 from 成对给出，to 与 right 成对给出，且至少给出其中一对。请修正。",
};

export const gradesDiffer: Problem = {
  code: "index.grades-differ",
  en: '"{child}" has the grades {found}, but "{node}" needs {expected}. Make them the same.',
  zh: "“{child}” 的等级为 {found}，而 “{node}” 需要 {expected}。请使其一致。",
};

export const notAVector: Problem = {
  code: "index.not-a-vector",
  en: '"{child}" has no degrees of membership. Name a membership or synthesis node.',
  zh: "“{child}” 没有隶属度。请引用 membership 或 synthesis 节点。",
};

export const synthesisWeights: Problem = {
  code: "index.weights-sum-to-zero",
  en: 'All weights of "{node}" are 0. Give at least one child a positive weight.',
  zh: "“{node}” 的权重全部为 0。请至少给一个子节点设置正权重。",
};

export const evidenceEmpty: Problem = {
  code: "index.evidence-empty",
  en: "Evidence needs conditions or attributes to be stated. Give at least one, or remove it.",
  zh: "evidence 须写明条件（conditions）或须注明的属性（stated）。请至少给出一项，或将其删除。",
};

export const evidenceWithoutBound: Problem = {
  code: "index.evidence-without-bound",
  en: 'The condition on the column "{column}" has no bound, or bounds that exclude each other. Give atLeast, atMost, or both with atLeast ≤ atMost.',
  zh: "对列 “{column}” 的条件没有界限，或上下限互相矛盾。请给出 atLeast、atMost，或同时给出且 atLeast ≤ atMost。",
};
