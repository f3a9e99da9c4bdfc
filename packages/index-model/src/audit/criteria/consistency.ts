import { cronbachAlpha, mcDonaldOmega } from "@cxmetrics/stats";
import { type AuditContext, valuesOf } from "../audit-context.js";
import { wholesOf } from "../dimensions.js";
import { type FindingText, finding, notComputable } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** Internal consistency of each mean over its children. */
export interface ConsistencyValues {
  readonly dimensions: Readonly<
    Record<
      string,
      {
        readonly children: readonly string[];
        /** Units with a value for every child. */
        readonly n: number;
        /** Cronbach's alpha of the children as they are normalised; `null` where there is none. */
        readonly alpha: number | null;
        /** Alpha of the children brought to equal spread. */
        readonly standardisedAlpha: number | null;
        /** McDonald's omega; `null` where there is none, as with two children. */
        readonly omega: number | null;
        /** Alpha without each child. */
        readonly alphaWithout: Readonly<Record<string, number | null>>;
      }
    >
  >;
}

const low: FindingText = {
  code: "audit.low-consistency",
  en: "The parts of {nodes} hang together loosely: {statistic} = {found} over {n} units.",
  zh: "{nodes} 的各部分内部一致性较低：{statistic} = {found}（{n} 个对象）。",
  remedy: {
    en: "Where the parts are meant to reflect one thing, drop or move the one without which alpha rises. Where they add up to a thing that they form, low consistency is no fault: say so.",
    zh: "若各部分应反映同一特质，请剔除或调整去掉后 α 上升的部分；若由它们共同构成该维度，一致性低并非缺陷，请予说明。",
  },
};
const negative: FindingText = {
  code: "audit.negative-consistency",
  en: "On average the parts of {nodes} go against one another: alpha = {found} over {n} units.",
  zh: "{nodes} 的各部分平均而言彼此反向：alpha = {found}（{n} 个对象）。",
  remedy: {
    en: "Check the directions of the parts; then regroup them.",
    zh: "请核对各部分的方向，然后重新分组。",
  },
};
const more = { en: "Complete the data, or add units.", zh: "请补全数据或增加对象。" };

/** Whether the parts of each mean measure one thing. */
export const consistency: Criterion<"consistency", ConsistencyValues> = {
  id: "consistency",
  title: { en: "Internal consistency", zh: "内部一致性" },
  thresholds: ["alpha", "omega"],
  examine: (context) => {
    const { thresholds } = context;
    const wholes = wholesOf(context).filter(({ children }) => children.length > 1);
    const looked = wholes.map(({ id, children }) => ({ id, ...reliability(context, children) }));
    const known = looked.filter(({ alpha }) => alpha.status === "ok");
    if (known.length === 0)
      return nothing(
        looked[0]?.alpha.status === "not-computable"
          ? looked[0].alpha.message
          : { en: "No mean has two parts.", zh: "没有均值含有两个以上部分。" },
      );
    const told = looked.map(({ id, children, n, alpha, omega }) => {
      const items = alpha.status === "ok" ? alpha.items : [];
      return [
        id,
        {
          children,
          n,
          alpha: alpha.status === "ok" ? alpha.value : null,
          standardisedAlpha: alpha.status === "ok" ? alpha.standardised : null,
          omega: omega?.status === "ok" ? omega.value : null,
          alphaWithout: Object.fromEntries(
            children.map((child, at) => [child, items[at]?.alphaWithout ?? null]),
          ),
        },
      ] as const;
    });
    const findings = looked.flatMap(({ id, n, alpha, omega }) => {
      if (alpha.status !== "ok")
        return [notComputable(context, "audit.no-consistency", alpha.message, more, [id])];
      const say = (text: FindingText, statistic: string, found: number) =>
        finding(context, "warn", text, {
          nodes: [id],
          values: { statistic, found, n },
        });
      if (alpha.value < 0) return [say(negative, "alpha", alpha.value)];
      return [
        ...(alpha.value < thresholds.alpha ? [say(low, "alpha", alpha.value)] : []),
        ...(omega?.status === "ok" && omega.value < thresholds.omega ? [say(low, "omega", omega.value)] : []),
      ];
    });
    const loose = new Set(
      findings.filter(({ verdict }) => verdict !== "not-computable").flatMap(({ nodes }) => nodes),
    );
    return {
      message: {
        en: `${loose.size} of ${known.length} means have parts that hang together loosely.`,
        zh: `${known.length} 个均值中有 ${loose.size} 个内部一致性不足。`,
      },
      findings,
      values: { dimensions: Object.fromEntries(told) },
    };
  },
};

function reliability(context: AuditContext, children: readonly string[]) {
  const columns = children.map((id) => valuesOf(context, id));
  const rows = context.table.units.map((_, row) => columns.map((column) => column[row] ?? null));
  const answers = rows.filter((row) => row.every((value) => value !== null));
  return {
    children,
    n: answers.length,
    alpha: cronbachAlpha(answers),
    omega: children.length > 2 ? mcDonaldOmega(answers) : undefined,
  };
}
