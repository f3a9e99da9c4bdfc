import type { Warning } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { warning } from "../warning.js";
import type { RollupResult } from "./rollup.js";

/** What a reader must know about rollups: parts that weigh something, have no row, and of which nobody said what that means. */
export function rollupWarnings(
  { rollups = {} }: IndexDefinition,
  results: Readonly<Record<string, RollupResult>> | undefined,
): readonly Warning[] {
  return Object.entries(rollups).flatMap(([rollup, { weights }]) => {
    if (weights.method !== "attribute" || weights.absent !== undefined) return [];
    const lacking = (results?.[rollup]?.absent ?? []).filter((parts) => parts.length > 0);
    if (lacking.length === 0) return [];
    return [
      warning(
        "index.rollup-part-absent",
        {
          en: '{count} units of the rollup "{rollup}" have no row for a part that weighs something ({parts}); it was left out as not applicable. State "absent" with the weights: missing or not-applicable.',
          zh: "汇总 “{rollup}” 中有 {count} 个对象缺少某些有权重的组成部分的数据行（{parts}），已按不适用处理。请在权重中用 absent 写明：missing（缺失）或 not-applicable（不适用）。",
        },
        { rollup, count: lacking.length, parts: [...new Set(lacking.flat())].join(", ") },
      ),
    ];
  });
}
