import { symmetricEigen } from "../../weights/symmetric-eigen.js";
import { valuesOf } from "../audit-context.js";
import { bySize } from "../by-size.js";
import { correlation, correlationMatrix } from "../correlation.js";
import { type FindingText, finding, notComputable } from "../finding.js";
import { inverseOf } from "../inverse-correlations.js";
import { type Criterion, nothing } from "./criterion.js";

/** Indicators that say the same. */
export interface RedundancyValues {
  /** Pairs beyond the limit, the strongest first. */
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly r: number;
    readonly n: number;
  }[];
  /** Pairs that could be looked at. */
  readonly comparedPairs: number;
  /** Variance inflation factors over complete units; `null` where some indicators determine others, or the units do not suffice. */
  readonly varianceInflation: Readonly<Record<string, number>> | null;
  readonly completeUnits: number;
}

const remedy = {
  en: "Keep one of them, or give them one weight between them.",
  zh: "请只保留其一，或让它们共用一份权重。",
};
const redundant: FindingText = {
  code: "audit.redundant-pair",
  en: "{nodes} say nearly the same: r = {r} over {n} units.",
  zh: "{nodes} 几乎说明同一件事：r = {r}（{n} 个对象）。",
  remedy,
};
const identical: FindingText = {
  code: "audit.identical-pair",
  en: "{nodes} are one and the same up to scale: r = {r} over {n} units.",
  zh: "{nodes} 除尺度外完全相同：r = {r}（{n} 个对象）。",
  remedy,
};
const mirrored: FindingText = {
  code: "audit.mirrored-pair",
  en: "{nodes} nearly mirror one another: r = {r} over {n} units.",
  zh: "{nodes} 几乎互为反面：r = {r}（{n} 个对象）。",
  remedy: {
    en: "Check the directions; then keep one of them, for together they cancel.",
    zh: "请核对方向；确认后只保留其一，否则两者相互抵消。",
  },
};
const inflated: FindingText = {
  code: "audit.variance-inflation",
  en: "The other indicators nearly determine {nodes}: the variance inflation factor reaches {found}.",
  zh: "{nodes} 几乎可由其他指标推出：方差膨胀因子达 {found}。",
  remedy,
};
const determined = {
  en: "some indicators are determined by others over the complete units, so that there are no variance inflation factors.",
  zh: "在数据完整的对象上，部分指标可由其他指标推出，没有方差膨胀因子。",
};

/** Whether indicators repeat one another. */
export const redundancy: Criterion<"redundancy", RedundancyValues> = {
  id: "redundancy",
  title: { en: "Redundancy", zh: "冗余" },
  thresholds: ["redundantCorrelation", "varianceInflation", "units"],
  examine: (context) => {
    const { leaves, thresholds } = context;
    const compared = leaves.flatMap((a, at) =>
      leaves.slice(at + 1).flatMap((b) => {
        const found = correlation(valuesOf(context, a), valuesOf(context, b));
        return found ? [{ a, b, ...found }] : [];
      }),
    );
    if (compared.length === 0)
      return nothing({
        en: "No two indicators vary over three units.",
        zh: "没有两个指标在三个以上对象上同时有差异。",
      });
    const pairs = compared
      .filter(({ r }) => Math.abs(r) > thresholds.redundantCorrelation)
      .sort((x, y) => Math.abs(y.r) - Math.abs(x.r));
    const found = correlationMatrix(context, leaves);
    const inverse = found.status === "ok" ? inverseOf(symmetricEigen(found.matrix)) : undefined;
    const factors =
      found.status === "ok" && inverse
        ? found.nodes.map((id, i) => [id, Math.max(1, inverse[i]?.[i] ?? 1)] as const)
        : undefined;
    const high = factors?.filter(([, factor]) => factor > thresholds.varianceInflation) ?? [];
    return {
      message: {
        en: `${pairs.length} of ${compared.length} pairs of indicators are correlated beyond the limit.`,
        zh: `${compared.length} 对指标中有 ${pairs.length} 对相关超限。`,
      },
      findings: [
        ...pairs.map(({ a, b, r, n }) => {
          const same = 1 - Math.abs(r) < 1e-12;
          return finding(context, same ? bySize(context, n, "fail") : "warn", textOf(r, same), {
            nodes: [a, b],
            values: { r, n },
          });
        }),
        ...(high.length > 0
          ? [
              finding(context, "warn", inflated, {
                nodes: high.map(([id]) => id),
                values: { found: high.reduce((most, [, factor]) => Math.max(most, factor), 0) },
              }),
            ]
          : []),
        ...(factors
          ? []
          : [
              notComputable(
                context,
                "audit.no-variance-inflation",
                found.status === "ok" ? determined : found.message,
                {
                  en: "Add complete units, or drop what is redundant.",
                  zh: "请增加数据完整的对象，或去掉冗余指标。",
                },
                leaves,
              ),
            ]),
      ],
      values: {
        pairs,
        comparedPairs: compared.length,
        varianceInflation: factors ? Object.fromEntries(factors) : null,
        completeUnits: found.status === "ok" ? found.n : 0,
      },
    };
  },
};

function textOf(r: number, same: boolean): FindingText {
  if (r < 0) return mirrored;
  return same ? identical : redundant;
}
