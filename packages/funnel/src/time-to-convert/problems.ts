import type { Problem } from "@cxmetrics/definition";

export const noSuchStep: Problem = {
  code: "funnel.unknown-step",
  en: 'There is no step "{found}". Choose one of: {steps}.',
  zh: "没有名为“{found}”的步骤。请从中选择：{steps}。",
};

export const badConversionTimes: Problem = {
  code: "funnel.bad-conversion-times",
  en: "These are not conversion times: {reason}. Make them with conversionTimes or mend them.",
  zh: "这不是有效的转化时间：{reason}。请用 conversionTimes 生成或修正。",
};

export const competingIsStep: Problem = {
  code: "funnel.competing-is-step",
  en: 'The event "{event}" is a step of the funnel and cannot compete with conversion. Leave it out of competing.',
  zh: "事件“{event}”是漏斗的步骤，不能作为竞争结果。请从 competing 中去掉。",
};
