import { dropOne } from "../../sensitivity/drop-one.js";
import { type FindingText, finding, notComputable } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** What leaving each indicator out does to the ranks of the root. */
export interface LeaveOneOutValues {
  readonly indicators: Readonly<
    Record<
      string,
      {
        /** Units whose rank changes, or that gain or lose one. */
        readonly moved: number;
        /** Mean absolute shift of ranks; `null` where a unit gains or loses its rank. */
        readonly meanRankShift: number | null;
      }
    >
  >;
  /** Indicators that cannot be left out: a formula reads them, or they are an only child. */
  readonly needed: readonly string[];
}

const idle: FindingText = {
  code: "audit.idle-indicator",
  en: "No unit changes its rank without {nodes}.",
  zh: "去掉后没有任何对象名次变化的指标：{nodes}。",
  remedy: {
    en: "Ask whether they earn their cost; keep them where the concept, or later years, need them.",
    zh: "请权衡其采集成本；若概念完整性或今后年份需要则保留。",
  },
};

/** Whether each indicator ever moves a rank. */
export const leaveOneOut: Criterion<"leave-one-out", LeaveOneOutValues> = {
  id: "leave-one-out",
  title: { en: "Indicators that move no rank", zh: "不影响名次的指标" },
  thresholds: [],
  examine: (context) => {
    const { frozen, table, result, document, leaves } = context;
    const { indicators } = dropOne(frozen, table);
    const entries = leaves.flatMap((id) => {
      const dropped = indicators[id];
      return dropped ? [[id, dropped] as const] : [];
    });
    const written = ranksOf(result.nodes[document.root]?.values ?? []);
    const looked = entries.flatMap(([id, dropped]) =>
      dropped.status === "ok"
        ? [
            [
              id,
              {
                moved: dropped.ranks.filter((rank, row) => rank !== written[row]).length,
                meanRankShift: dropped.meanRankShift,
              },
            ] as const,
          ]
        : [],
    );
    const needed = entries.flatMap(([id, { status }]) => (status === "ok" ? [] : [id]));
    if (looked.length === 0 || written.every((rank) => rank === null))
      return nothing({
        en: "No indicator can be left out, or no unit has a rank.",
        zh: "没有指标可以剔除，或没有对象具有名次。",
      });
    const still = looked.filter(([, { moved }]) => moved === 0).map(([id]) => id);
    return {
      message: {
        en: `${still.length} of ${looked.length} indicators move no rank when left out.`,
        zh: `${looked.length} 个指标中有 ${still.length} 个剔除后不影响名次。`,
      },
      findings: [
        ...(still.length > 0 ? [finding(context, "warn", idle, { nodes: still })] : []),
        ...(needed.length > 0
          ? [
              notComputable(
                context,
                "audit.cannot-leave-out",
                {
                  en: "cannot be left out, because a formula reads it or it is an only child.",
                  zh: "无法剔除，因为有公式引用它，或它是唯一的下级。",
                },
                { en: "Nothing to mend.", zh: "无须处理。" },
                needed,
              ),
            ]
          : []),
      ],
      values: { indicators: Object.fromEntries(looked), needed },
    };
  },
};

/** Rank 1 is the highest value, equal values share the best rank. */
function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1);
  });
  return values.map((value) => (value === null ? null : (first.get(value) ?? null)));
}
