import type { FunnelPreset } from "./funnel-preset.js";

const clickHouse =
  "ClickHouse 26.7, src/AggregateFunctions/AggregateFunctionWindowFunnel.cpp at 0215c755, read in 2026";
const postHog = (file: string, commit: string) =>
  `PostHog, funnel-udf/src/${file} at ${commit}, read in 2026`;

/**
 * How other products count a funnel, by name and version: to match an old dashboard first, and then to see what differs.
 * Some are exactly rules of ours; others are algorithms of their own, kept as they are, surprises included. See
 * `tallyPresetFunnel` and `compareFunnelRules`.
 *
 * @example
 * ```ts
 * funnelPresets.find(({ id }) => id === "mixpanel.first-entry@2026")?.rules?.entry; // => "first"
 * ```
 */
export const funnelPresets: readonly FunnelPreset[] = [
  {
    id: "clickhouse.window-funnel@26.7",
    title: { en: "ClickHouse windowFunnel", zh: "ClickHouse windowFunnel" },
    source: clickHouse,
    note: {
      en: "One event fills every step it matches: a step that repeats is done at once.",
      zh: "一个事件可填满它匹配的所有步骤：重复的步骤会被一次完成。",
    },
    rules: { order: "ordered", ties: "simultaneous", entry: "best", reuse: "repeat" },
  },
  {
    id: "clickhouse.window-funnel.strict-once@26.7",
    title: { en: "ClickHouse windowFunnel, strict_once", zh: "ClickHouse windowFunnel,strict_once" },
    source: clickHouse,
    note: {
      en: "Every chain of events is kept: heavy data may exceed its memory.",
      zh: "保留全部事件链：数据量大时可能超出内存。",
    },
    rules: { order: "ordered", ties: "simultaneous", entry: "best", reuse: "once" },
  },
  {
    id: "clickhouse.window-funnel.strict-increase-once@26.7",
    title: {
      en: "ClickHouse windowFunnel, strict_increase with strict_once",
      zh: "ClickHouse windowFunnel,strict_increase 加 strict_once",
    },
    source: clickHouse,
    note: {
      en: "The safe form of strict_increase.",
      zh: "strict_increase 的可靠写法。",
    },
    rules: { order: "ordered", ties: "strictly-later", entry: "best", reuse: "once" },
  },
  {
    id: "clickhouse.window-funnel.strict-increase@26.7",
    title: { en: "ClickHouse windowFunnel, strict_increase", zh: "ClickHouse windowFunnel,strict_increase" },
    source: clickHouse,
    note: {
      en: "An event of the same instant overwrites what it should be compared with: a step that repeats is never reached.",
      zh: "同一时刻的事件会覆盖本应与之比较的时间：重复的步骤永远无法到达。",
    },
    rules: null,
  },
  {
    id: "clickhouse.window-funnel.strict-order@26.7",
    title: { en: "ClickHouse windowFunnel, strict_order", zh: "ClickHouse windowFunnel,strict_order" },
    source: clickHouse,
    note: {
      en: "Counting stops at a foreign event or a step too early; repeats of a step are allowed.",
      zh: "遇到无关事件或提前出现的步骤即停止；步骤可以重复。",
    },
    rules: null,
  },
  {
    id: "clickhouse.window-funnel.strict-deduplication@26.7",
    title: {
      en: "ClickHouse windowFunnel, strict_deduplication",
      zh: "ClickHouse windowFunnel,strict_deduplication",
    },
    source: `${clickHouse}; before pull request 99003 of March 2026 it told the event before the repeat`,
    note: {
      en: "Counting stops where a step from the second on comes again; the first may.",
      zh: "第二步及以后的步骤再次出现时停止；第一步可以重复。",
    },
    rules: null,
  },
  {
    id: "posthog.ordered@2026",
    title: { en: "PostHog, sequential", zh: "PostHog 顺序漏斗" },
    source: postHog("steps.rs", "0c640984"),
    note: {
      en: "Different events of one instant help in any order. An event at epoch 0 counts here, and is lost there.",
      zh: "同一时刻的不同事件可按任意次序。时间为 0 的事件在此计入，而该产品会丢失它。",
    },
    rules: null,
  },
  {
    id: "posthog.unordered@2026",
    title: { en: "PostHog, any order", zh: "PostHog 任意次序" },
    source: postHog("unordered_steps.rs", "05221533"),
    note: {
      en: "An event that matches two steps always counts for the first of them.",
      zh: "匹配两个步骤的事件总是计入其中的第一个。",
    },
    rules: null,
  },
  {
    id: "mixpanel.first-entry@2026",
    title: { en: "Mixpanel, uniques", zh: "Mixpanel 独立用户" },
    source: "Mixpanel manual, docs.mixpanel.com/docs/reports/funnels/funnels-advanced, read in 2026",
    note: {
      en: "Only the first attempt counts: a later one that gets further does not. Its grace of two seconds for late events is not imitated.",
      zh: "只计首次尝试：之后走得更远的尝试不计。未模仿其对迟到事件的两秒宽限。",
    },
    rules: { order: "ordered", ties: "sequence", entry: "first", reuse: "once" },
  },
  {
    id: "doris.window-funnel@2026",
    title: { en: "Apache Doris window_funnel, default", zh: "Apache Doris window_funnel 默认模式" },
    source: "Apache Doris, aggregate_function_window_funnel.h at 01a3dca8, read in 2026",
    note: {
      en: "Events of one instant stand in the order they came, and that may differ from run to run.",
      zh: "同一时刻的事件按到达次序排列，各次运行可能不同。",
    },
    rules: { order: "ordered", ties: "sequence", entry: "best", reuse: "once" },
  },
  {
    id: "starrocks.window-funnel@2026",
    title: { en: "StarRocks window_funnel, mode 0", zh: "StarRocks window_funnel 模式 0" },
    source: "StarRocks, be/src/exprs/agg/window_funnel.h at 09448245, read in 2026",
    note: {
      en: "An event counts for the first step it matches alone: a step that repeats is never reached.",
      zh: "事件只计入它匹配的第一个步骤：重复的步骤永远无法到达。",
    },
    rules: null,
  },
];
