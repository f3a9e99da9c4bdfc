import {
  fillMessage,
  type LocalizedText,
  type NotComputable,
  type ProblemValues,
} from "@cxmetrics/definition";

const texts = {
  "no-value-before": {
    en: 'The unit has no value of "{node}" before, so there is no change to attribute.',
    zh: "该对象前期没有“{node}”的数值，无变化可分解。",
  },
  "no-value-after": {
    en: 'The unit has no value of "{node}" after, so there is no change to attribute.',
    zh: "该对象后期没有“{node}”的数值，无变化可分解。",
  },
  "looks-sideways": {
    en: "The score of a unit depends on the other units (batch or cohort methods), so its change has causes outside the unit. Fit the definition first.",
    zh: "得分取决于同批其他对象（批内或群体方法），其变化含有对象之外的原因。请先标定定义。",
  },
  "not-linear": {
    en: '"{node}" is no arithmetic mean, so that shares times differences do not add up. Use lmdi, shapley or auto.',
    zh: "“{node}”不是算术平均，“占比×差值”不能加总。请使用 lmdi、shapley 或 auto。",
  },
  "no-logarithmic-form": {
    en: '"{node}" is neither an arithmetic nor a geometric mean. Use shapley or auto.',
    zh: "“{node}”既不是算术平均也不是几何平均。请使用 shapley 或 auto。",
  },
  "value-not-positive": {
    en: '"{node}" is 0 or negative before or after, and a logarithm of it does not exist. Use shapley or auto.',
    zh: "“{node}”前期或后期为 0 或负数，没有对数。请使用 shapley 或 auto。",
  },
  "availability-changed": {
    en: '"{node}" has a value in one period only, which changes the weights of the others. Use shapley or auto, where this is a cause of its own.',
    zh: "“{node}”仅在一个时期有数值，这会改变其他节点的权重。请使用 shapley 或 auto，将其作为单独的原因。",
  },
  "undefined-in-between": {
    en: '"{node}" has no value when only some of the causes have moved, so that their shares are not defined.',
    zh: "当仅有部分原因变化时，“{node}”没有数值，因此各原因的份额没有定义。",
  },
  "no-definition-in-between": {
    en: "Between the two definitions stands one that is not sound ({problem}). Choose another order, or attribute the data and the revision by themselves.",
    zh: "两个定义之间的中间定义不成立（{problem}）。请选择其他顺序，或分别分解数据变化与定义修订。",
  },
} as const satisfies Record<string, LocalizedText>;

/** Why a change cannot be attributed. */
export type AttributionReason = keyof typeof texts;

/** The outcome for a reason. */
export function notAttributable(reason: AttributionReason, values: ProblemValues = {}): NotComputable {
  return { status: "not-computable", reason, message: fillMessage(texts[reason], values) };
}
