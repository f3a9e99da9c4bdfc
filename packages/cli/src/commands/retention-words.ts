/** The words of `cx retention`. */
export const retentionWords = {
  cohort: { en: "cohort", zh: "群组" },
  everyone: { en: "all", zh: "全部" },
  size: { en: "started", zh: "起始人数" },
  bucket: { en: "bucket", zh: "时段" },
  eligible: { en: "observed", zh: "可观察人数" },
  retained: { en: "returned", zh: "返回人数" },
  rate: { en: "rate", zh: "留存率" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
  day: { en: "day", zh: "日" },
  week: { en: "week", zh: "周" },
  month: { en: "month", zh: "月" },
  nobody: { en: "Nobody started: there is no cohort.", zh: "没有人开始，因此没有群组。" },
  calendarNote: {
    en: "columns: calendar periods after the start ({period}, {timeZone}); a rate counts those for whom all of the period was observed, until {until}",
    zh: "各列：起始后的日历时段（{period}，{timeZone}）；留存率只计整个时段均已观察到者，观察至 {until}",
  },
  rollingNote: {
    en: "columns: spans of 24 hours after the start; a rate counts those for whom all of the span was observed, until {until}",
    zh: "各列：起始后的 24 小时时段；留存率只计整个时段均已观察到者，观察至 {until}",
  },
  allNote: {
    en: "all: {average} average, {level} interval; later columns rest on fewer cohorts",
    zh: "全部：{average}平均，{level} 区间；越靠后的列所依据的群组越少",
  },
  weighted: { en: "weighted", zh: "加权" },
  unweighted: { en: "unweighted", zh: "不加权" },
} as const;
