import type { NotComputable } from "@cxmetrics/definition";

export const notReached: NotComputable = {
  status: "not-computable",
  reason: "quantile-not-reached",
  message: {
    en: "Fewer than this share had the event before observation ended, so the quantile lies beyond the data.",
    zh: "在观察结束前发生事件的比例不足，该分位数落在数据之外。",
  },
};

export const nobodyLeft: NotComputable = {
  status: "not-computable",
  reason: "nobody-left",
  message: {
    en: "Everybody still observed had the event, so the formula has no standard error here.",
    zh: "仍在观察的对象均已发生事件，公式在此处没有标准误。",
  },
};

export const noEventsYet: NotComputable = {
  status: "not-computable",
  reason: "no-events-yet",
  message: {
    en: "No event has happened by this time, so the formula has no standard error here.",
    zh: "截至该时刻尚未发生事件，公式在此处没有标准误。",
  },
};

export const beyondFollowUp: NotComputable = {
  status: "not-computable",
  reason: "beyond-follow-up",
  message: {
    en: "The limit lies beyond the longest observation, where nothing is known. Choose an earlier limit.",
    zh: "上限超出最长观察时间，其后情况未知。请选用更早的上限。",
  },
};

export const noEvents: NotComputable = {
  status: "not-computable",
  reason: "no-events",
  message: {
    en: "Nobody had the event, so there is nothing to compare.",
    zh: "没有对象发生事件，无从比较。",
  },
};
