import type { Problem } from "@cxmetrics/definition";

export const badSplit: Problem = {
  code: "theme.not-a-split",
  en: "Expected { withTheme, withoutTheme }, two tallies; found {found}. Split the responses by the theme and tally both parts.",
  zh: "应为 { withTheme, withoutTheme } 两个汇总；实际为 {found}。请按主题将回答分成两部分并分别汇总。",
};
