import type { Problem } from "@cxmetrics/definition";

/**
 * An argument that is not what it should be. The sentence is shared and `{expected}` is said where the problem is found, because
 * every sentence here travels with each score into a browser.
 */
function wrong(code: string): Problem {
  return {
    code,
    en: "{name}: expected {expected}, found {found}. Correct it.",
    zh: "{name}：应为{expected}，实际为 {found}。请更正。",
  };
}

export const badScale: Problem = /* @__PURE__ */ wrong("scale.not-allowed");
export const notAList: Problem = /* @__PURE__ */ wrong("ratings.not-a-list");
export const lengthMismatch: Problem = /* @__PURE__ */ wrong("ratings.length-mismatch");
export const unknownOption: Problem = /* @__PURE__ */ wrong("option.unknown");
export const badOption: Problem = /* @__PURE__ */ wrong("option.not-allowed");
export const badWeight: Problem = /* @__PURE__ */ wrong("weight.not-allowed");
export const intervalMismatch: Problem = /* @__PURE__ */ wrong("score.interval-mismatch");

/** A rating that is no point of the scale: one sentence, whatever is wrong with it. */
function unusable(code: string): Problem {
  return {
    code,
    en: "Rating {rating} is not a whole point of the scale {scale}. Correct it; if it stands for “no answer”, write null or declare the code: missing: [{example}].",
    zh: "评分 {rating} 不是量表 {scale} 上的整数分值。请更正；若表示“未作答”，请写 null，或声明代码：missing: [{example}]。",
  };
}

export const offScale: Problem = /* @__PURE__ */ unusable("rating.off-scale");
export const notWhole: Problem = /* @__PURE__ */ unusable("rating.not-whole");
export const notANumber: Problem = /* @__PURE__ */ unusable("rating.not-a-number");

export const badGroup: Problem = {
  code: "group.not-a-name",
  en: "{group} is not the name of a group. Use texts or finite numbers, or null for no group.",
  zh: "{group} 不能作为分组名。请使用文本或有限数字，无分组请写 null。",
};

export const badCount: Problem = {
  code: "count.not-allowed",
  en: "{count} is not a count. Counts are whole numbers from 0 upwards.",
  zh: "{count} 不是计数。计数应为大于等于 0 的整数。",
};

export const countsOffScale: Problem = {
  code: "counts.off-scale",
  en: "The counts name {found}, but the scale is {scale}. Give one count per point of the scale.",
  zh: "计数对应 {found}，但量表为 {scale}。请为量表的每个分值给出一个计数。",
};

export const badTally: Problem = {
  code: "tally.malformed",
  en: "This is not a rating tally: {reason}. Take tallies with tallyRatings or tallyFromCounts.",
  zh: "这不是有效的评分汇总：{reason}。请用 tallyRatings 或 tallyFromCounts 生成。",
};

export const nothingToMerge: Problem = {
  code: "tally.nothing-to-merge",
  en: "There is no tally to merge. Pass at least one; an empty one is tallyRatings([], scale).",
  zh: "没有可合并的评分汇总。请至少传入一个；空汇总可写作 tallyRatings([], scale)。",
};

export const mergeScales: Problem = {
  code: "tally.scale-mismatch",
  en: "Tallies on the scales {first} and {other} cannot be merged. Merge only answers to the same question.",
  zh: "量表 {first} 与 {other} 的评分汇总不能合并。只能合并同一问题的回答。",
};

export const scaleMismatch: Problem = {
  code: "score.scale-mismatch",
  en: "{id} is defined on the scale {expected}; these ratings are on {found}, and bands do not carry over. Ask on {expected}, or name a definition for {found}.",
  zh: "{id} 定义在量表 {expected} 上；这些评分的量表是 {found}，分档不能套用。请改用 {expected} 提问，或选用适合 {found} 的定义。",
};

export const unitMismatch: Problem = {
  code: "score.unit-mismatch",
  en: "The statistic {kind} is counted in {unit}, not in {found}. Write unit: {unit}.",
  zh: "统计量 {kind} 的单位是 {unit}，而不是 {found}。请写 unit: {unit}。",
};

export const emptyBand: Problem = {
  code: "band.empty",
  en: "This list of scale points is empty. Name at least one point.",
  zh: "分值列表为空。请至少写一个分值。",
};

export const bandOffScale: Problem = {
  code: "band.off-scale",
  en: "Point {point} is not on the scale {scale}. Name whole points of the scale.",
  zh: "分值 {point} 不在量表 {scale} 上。请写量表上的整数分值。",
};

export const bandRepeats: Problem = {
  code: "band.repeated-point",
  en: "Point {point} is named twice. Remove one.",
  zh: "分值 {point} 重复出现。请删去一个。",
};

export const bandsOverlap: Problem = {
  code: "band.overlap",
  en: "Point {point} is in the upper and in the lower band. Leave it in one of them.",
  zh: "分值 {point} 同时属于上档和下档。请只保留在其中一档。",
};

export const bandOutsideBase: Problem = {
  code: "band.outside-base",
  en: "Point {point} is in a band but not in the base. Add it to the base or take it out of the band.",
  zh: "分值 {point} 属于某一档却不在基数内。请将其加入基数，或从该档中移除。",
};

export const bandIsBase: Problem = {
  code: "band.covers-base",
  en: "The band holds every point of the base, so the share is always 1. Leave at least one point of the base out of the band.",
  zh: "该档包含基数的全部分值，占比恒为 1。请至少让基数中的一个分值不属于该档。",
};

export const baseOffScale: Problem = {
  code: "base.off-scale",
  en: "The base names point {point}, which is not on the scale {scale}. Name whole points of the scale.",
  zh: "基数中的分值 {point} 不在量表 {scale} 上。请写量表上的整数分值。",
};

export const unknownDefinition: Problem = {
  code: "score.unknown-definition",
  en: "No score definition is called {name}.{hint} Known: {known}.",
  zh: "没有名为 {name} 的评分定义。{hint}已有定义：{known}。",
};

export const badLevel: Problem = {
  code: "score.level-not-allowed",
  en: "A confidence level lies strictly between 0 and 1; found {level}. Write 0.95 for 95 %.",
  zh: "置信水平应严格介于 0 和 1 之间；实际为 {level}。95% 请写 0.95。",
};
