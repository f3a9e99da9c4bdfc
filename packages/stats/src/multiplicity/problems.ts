import type { Problem } from "@cxmetrics/definition";

export const tooManyGroups: Problem = {
  code: "groups.too-many",
  en: "There are {found} groups, at most {most} can be compared. Merge groups or compare fewer.",
  zh: "共有 {found} 个组，最多可比较 {most} 个。请合并或减少组数。",
};
