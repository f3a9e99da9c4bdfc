import type { Problem } from "@cxmetrics/definition";

export const pointsNotAList: Problem = {
  code: "control-chart.points-not-a-list",
  en: "{name} must be a list; found {found}. Pass an array with one entry a period, oldest first.",
  zh: "{name} 必须是列表；此处为 {found}。请传入数组，每期一项，由早到晚排列。",
};

export const rulesNotAList: Problem = {
  code: "control-chart.rules-not-a-list",
  en: 'Rules must be a list of names; found {found}. Pass an array such as ["nelson-1"].',
  zh: 'rules 必须是规则名称的列表；此处为 {found}。请传入数组，例如 ["nelson-1"]。',
};

export const labelNotText: Problem = {
  code: "control-chart.label-not-text",
  en: "A label is a text; found {found}. Pass a text or leave the label out.",
  zh: "标签应为文本；此处为 {found}。请传入文本，或省略标签。",
};

export const countWithoutSize: Problem = {
  code: "control-chart.count-without-size",
  en: "The point counts {count} events in a size of 0. Pass the size in which they were counted, or a count of 0.",
  zh: "该点的规模为 0，却计有 {count} 次事件。请传入计数所依据的规模，或将计数改为 0。",
};

export const bandsExceedSize: Problem = {
  code: "control-chart.bands-exceed-size",
  en: "The upper band ({upper}) and the lower band ({lower}) hold more answers than the size {size}. Count each answer once.",
  zh: "上端区段（{upper}）与下端区段（{lower}）的回答数之和超过规模 {size}。每条回答只应计一次。",
};

export const sizesDiffer: Problem = {
  code: "control-chart.sizes-differ",
  en: "An np chart needs points of one size; found {first} and {found}. Use kind p where sizes differ.",
  zh: "np 图要求各点规模相同；此处有 {first} 与 {found}。规模不同时请改用 p 图。",
};

export const badBaseline: Problem = {
  code: "control-chart.bad-baseline",
  en: "The baseline is a number of leading points (1 to {count}) or a list of their indices (0 to {last}); found {found}. Choose among the points given.",
  zh: "基线应为开头的点数（1 到 {count}），或点的序号列表（0 到 {last}）；此处为 {found}。请在所给的点中选择。",
};

export const baselineAndParameters: Problem = {
  code: "control-chart.baseline-and-parameters",
  en: "Both a baseline and parameters are given. Pass a baseline to estimate the limits, or parameters that were estimated earlier.",
  zh: "同时给出了基线与参数。请只传入用于估计控制限的基线，或只传入先前已估计的参数。",
};

export const parameterMissing: Problem = {
  code: "control-chart.parameter-missing",
  en: "Frozen parameters of kind {kind} need {name}. Pass the parameters of the chart that estimated them.",
  zh: "{kind} 图的固定参数缺少 {name}。请传入当初估计所得的整组参数。",
};

export const rulesNotApplicable: Problem = {
  code: "control-chart.rules-not-applicable",
  en: "Points of kind {kind} depend on one another, so run rules do not apply; only the limits signal. Leave the rules out.",
  zh: "{kind} 图的各点彼此相关，链规则不适用，仅以控制限判异。请省略判异规则。",
};

export const limitsDiffer: Problem = {
  code: "control-chart.limits-differ",
  en: "{name} must be one number or a list as long as the values ({count}); found {found}. Give every point its own.",
  zh: "{name} 必须是一个数字，或与数值等长（{count}）的列表；此处为 {found}。请为每个点各给一项。",
};
