import type { Warning } from "@cxmetrics/definition";
import type { BetweenUnits } from "./between-units.js";
import type { SampleDesign, SampleStratum } from "./sample-design.js";
import type { VariancePolicy } from "./variance-policy.js";

/** Below this many degrees of freedom a linearised standard error is itself very uncertain. */
const fewDegreesOfFreedom = 10;

/** What a reader must know of an estimate whose design is known. */
export function designWarnings(
  { strata, calibratedWeights }: SampleDesign<SampleStratum<unknown>>,
  { degreesOfFreedom, singleUnitStrata }: BetweenUnits,
  { singleUnit }: VariancePolicy,
): readonly Warning[] {
  const warnings: Warning[] = [];
  if (singleUnitStrata.length > 0)
    warnings.push({
      code: "design.single-unit-strata",
      message: {
        en: "Some strata have a single sampling unit, so the standard error rests on a policy: see singleUnit.",
        zh: "部分层只有一个抽样单元，标准误取决于所选的处理方式（singleUnit）。",
      },
      values: { strata: singleUnitStrata.length, singleUnit: singleUnit ?? "fail" },
    });
  if (degreesOfFreedom < fewDegreesOfFreedom)
    warnings.push({
      code: "design.few-degrees-of-freedom",
      message: {
        en: "The standard error rests on few sampling units and is itself very uncertain.",
        zh: "标准误仅基于少量抽样单元，其本身很不确定。",
      },
      values: { degreesOfFreedom },
    });
  const uncovered = strata.filter(({ sampleUnits, population }) => sampleUnits === 0 && population !== null);
  if (uncovered.length > 0)
    warnings.push({
      code: "design.uncovered-strata",
      message: {
        en: "From some strata of the population no unit was drawn: the estimate does not speak for them.",
        zh: "总体中有的层没有抽到任何单元：估计不代表这些层。",
      },
      values: { strata: uncovered.length },
    });
  if (calibratedWeights)
    warnings.push({
      code: "weights.treated-as-fixed",
      message: {
        en: "The weights were calibrated, and the standard error treats them as fixed. See calibratedStandardError.",
        zh: "权重经过校准，而标准误将其视为固定值。参见 calibratedStandardError。",
      },
    });
  return warnings;
}

/** Where the design gives no variance, or none that can be known. */
export function kishWarning(effectiveN: number): Warning {
  return {
    code: "effective-n.kish-fallback",
    message: {
      en: "The design shows no variance between units, or none that can be known, so the effective n is Kish's.",
      zh: "抽样设计未显示单元间方差，或无法得知，有效样本量改用 Kish 公式。",
    },
    values: { effectiveN },
  };
}
