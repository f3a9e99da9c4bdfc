import type { Problem } from "@cxmetrics/definition";

export const badName: Problem = {
  code: "plan.bad-name",
  en: '"{name}" cannot be a name. Use letters, digits, ".", "_" and "-", beginning with a letter or a digit.',
  zh: "“{name}” 不能作为名称。请使用字母（含汉字）、数字、“.”、“_”、“-”，并以字母或数字开头。",
};

export const duplicateUnit: Problem = {
  code: "plan.duplicate-unit",
  en: 'The unit "{unit}" stands twice in the plan. Rename or remove one.',
  zh: "评价对象 “{unit}” 在方案中出现两次，请改名或删除其一。",
};

export const unknownUnit: Problem = {
  code: "plan.unknown-unit",
  en: 'The plan has no unit "{unit}".{hint} Units: {allowed}.',
  zh: "方案中没有评价对象 “{unit}”。{hint}现有对象：{allowed}。",
};

export const unknownSource: Problem = {
  code: "plan.unknown-source",
  en: 'The plan has no file source "{source}".{hint} Sources: {allowed}.',
  zh: "方案中没有文件数据源 “{source}”。{hint}现有数据源：{allowed}。",
};

export const missingAttribute: Problem = {
  code: "plan.missing-attribute",
  en: 'The unit "{unit}" has no attribute "{attribute}", by which the source "{source}" finds its rows.{hint} Add it to the unit ("*" for every value).',
  zh: "评价对象 “{unit}” 缺少属性 “{attribute}”，数据源 “{source}” 需据此查找记录。{hint}请为该对象补充此属性（“*” 表示全部取值）。",
};

export const noFileForUnit: Problem = {
  code: "plan.no-file-for-unit",
  en: 'The source "{source}" names no file for {attribute} = "{value}" (unit "{unit}"). Values: {allowed}.',
  zh: "数据源 “{source}” 没有为 {attribute} = “{value}”（评价对象 “{unit}”）指定文件。已有取值：{allowed}。",
};

export const rowsUnbound: Problem = {
  code: "plan.rows-unbound",
  en: 'Nothing says which rows of "{source}" belong to which unit. Write rows: { column: attribute } at the source or the measure, or rows: {} when every row counts for every unit.',
  zh: "未说明数据源 “{source}” 的记录如何归属各评价对象。请在数据源或度量中写明 rows: { 列名: 属性 }；若所有记录都计入每个对象，请写 rows: {}。",
};

export const missingMeasure: Problem = {
  code: "plan.missing-measure",
  en: "The definition {definition} has {count} indicators without a measure: {indicators}. Add each under measures.",
  zh: "定义 {definition} 中有 {count} 项指标没有对应的度量：{indicators}。请在 measures 下逐项补充。",
};

export const unknownIndicator: Problem = {
  code: "plan.unknown-indicator",
  en: 'The definition {definition} has no indicator "{indicator}".{hint} Rename the measure, or move it to criteria when it stands outside the index.',
  zh: "定义 {definition} 中没有指标 “{indicator}”。{hint}请更正名称；若不属于指数，请移至 criteria。",
};

export const unknownDefinition: Problem = {
  code: "plan.unknown-definition",
  en: 'No definition is known as "{reference}". Check id and version, or name a file: { file: path }.',
  zh: "找不到名为 “{reference}” 的定义。请检查编号与版本，或改用文件：{ file: 路径 }。",
};

export const differentDefinition: Problem = {
  code: "plan.different-definition",
  en: 'The plan asks for "{reference}" but was given {found}. Supply the definition that the plan names.',
  zh: "方案要求 “{reference}”，但提供的是 {found}。请提供方案所指的定义。",
};

export const overlappingMeasures: Problem = {
  code: "plan.overlapping-measures",
  en: 'More than one measure of "{id}" applies to the unit "{unit}". In a list, give every measure its own units.',
  zh: "“{id}” 有多个度量同时适用于评价对象 “{unit}”。列表中的每个度量须分别写明 units，且互不重叠。",
};

export const untitledCriterion: Problem = {
  code: "plan.untitled-criterion",
  en: 'The criterion "{id}" needs a title { en, zh }, because no index definition names it.',
  zh: "校标 “{id}” 需要标题 { en, zh }，因为指数定义中没有它的名称。",
};

export const eitherOr: Problem = {
  code: "plan.either-or",
  en: "Give either {first} or {second}, and not both.",
  zh: "请在 {first} 与 {second} 中二选一。",
};

export const wrongForm: Problem = {
  code: "plan.wrong-form",
  en: 'as: {form} needs a share, but the measure gives "{unit}". Leave "as" out.',
  zh: "as: {form} 只适用于比例，而该度量的单位是 “{unit}”。请删除 as。",
};

export const unknownStep: Problem = {
  code: "plan.unknown-step",
  en: 'The funnel has no step "{step}".{hint} Steps: {allowed}.',
  zh: "漏斗中没有步骤 “{step}”。{hint}现有步骤：{allowed}。",
};

