import type { Problem } from "@cxmetrics/definition";

/** An argument that is not what it should be. */
function wrong(code: string): Problem {
  return {
    code,
    en: "{name}: expected {expected}, found {found}. Correct it.",
    zh: "{name}：应为{expected}，实际为 {found}。请更正。",
  };
}

export const badDesignOption: Problem = /* @__PURE__ */ wrong("design.option-not-allowed");
export const badPopulation: Problem = /* @__PURE__ */ wrong("design.population-not-allowed");
export const badCalibrationInput: Problem = /* @__PURE__ */ wrong("calibration.not-allowed");
export const badBounds: Problem = /* @__PURE__ */ wrong("calibration.bounds-not-allowed");
export const tooManyCategories: Problem = /* @__PURE__ */ wrong("calibration.too-many-categories");

export const badKey: Problem = {
  code: "design.not-a-key",
  en: "{found} does not name a {what}. Give every record a text or a finite number; a record that is its own {what} needs a key of its own.",
  zh: "{found} 不能作为{what}的名称。请为每条记录填写文本或有限数字；若某条记录自成一个{what}，请给它单独的名称。",
};

export const badDesignTally: Problem = {
  code: "design.malformed",
  en: "This is not a design tally: {reason}. Take it with tallyDesign.",
  zh: "这不是有效的抽样设计汇总：{reason}。请用 tallyDesign 生成。",
};

export const badJointTally: Problem = {
  code: "joint.malformed",
  en: "This is not a joint tally: {reason}. Take it with tallyJoint.",
  zh: "这不是有效的联合汇总：{reason}。请用 tallyJoint 生成。",
};

export const nothingToMerge: Problem = {
  code: "design.nothing-to-merge",
  en: "There is nothing to merge. Pass at least one tally.",
  zh: "没有可合并的汇总。请至少传入一个。",
};

export const mergeMismatch: Problem = {
  code: "design.merge-mismatch",
  en: "These tallies do not belong to one sample: {what} differs ({first} and {other}). Tally all parts the same way.",
  zh: "这些汇总不属于同一样本：{what}不一致（{first} 与 {other}）。请以相同方式汇总各部分。",
};

export const populationBelowSample: Problem = {
  code: "design.population-below-sample",
  en: "Stratum {stratum} has {sample} sampling units, more than its population of {population}. Count the population in sampling units.",
  zh: "层 {stratum} 有 {sample} 个抽样单元，超过其总体单元数 {population}。总体应按抽样单元计数。",
};

export const populationMissing: Problem = {
  code: "design.population-missing",
  en: "A finite population correction needs the population of stratum {stratum}. Pass populations to tallyDesign, or choose finitePopulation: none.",
  zh: "有限总体校正需要层 {stratum} 的总体单元数。请在 tallyDesign 中传入 populations，或选择 finitePopulation: none。",
};

export const overlapNotPart: Problem = {
  code: "overlap.not-part",
  en: "The overlap is not part of the two waves: {reason}. Tally the overlap from the records of both waves, with the same keys.",
  zh: "重叠部分不属于这两期样本：{reason}。请用两期记录、以相同的键汇总重叠部分。",
};

export const sampleCategoryWithoutTarget: Problem = {
  code: "calibration.category-without-target",
  en: "Margin {margin} has no target for the category {category}. Add one, or merge the category with another.",
  zh: "边际 {margin} 没有类别 {category} 的目标值。请补充，或将该类别并入其他类别。",
};

export const emptyCell: Problem = {
  code: "calibration.empty-cell",
  en: "Margin {margin} has the target {target} for {category}, but no record with a weight is there. Merge the category with another.",
  zh: "边际 {margin} 中 {category} 的目标值为 {target}，但样本中没有带权重的记录。请将该类别并入其他类别。",
};

export const totalsDiffer: Problem = {
  code: "calibration.totals-differ",
  en: "The targets of {first} add up to {firstTotal}, those of {other} to {otherTotal}. Give all margins the same total.",
  zh: "{first} 的目标合计为 {firstTotal}，{other} 的目标合计为 {otherTotal}。各边际的合计应相同。",
};

export const marginRepeats: Problem = {
  code: "calibration.margin-repeated",
  en: "The margin {margin} is named twice. Rename one.",
  zh: "边际 {margin} 重复出现。请改名。",
};

export const domainsNotTwo: Problem = {
  code: "domains.not-two",
  en: "Name two different domains to compare, as [a, b].",
  zh: "请以 [a, b] 的形式给出两个不同的域进行比较。",
};

export const unknownDomain: Problem = {
  code: "domains.unknown",
  en: "No record belongs to the domain {domain}.{hint} Check its name.",
  zh: "没有记录属于域 {domain}。{hint}请检查名称。",
};
