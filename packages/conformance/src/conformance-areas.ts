import type { LocalizedText } from "@cxmetrics/definition";
import type { ConformanceArea } from "./conformance-vectors.js";

/**
 * The areas of the vectors, in the order in which they are run, with what each is about. The vectors of an area stand in
 * `@cxmetrics/conformance/schemas/vectors/<area>.json`.
 *
 * @example
 * ```ts
 * Object.keys(conformanceAreas).length; // => 8
 * conformanceAreas.indices.en; // => "whole published indices, from raw values to the root"
 * ```
 */
export const conformanceAreas: Readonly<Record<ConformanceArea, LocalizedText>> = {
  definitions: {
    en: "canonical form and digest of a definition",
    zh: "定义的规范形式与摘要",
  },
  engines: {
    en: "tallies that an engine computes from raw records",
    zh: "引擎由原始记录得出的计数",
  },
  scores: {
    en: "NPS, CSAT, CES, questionnaires and their changes",
    zh: "NPS、CSAT、CES、问卷及其变化",
  },
  designs: {
    en: "samples with strata, clusters, weights and panels",
    zh: "分层、整群、加权与固定样本的抽样设计",
  },
  statistics: {
    en: "intervals, tests, sample sizes, agreement, trends and charts",
    zh: "区间、检验、样本量、一致性、趋势与控制图",
  },
  "index-methods": {
    en: "normalisation, aggregation, weights, cohort methods, uncertainty and versions of an index",
    zh: "指数的归一化、合成、赋权、群体方法、不确定性与版本",
  },
  indices: {
    en: "whole published indices, from raw values to the root",
    zh: "完整的公开指数：由原始值直至总指数",
  },
  funnels: {
    en: "funnels, retention, paths and attribution",
    zh: "漏斗、留存、路径与归因",
  },
};
