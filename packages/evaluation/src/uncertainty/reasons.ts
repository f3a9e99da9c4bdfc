import type { Reason } from "../not-computable.js";

export const inferenceNotStated: Reason = {
  code: "inference-not-stated",
  en: 'The plan does not say what the rows of "{source}" stand for. Write inference: sample, process (every record is there, seen as one outcome) or none (plain facts) on the source.',
  zh: "方案未说明数据源 “{source}” 的记录代表什么。请在该数据源上写明 inference：sample（抽样）、process（全量记录，视为某一过程的一次实现）或 none（确定的事实）。",
};

export const errorUnknown: Reason = {
  code: "standard-error-unknown",
  en: 'The error of "{indicator}" is not known: its estimate has neither a positive standard error nor an interval.',
  zh: "“{indicator}” 的误差未知：其估计既没有正的标准误，也没有区间。",
};

export const samePeopleDeclared: Reason = {
  code: "same-people-in-sources",
  en: '"{a}" and "{b}" come from different sources that hold the same people, and rows of different files are not joined, so their covariance is not known.',
  zh: "“{a}” 与 “{b}” 来自包含同一批人的不同数据源，而不同文件的记录未作关联，因此协方差未知。",
};

export const engineWithoutJoint: Reason = {
  code: "engine-without-joint-tally",
  en: '"{a}" and "{b}" share rows, and the engine "{engine}" does not tally them together (tallyJoint), so their covariance is not known.',
  zh: "“{a}” 与 “{b}” 共用记录，而引擎 “{engine}” 不支持联合汇总（tallyJoint），因此协方差未知。",
};

export const noJointMethod: Reason = {
  code: "covariance-unknown",
  en: '"{a}" and "{b}" share the rows of one file, and their kinds of measure have no covariance with each other, so the index has no interval.',
  zh: "“{a}” 与 “{b}” 共用同一文件的记录，而这两类度量之间无法求协方差，因此指数没有置信区间。",
};

export const onlyGiven: Reason = {
  code: "given-values-only",
  en: "The index rests on given figures alone, and their errors are not known.",
  zh: "指数仅依据给定数值，其误差未知。",
};

export const notPropagated: Reason = {
  code: "error-not-propagated",
  en: "The errors could not be carried into the index: {detail}",
  zh: "误差无法传递到指数：{detail}",
};

export const sideWithoutInterval: Reason = {
  code: "side-without-interval",
  en: "The index of one side has no interval.",
  zh: "其中一侧的指数没有区间。",
};

export const sharedBetweenUnits: Reason = {
  code: "units-may-share",
  en: '"{a}" of one side and "{b}" of the other may rest on the same rows, raters or people, and their covariance between the units is not tallied.',
  zh: "一侧的 “{a}” 与另一侧的 “{b}” 可能依据相同的记录、评分者或人群，而两个对象之间的协方差未统计。",
};

export const unitsDepend: Reason = {
  code: "units-depend-on-each-other",
  en: "The values of the index depend on all units, so the two sides are not independent.",
  zh: "指数值取决于全部对象，两侧并不独立。",
};
