import type { Problem } from "@cxmetrics/definition";

export const eventNotThere: Problem = {
  code: "events.unknown-event",
  en: '{file} holds no event "{event}".{hint} Mend {option}. Its events: {events}.',
  zh: "{file} 中没有事件“{event}”。{hint}请修正 {option}。现有的事件：{events}。",
};

export const badPeriods: Problem = {
  code: "usage.bad-periods",
  en: '--periods "{found}" is not understood. List whole numbers from 0, such as 1,7,30; with --mode bracket ranges, such as 1-7,8-30, both ends included.',
  zh: "无法理解 --periods“{found}”。请列出从 0 起的整数，如 1,7,30；若用 --mode bracket，请写区间，如 1-7,8-30，含两端。",
};

export const badInstant: Problem = {
  code: "usage.bad-instant",
  en: '{option} "{found}" is no instant. Write ISO 8601 with an offset, such as 2026-02-01T00:00:00+08:00; a date alone is its midnight in UTC.',
  zh: "{option} 的“{found}”不是时刻。请写带时区的 ISO 8601，如 2026-02-01T00:00:00+08:00；只写日期表示该日 UTC 零点。",
};

export const oneSessionRule: Problem = {
  code: "usage.session-rule",
  en: "Say once how sessions are told apart: --gap SPAN, --session COLUMN or --whole-actor.",
  zh: "请只用一种方式说明如何划分会话：--gap 时长、--session 列名 或 --whole-actor。",
};

export const badLink: Problem = {
  code: "usage.bad-link",
  en: '--links "{found}" is not understood. Write the moves that there are, such as "home>list,list>item,item>pay".',
  zh: "无法理解 --links“{found}”。请写出已有的跳转，如“home>list,list>item,item>pay”。",
};

export const needsBothEnds: Problem = {
  code: "usage.needs-both-ends",
  en: "Lostness looks at the way from one event to another. Give --from and --to together; --links goes with them.",
  zh: "迷失度考察从一个事件到另一个事件的路径。请同时给出 --from 与 --to；--links 须与二者同用。",
};
