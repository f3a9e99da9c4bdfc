import { valuesOf } from "../audit-context.js";
import { bySize } from "../by-size.js";
import { correlation } from "../correlation.js";
import { wholesOf } from "../dimensions.js";
import { type FindingText, finding } from "../finding.js";
import { shown } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** Correlation of parts that are meant to go in one direction. */
export interface DirectionValues {
  readonly parents: readonly {
    readonly child: string;
    readonly parent: string;
    readonly r: number | null;
    readonly n: number;
  }[];
  /** Siblings that contradict one another. */
  readonly siblings: readonly {
    readonly a: string;
    readonly b: string;
    readonly parent: string;
    readonly r: number;
    readonly n: number;
  }[];
}

const remedy = {
  en: "Check which raw values are better and the goalposts. If the direction is right, the parts do not belong under one mean: regroup them, or say that they trade off.",
  zh: "请核对数值方向与阈值。若方向无误，则这些部分不宜归入同一均值：请重新分组，或说明两者此消彼长。",
};
const againstParent: FindingText = {
  code: "audit.against-parent",
  en: "A part goes against its whole: {nodes}, r = {r} over {n} units.",
  zh: "下级与上级反向：{nodes}，r = {r}（{n} 个对象）。",
  remedy,
};
const againstSibling: FindingText = {
  code: "audit.against-sibling",
  en: "Parts of one mean contradict one another: {nodes}, r = {r} over {n} units.",
  zh: "同一均值下的部分相互矛盾：{nodes}，r = {r}（{n} 个对象）。",
  remedy,
};

/** Whether indicators, turned round where less is better, go with what they are added up to. */
export const direction: Criterion<"direction", DirectionValues> = {
  id: "direction",
  title: { en: "Direction against correlation", zh: "方向与相关" },
  thresholds: ["parentCorrelation", "negativeCorrelation", "units"],
  examine: (context) => {
    const { thresholds } = context;
    const wholes = wholesOf(context).filter(({ children }) => children.length > 1);
    const parents = wholes.flatMap(({ id, children }) =>
      children.map((child) => {
        const found = correlation(valuesOf(context, child), valuesOf(context, id));
        return { child, parent: id, r: found?.r ?? null, n: found?.n ?? 0 };
      }),
    );
    const siblings = wholes.flatMap(({ id, children }) =>
      children.flatMap((a, at) =>
        children.slice(at + 1).flatMap((b) => {
          const found = correlation(valuesOf(context, a), valuesOf(context, b));
          return found && found.r < thresholds.negativeCorrelation ? [{ a, b, parent: id, ...found }] : [];
        }),
      ),
    );
    const known = parents.filter(({ r }) => r !== null);
    if (known.length === 0)
      return nothing({
        en: "No part and whole vary over three units.",
        zh: "没有部分与整体在三个以上对象上同时有差异。",
      });
    const least = shown(known.reduce((a, { r }) => Math.min(a, r ?? 1), 1));
    const against = known.filter(({ r }) => (r ?? 0) < thresholds.parentCorrelation).length;
    return {
      message: {
        en: `${against} of ${known.length} parts go against their wholes; the least correlation is ${least}.`,
        zh: `${known.length} 个下级中有 ${against} 个与上级反向；最小相关系数为 ${least}。`,
      },
      findings: [
        ...known.flatMap(({ child, parent, r, n }) => {
          if (r === null || r >= thresholds.parentCorrelation) return [];
          const verdict = r < thresholds.negativeCorrelation ? bySize(context, n, "fail") : "warn";
          return [finding(context, verdict, againstParent, { nodes: [child, parent], values: { r, n } })];
        }),
        ...siblings.map(({ a, b, r, n }) =>
          finding(context, "warn", againstSibling, { nodes: [a, b], values: { r, n } }),
        ),
      ],
      values: { parents, siblings },
    };
  },
};
