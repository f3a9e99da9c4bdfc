import { type FindingText, finding } from "../finding.js";
import type { Criterion } from "./criterion.js";

/** Which indicators do not apply to which units. */
export interface ApplicabilityValues {
  /** One for each set of indicators that do not apply, the commonest first. */
  readonly sets: readonly { readonly notApplicable: readonly string[]; readonly rows: readonly number[] }[];
}

const unequal: FindingText = {
  code: "audit.unequal-applicability",
  en: "{sets} different sets of indicators apply to the units, so that their scores measure different things. Outside the commonest set: {units}; not applicable to some: {nodes}.",
  zh: "各对象适用的指标组合有 {sets} 种，得分衡量的内容不尽相同。不属于最常见组合的对象：{units}；对部分对象不适用的指标：{nodes}。",
  remedy: {
    en: "Compare units within a set, or on the indicators common to all with scoreCommonLeaves; say in the publication which do not apply.",
    zh: "请在同一组合内比较，或用 scoreCommonLeaves 按共同适用的指标比较，并在发布时注明不适用项。",
  },
};

/** Whether the same indicators apply to all units. */
export const applicability: Criterion<"applicability", ApplicabilityValues> = {
  id: "applicability",
  title: { en: "Indicators that do not apply", zh: "不适用指标" },
  thresholds: ["applicabilitySets"],
  examine: (context) => {
    const { leaves, table, result, thresholds } = context;
    const groups = new Map<string, { notApplicable: string[]; rows: number[] }>();
    for (const row of table.units.keys()) {
      const notApplicable = leaves.filter((id) => result.nodes[id]?.reasons?.[row] === "not-applicable");
      const key = JSON.stringify(notApplicable);
      const group = groups.get(key) ?? { notApplicable, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
    const sets = [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
    const rest = sets.slice(1);
    const differing = new Set(sets.flatMap(({ notApplicable }) => notApplicable));
    return {
      message: {
        en:
          sets.length === 1
            ? "The same indicators apply to all units."
            : `${sets.length} sets of indicators apply.`,
        zh: sets.length === 1 ? "全部对象适用相同的指标。" : `适用指标组合共 ${sets.length} 种。`,
      },
      findings:
        sets.length > thresholds.applicabilitySets
          ? [
              finding(context, "warn", unequal, {
                nodes: leaves.filter((id) => differing.has(id)),
                rows: rest.flatMap(({ rows }) => rows).sort((a, b) => a - b),
                values: { sets: sets.length },
              }),
            ]
          : [],
      values: { sets },
    };
  },
};
