import type { Problem } from "@cxmetrics/definition";

export const unknownTimeZone: Problem = {
  code: "calendar.unknown-time-zone",
  en: 'There is no time zone "{found}". Write an IANA name such as Asia/Shanghai, Europe/Berlin or UTC.',
  zh: "没有名为“{found}”的时区。请写 IANA 名称，例如 Asia/Shanghai、Europe/Berlin 或 UTC。",
};

export const tooManyPeriods: Problem = {
  code: "calendar.too-many-periods",
  en: "The times span {found} periods, more than {most}. Choose a longer period, give fromMs and untilMs, or mend times that are far off.",
  zh: "时间跨越 {found} 个周期，超过 {most} 个。请改用更长的周期，给出 fromMs 与 untilMs，或修正偏离过远的时间。",
};
