import { leafAt } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** How many people stand behind expert indicators. */
export interface EvaluatorValues {
  readonly indicators: Readonly<
    Record<
      string,
      {
        /** Fewest evaluators of a unit with a value; `null` where the numbers are not stated. */
        readonly least: number | null;
        /** Rows with a value and too few evaluators. */
        readonly rows: readonly number[];
        /** Whether the definition states what has to be so before the value counts. */
        readonly gated: boolean;
      }
    >
  >;
}

const few: FindingText = {
  code: "audit.few-evaluators",
  en: "Fewer than {least} people evaluated {nodes} for {count} units: {units}.",
  zh: "{nodes} 对 {count} 个对象的评价人数不足 {least} 人：{units}。",
  remedy: {
    en: "Let more people evaluate, independently, and report their agreement.",
    zh: "请增加独立评价人员，并报告其一致性。",
  },
};
const unstated: FindingText = {
  code: "audit.unknown-evaluators",
  en: "Nobody says how many people evaluated {nodes}.",
  zh: "未说明评价人数的指标：{nodes}。",
  remedy: {
    en: "Pass the numbers as evaluators, or let evidence conditions of the definition demand them.",
    zh: "请通过 evaluators 提供人数，或在定义的 evidence 条件中要求。",
  },
};

/** Whether enough people stand behind expert indicators. */
export const evaluators: Criterion<"evaluators", EvaluatorValues> = {
  id: "evaluators",
  title: { en: "Evaluators", zh: "评价人数" },
  thresholds: ["evaluators"],
  examine: (context) => {
    const { leaves, result, thresholds, table } = context;
    const looked = leaves.flatMap((id) => {
      const counts = context.evaluators.get(id);
      if (leafAt(context, id).source !== "expert" && !counts) return [];
      const gated = (leafAt(context, id).evidence?.conditions?.length ?? 0) > 0;
      const rated = counts
        ? table.units.map((_, row) => row).filter((row) => result.nodes[id]?.values[row] !== null)
        : [];
      const number = (row: number) => counts?.[row] ?? 0;
      return [
        {
          id,
          gated,
          least:
            rated.length > 0
              ? rated.reduce((least, row) => Math.min(least, number(row)), Number.MAX_VALUE)
              : null,
          rows: rated.filter((row) => number(row) < thresholds.evaluators),
        },
      ];
    });
    if (looked.length === 0)
      return nothing({ en: "No indicator is evaluated by experts.", zh: "没有专家评价的指标。" });
    const unknown = looked
      .filter(({ id, gated }) => !context.evaluators.has(id) && !gated)
      .map(({ id }) => id);
    return {
      message: {
        en: `${looked.length} indicators are evaluated by experts; for ${unknown.length} of them their number is not known.`,
        zh: `专家评价的指标有 ${looked.length} 个，其中 ${unknown.length} 个人数不详。`,
      },
      findings: [
        ...looked
          .filter(({ rows }) => rows.length > 0)
          .map(({ id, rows }) =>
            finding(context, "warn", few, { nodes: [id], rows, values: { least: thresholds.evaluators } }),
          ),
        ...(unknown.length > 0 ? [finding(context, "warn", unstated, { nodes: unknown })] : []),
      ],
      values: { indicators: Object.fromEntries(looked.map(({ id, ...told }) => [id, told])) },
    };
  },
};
