import { chiSquaredDistribution } from "@cxmetrics/stats";
import { symmetricEigen } from "../../weights/symmetric-eigen.js";
import type { AuditContext } from "../audit-context.js";
import { bySize } from "../by-size.js";
import { correlationMatrix } from "../correlation.js";
import { type FindingText, finding } from "../finding.js";
import { inverseOf } from "../inverse-correlations.js";
import { percent, shown } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** Whether the correlations between indicators carry a structure. */
export interface FactorabilityValues {
  /** Units with a value for every indicator. */
  readonly n: number;
  /** Indicators left out because they are the same for all of these units. */
  readonly constant: readonly string[];
  /** Kaiser–Meyer–Olkin measure of sampling adequacy, 0…1; `null` where no two indicators are correlated. */
  readonly kmo: number | null;
  /** The same for each indicator. */
  readonly indicators: Readonly<Record<string, number | null>>;
  /** Bartlett's test of sphericity; `null` where the units do not suffice for it. */
  readonly bartlett: {
    readonly chiSquared: number;
    readonly degreesOfFreedom: number;
    readonly p: number;
  } | null;
}

const remedy = {
  en: "Do not derive dimensions or weights from factors of these data; justify the tree by its concept.",
  zh: "请勿依据这些数据的因子确定维度或权重；应以概念论证指标体系。",
};
const poor: FindingText = {
  code: "audit.low-kmo",
  en: "The indicators have little in common: the Kaiser–Meyer–Olkin measure is {found}.",
  zh: "各指标共同性较弱：KMO 值为 {found}。",
  remedy,
};
const spherical: FindingText = {
  code: "audit.spherical",
  en: "Bartlett's test does not tell the correlations from none: p = {p}.",
  zh: "Bartlett 检验未能将相关与无相关区分：p = {p}。",
  remedy,
};

/** Whether weights are taken from components or factors; otherwise a poor measure is no fault of the index. */
function restsOnFactors({ document }: AuditContext): boolean {
  return Object.values(document.nodes).some(
    (node) =>
      node.kind === "aggregate" && (node.weighting?.method === "pca" || node.weighting?.method === "factor"),
  );
}

/**
 * Whether factors of the correlations mean anything: $\mathrm{KMO} = \sum r^2 / (\sum r^2 + \sum q^2)$ over pairs, with q the
 * partial correlations (Kaiser and Rice 1974), and Bartlett's $\chi^2 = -(n - 1 - \frac{2p+5}{6}) \ln|R|$.
 */
export const factorability: Criterion<"factorability", FactorabilityValues> = {
  id: "factorability",
  title: { en: "Factorability (KMO, Bartlett)", zh: "因子适宜性（KMO、Bartlett）" },
  thresholds: ["kmo", "kmoUnacceptable", "bartlett", "units"],
  examine: (context) => {
    const { leaves, thresholds } = context;
    if (leaves.length < 2) return nothing({ en: "There is one indicator.", zh: "只有一个指标。" });
    const found = correlationMatrix(context, leaves);
    if (found.status !== "ok") return nothing(found.message);
    const { matrix, n, constant, nodes } = found;
    const eigen = symmetricEigen(matrix);
    const inverse = inverseOf(eigen);
    if (!inverse)
      return nothing({
        en: `Over the ${n} complete units some indicators are determined by others, so that partial correlations do not exist.`,
        zh: `在 ${n} 个数据完整的对象上，部分指标可由其他指标推出，偏相关不存在。`,
      });
    const p = nodes.length;
    const sums = nodes.map((_, i) => {
      let [direct, partial] = [0, 0];
      for (let j = 0; j < p; j += 1) {
        if (i === j) continue;
        direct += (matrix[i]?.[j] ?? 0) ** 2;
        partial += (inverse[i]?.[j] ?? 0) ** 2 / ((inverse[i]?.[i] ?? 1) * (inverse[j]?.[j] ?? 1));
      }
      return { direct, partial };
    });
    const adequacy = (direct: number, partial: number) =>
      direct + partial > 1e-24 ? direct / (direct + partial) : null;
    const kmo = adequacy(
      sums.reduce((sum, { direct }) => sum + direct, 0),
      sums.reduce((sum, { partial }) => sum + partial, 0),
    );
    const factor = n - 1 - (2 * p + 5) / 6;
    const logDeterminant = eigen.values.reduce((sum, value) => sum + Math.log(value), 0);
    const chiSquared = Math.max(0, -factor * logDeterminant);
    const degreesOfFreedom = (p * (p - 1)) / 2;
    const bartlett =
      factor > 0
        ? { chiSquared, degreesOfFreedom, p: chiSquaredDistribution.survival(chiSquared, degreesOfFreedom) }
        : null;
    return {
      message: {
        en: `KMO ${kmo === null ? "–" : shown(kmo)}, Bartlett's p ${bartlett ? shown(bartlett.p) : "–"} over ${n} complete units (${percent(n / context.table.units.length)}).`,
        zh: `KMO ${kmo === null ? "–" : shown(kmo)}，Bartlett p ${bartlett ? shown(bartlett.p) : "–"}，数据完整的对象 ${n} 个（${percent(n / context.table.units.length)}）。`,
      },
      findings: [
        ...(kmo !== null && kmo < thresholds.kmo
          ? [
              finding(
                context,
                kmo < thresholds.kmoUnacceptable && restsOnFactors(context)
                  ? bySize(context, n, "fail")
                  : "warn",
                poor,
                {
                  nodes,
                  values: { found: kmo },
                },
              ),
            ]
          : []),
        ...(bartlett && bartlett.p > thresholds.bartlett
          ? [finding(context, "warn", spherical, { nodes, values: { p: bartlett.p } })]
          : []),
      ],
      values: {
        n,
        constant,
        kmo,
        indicators: Object.fromEntries(
          nodes.map((id, i) => [id, adequacy(sums[i]?.direct ?? 0, sums[i]?.partial ?? 0)]),
        ),
        bartlett,
      },
    };
  },
};