export const missingColumn: Problem = {
  code: "source.missing-column",
  en: 'The source "{source}" has no column "{column}"{alias}, which {reader} reads.{hint} Columns: {allowed}.',
  zh: "数据源 “{source}” 没有列 “{column}”{alias}，而{reader}需要读取它。{hint}现有列：{allowed}。",
};

export const unknownTable: Problem = {
  code: "source.unknown",
  en: 'The engine holds no source "{source}".{hint} Pass the table under the name that the plan gives it.',
  zh: "计算引擎中没有数据源 “{source}”。{hint}请以方案中的名称传入该表。",
};

export const badTable: Problem = {
  code: "source.bad-table",
  en: 'The source "{source}" is no table: {reason}.',
  zh: "数据源 “{source}” 不是有效的表：{reason}。",
};

export const cellNotNumber: Problem = {
  code: "cell.not-a-number",
  en: 'Row {row} of "{source}" holds {found} in column "{column}", where a number is needed. Mend the cell, list the code as missing, or count such cells with onInvalid: count.',
  zh: "数据源 “{source}” 第 {row} 行的列 “{column}” 为 {found}，此处需要数字。请更正该单元格，将其列为缺失代码，或用 onInvalid: count 计为无效。",
};

export const cellRefused: Problem = {
  code: "cell.refused",
  en: 'Row {row} of "{source}", column "{column}": {reason}',
  zh: "数据源 “{source}” 第 {row} 行，列 “{column}”：{reason}",
};

export const negativeSpan: Problem = {
  code: "cell.negative-span",
  en: 'Row {row} of "{source}" (unit "{unit}") ends before it begins. Mend the times, or count such rows with onInvalid: count.',
  zh: "数据源 “{source}” 第 {row} 行（对象 “{unit}”）的结束时间早于开始时间。请更正，或用 onInvalid: count 计为无效。",
};

export const zeroPromise: Problem = {
  code: "cell.promise-not-positive",
  en: 'Row {row} of "{source}" (unit "{unit}") has no positive promised time. Mend it, or count such rows with onInvalid: count.',
  zh: "数据源 “{source}” 第 {row} 行（对象 “{unit}”）没有大于零的承诺时限。请更正，或用 onInvalid: count 计为无效。",
};

export const unknownLevel: Problem = {
  code: "cell.unknown-level",
  en: 'Column "{column}" of "{source}" holds the level {found}, which the rubric lacks. Levels: {allowed}. Mend it, list it as missing, or count it with onInvalid: count.',
  zh: "数据源 “{source}” 的列 “{column}” 含有评分细则中没有的等级 {found}。现有等级：{allowed}。请更正，列为缺失，或用 onInvalid: count 计为无效。",
};

export const valueOutsideBase: Problem = {
  code: "plan.value-outside-base",
  en: '"{value}" is counted (in) but does not belong to the base (of). Add it to "of".',
  zh: "“{value}” 被计入分子(in)，却不在基数(of)中。请将其加入 of。",
};

export const sameUnitTwice: Problem = {
  code: "plan.same-unit-twice",
  en: 'A change needs two different units; "{unit}" is named twice.',
  zh: "变化须在两个不同的评价对象之间计算；“{unit}” 被写了两次。",
};

export const noLanguage: Problem = {
  code: "summary.unknown-language",
  en: 'The summary exists in "en" and "zh", not in {found}.',
  zh: "摘要只有 “en” 和 “zh” 两种语言，没有 {found}。",
};

export const idTwice: Problem = {
  code: "plan.id-twice",
  en: '"{id}" is an indicator of the index and cannot be a criterion beside it. Rename the criterion.',
  zh: "“{id}” 已是指数中的指标，不能同时作为指数之外的校标。请为校标改名。",
};

export const sharedColumn: Problem = {
  code: "plan.shared-column",
  en: 'The indicators "{first}" and "{indicator}" read the same column "{column}" of the index definition. Measure one of them.',
  zh: "指标 “{first}” 与 “{indicator}” 读取指数定义中的同一列 “{column}”。请只为其中之一写度量。",
};

export const unpinnedDefinition: Problem = {
  code: "plan.unpinned-definition",
  en: '"{reference}" does not name a definition with its version, which figures need to stay what they are. Write id@version.',
  zh: "“{reference}” 不是带版本的定义名称；只有写明版本，结果才不会随库的更新而变化。请写成 id@version。",
};

export const badOption: Problem = {
  code: "evaluation.bad-option",
  en: "The option {option} must be {expected}.",
  zh: "选项 {option} 应为{expected}。",
};

export const notAResult: Problem = {
  code: "summary.not-a-result",
  en: "This is not the result of an evaluation. Pass what evaluatePlan returned, whole.",
  zh: "这不是评价结果。请完整传入 evaluatePlan 的返回值。",
};
