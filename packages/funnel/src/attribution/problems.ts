import type { Problem } from "@cxmetrics/definition";

export const tooManyStates: Problem = {
  code: "attribution.too-many-states",
  en: "The paths make {found} states, more than {most}. Lower the order or group channels.",
  zh: "路径产生 {found} 个状态，超过 {most} 个。请降低阶数或合并渠道。",
};

export const badTouchPath: Problem = {
  code: "attribution.bad-path",
  en: "A path has channels, whole numbers conversions and nonConversions, and as many beforeMs as channels where given; found {found}.",
  zh: "路径须有 channels、整数 conversions 与 nonConversions；若有 beforeMs，其数量须与 channels 相同。此处为 {found}。",
};

export const needsTimes: Problem = {
  code: "attribution.needs-times",
  en: "Time decay needs beforeMs for the touches of every converting path. Give it, or choose another rule.",
  zh: "时间衰减规则要求每条转化路径给出各触点的 beforeMs。请补充，或选用其他规则。",
};
