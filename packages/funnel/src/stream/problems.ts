import type { Problem } from "@cxmetrics/definition";

export const outOfOrder: Problem = {
  code: "events.out-of-order",
  en: "This event of the actor is earlier than one that was added before. Add events by time, or create the accumulator with keep: events.",
  zh: "该主体的这一事件早于已加入的事件。请按时间顺序加入，或以 keep: events 创建累加器。",
};

export const progressNotEnough: Problem = {
  code: "funnel.progress-not-enough",
  en: "Progress alone does not tell {what}. Create the accumulator with keep: events.",
  zh: "仅凭进度无法得知{what}。请以 keep: events 创建累加器。",
};

export const actorIsSplit: Problem = {
  code: "funnel.actor-is-split",
  en: "The actor {actor} has progress in two states, and progress does not tell what happened in between. Create the accumulators with keep: events, or split by actor.",
  zh: "主体 {actor} 在两个状态中都有进度，而进度无法说明其间发生了什么。请以 keep: events 创建累加器，或按主体拆分数据。",
};

export const badState: Problem = {
  code: "funnel.bad-state",
  en: "This is not the state of an accumulator for this funnel. Take it from state() of one made by the same definition and keep.",
  zh: "这不是此漏斗的累加器状态。请使用由同一定义与 keep 创建的累加器的 state()。",
};

export const badRunner: Problem = {
  code: "funnel.bad-runner",
  en: "A runner is a function of events and definition that yields a tally; found {found}. Pass tallyFunnel to run here.",
  zh: "runner 应为接收事件与定义并返回计数的函数；实际为 {found}。就地计算请传入 tallyFunnel。",
};
