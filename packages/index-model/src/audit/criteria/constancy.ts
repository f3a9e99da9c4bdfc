import { valuesOf } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** Which indicators tell units apart. */
export interface ConstancyValues {
  /** Distinct values by indicator and for the root. */
  readonly distinct: Readonly<Record<string, number>>;
}

const constant: FindingText = {
  code: "audit.constant-indicator",
  en: "The same value for all units: {nodes}. Their weight moves nothing here.",
  zh: "对所有对象取值相同的指标：{nodes}。其权重在此不起作用。",
  remedy: {
    en: "Check the data and the goalposts; keep such an indicator only if it is to tell periods or future units apart.",
    zh: "请核对数据与阈值；仅当用于区分时期或今后的对象时才保留。",
  },
};
const constantIndex: FindingText = {
  code: "audit.constant-index",
  en: "All units have the same value of {nodes}: the index cannot tell them apart.",
  zh: "所有对象的 {nodes} 相同：指数无法区分它们。",
  remedy: {
    en: "Check the data, the caps and the rounding.",
    zh: "请核对数据、截断与舍入。",
  },
};

/** Whether the indicators, and the index, differ between units. */
export const constancy: Criterion<"constancy", ConstancyValues> = {
  id: "constancy",
  title: { en: "Constant indicators", zh: "常数指标" },
  thresholds: [],
  examine: (context) => {
    const { document, leaves } = context;
    const present = (id: string) => valuesOf(context, id).filter((value) => value !== null);
    const looked = [...new Set([...leaves, document.root])].filter((id) => present(id).length > 1);
    if (looked.length === 0)
      return nothing({
        en: "No indicator has values for two units.",
        zh: "没有指标在两个以上对象有数值。",
      });
    const distinct = looked.map((id) => [id, new Set(present(id)).size] as const);
    const same = distinct.flatMap(([id, count]) => (count === 1 ? [id] : []));
    const constants = same.filter((id) => leaves.includes(id));
    return {
      message: {
        en: `${constants.length} of ${leaves.length} indicators are the same for all units.`,
        zh: `${leaves.length} 个指标中有 ${constants.length} 个对所有对象取值相同。`,
      },
      findings: [
        ...(constants.length > 0 ? [finding(context, "warn", constant, { nodes: constants })] : []),
        ...(same.includes(document.root)
          ? [finding(context, "fail", constantIndex, { nodes: [document.root] })]
          : []),
      ],
      values: { distinct: Object.fromEntries(distinct) },
    };
  },
};
