import { effectiveWeights } from "../../effective-weights.js";
import { findWeightBase } from "../../find-weight-base.js";
import { effectiveImportance } from "../../sensitivity/effective-importance.js";
import { type FindingText, finding } from "../finding.js";
import { percent } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** What indicators weigh by the definition, and what they weigh in these data. */
export interface ImportanceValues {
  /** The mean inside which weights are told. */
  readonly of: string;
  readonly n: number;
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly nominal: number;
        /** Covariance share; `null` where the index is no smooth function of its leaves. */
        readonly effective: number | null;
        readonly correlationRatio: number | null;
      }
    >
  >;
}

const remedy = {
  en: "Say that weights are trade-offs and no importances; or optimise the weights towards the wanted importance (optimiseImportance).",
  zh: "请说明权重表示替代关系而非重要性；或用 optimiseImportance 按期望重要性调整权重。",
};
const off: FindingText = {
  code: "audit.weight-not-importance",
  en: "What {nodes} weighs in these data is {found}, its nominal weight is {nominal}.",
  zh: "{nodes} 在这些数据中的实际作用为 {found}，名义权重为 {nominal}。",
  remedy,
};
const against: FindingText = {
  code: "audit.negative-importance",
  en: "{nodes} evens differences out: its covariance share is {found}, its nominal weight {nominal}.",
  zh: "{nodes} 起抵消作用：其协方差份额为 {found}，名义权重为 {nominal}。",
  remedy: {
    en: "Check its direction; an indicator that goes against the index makes units more alike.",
    zh: "请核对其方向；与指数反向的指标会缩小对象间的差异。",
  },
};

/** Whether indicators weigh what the definition says. */
export const importance: Criterion<"importance", ImportanceValues> = {
  id: "importance",
  title: { en: "Nominal against effective weights", zh: "名义权重与有效权重" },
  thresholds: ["importanceRatio"],
  examine: (context) => {
    const { frozen, table, thresholds } = context;
    const of = findWeightBase(frozen);
    if (of === undefined)
      return nothing({
        en: "The index has no single mean that carries the weights.",
        zh: "该指数没有唯一承载权重的均值。",
      });
    const nominal = Object.entries(effectiveWeights(frozen, of));
    const found = effectiveImportance(frozen, table, { node: of });
    if (found.status !== "ok") return nothing(found.message);
    const looked = nominal.map(([id, weight]) => ({
      id,
      nominal: weight,
      effective: found.indicators[id]?.covarianceShare ?? null,
      correlationRatio: found.indicators[id]?.correlationRatio ?? null,
    }));
    if (looked.every(({ effective, correlationRatio }) => effective === null && correlationRatio === null))
      return nothing({
        en: "No indicator has both a nominal weight and an importance.",
        zh: "没有指标同时具有名义权重和实际作用。",
      });
    const findings = looked.flatMap(({ id, nominal: weight, effective }) => {
      if (effective === null || weight === 0) return [];
      const ratio = effective / weight;
      if (ratio >= 1 / thresholds.importanceRatio && ratio <= thresholds.importanceRatio) return [];
      const values = { found: percent(effective), nominal: percent(weight) };
      return [finding(context, "warn", effective < 0 ? against : off, { nodes: [id], values })];
    });
    return {
      message: {
        en: `${findings.length} of ${looked.length} indicators weigh less than 1/${thresholds.importanceRatio} or more than ${thresholds.importanceRatio} times their nominal weight in ${of}.`,
        zh: `在 ${of} 中，${looked.length} 个指标中有 ${findings.length} 个的实际作用低于名义权重的 1/${thresholds.importanceRatio} 或高于 ${thresholds.importanceRatio} 倍。`,
      },
      findings,
      values: { of, n: found.n, indicators: Object.fromEntries(looked.map(({ id, ...told }) => [id, told])) },
    };
  },
};
