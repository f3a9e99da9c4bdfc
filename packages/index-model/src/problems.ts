import type { Problem } from "@cxmetrics/definition";

export const noNodes: Problem = {
  code: "index.no-nodes",
  en: "The index has no nodes. Add at least one indicator and name it, or a node above it, as the root.",
  zh: "该指数没有任何节点。请至少添加一个指标，并将它或其上级节点设为根节点。",
};

export const badNodeId: Problem = {
  code: "index.bad-node-id",
  en: 'The id "{id}" cannot be used. Begin with a letter and go on with letters, digits, "_" or "-", 64 characters at most.',
  zh: "标识 “{id}” 不可用。请以英文字母开头，其后只用字母、数字、“_” 或 “-”，最多 64 个字符。",
};

export const danglingNode: Problem = {
  code: "index.dangling-node",
  en: 'There is no node "{node}".{hint} Define it under nodes or mend the name.',
  zh: "不存在节点 “{node}”。{hint}请在 nodes 中定义它，或改正名称。",
};

export const rootMissing: Problem = {
  code: "index.root-missing",
  en: 'The root "{node}" is not among the nodes.{hint} Name a node that is defined under nodes.',
  zh: "根节点 “{node}” 不在 nodes 之中。{hint}请填写 nodes 中已定义的节点。",
};

export const cycle: Problem = {
  code: "index.cycle",
  en: "The nodes go round in a circle: {cycle}. Remove one of these links.",
  zh: "节点之间循环引用：{cycle}。请去掉其中一个引用。",
};

export const rawOfNonIndicator: Problem = {
  code: "index.raw-of-non-indicator",
  en: '"{node}.raw" asks for a raw value, but "{node}" is no indicator. Read "{node}" itself.',
  zh: "“{node}.raw” 要读取原始值，但 “{node}” 不是指标。请直接引用 “{node}”。",
};

export const duplicateChild: Problem = {
  code: "index.duplicate-child",
  en: '"{node}" stands twice among the children. Keep it once, with the sum of the weights.',
  zh: "子节点中 “{node}” 出现了两次。请只保留一个，权重取两者之和。",
};

export const badWeight: Problem = {
  code: "index.bad-weight",
  en: '{found} is no weight. Write 0, a number from 1e-15 to 1e15, or a fraction such as "6/16".',
  zh: "{found} 不能作为权重。请填写 0、1e-15 到 1e15 之间的数，或 “6/16” 这样的分数。",
};

export const badShare: Problem = {
  code: "index.bad-share",
  en: '{found} is no share. Write a number from 0 to 1 or a fraction such as "2/3".',
  zh: "{found} 不是有效的占比。请填写 0 到 1 之间的数，或 “2/3” 这样的分数。",
};

export const weightsSumToZero: Problem = {
  code: "index.weights-sum-to-zero",
  en: 'All weights of "{node}" are 0. Give at least one child a positive weight.',
  zh: "“{node}” 的权重全部为 0。请至少给一个子节点设置正权重。",
};

export const goalpostsEqual: Problem = {
  code: "index.goalposts-equal",
  en: "worst and best are both {value}, so nothing can be told apart. Make them differ.",
  zh: "worst 与 best 都是 {value}，无法区分高低。请设为不同的值。",
};

export const goalpostsNotPositive: Problem = {
  code: "index.goalposts-not-positive",
  en: "worst {worst} and best {best} must both be greater than 0 to have a logarithm. Change them or use goalposts.",
  zh: "取对数要求 worst（{worst}）和 best（{best}）都大于 0。请修改，或改用 goalposts。",
};

export const emptyRange: Problem = {
  code: "index.empty-range",
  en: "lower {lower} must be less than upper {upper}. To turn a direction round, exchange worst and best.",
  zh: "lower（{lower}）必须小于 upper（{upper}）。若要反转方向，请互换 worst 与 best。",
};

export const bandsNotDescending: Problem = {
  code: "index.bands-not-descending",
  en: 'Band "{band}" is out of order. List bands from best to worst, each but the last with a smaller "from" than the one before; the last one has neither "from" nor conditions.',
  zh: "等级 “{band}” 的次序有误。请从高到低排列：除最后一个外，每个等级的 from 都要小于前一个；最后一个不写 from，也不设条件。",
};

export const duplicateBand: Problem = {
  code: "index.duplicate-band",
  en: 'Two bands have the id "{band}". Give each its own.',
  zh: "有两个等级的标识都是 “{band}”，请使其各不相同。",
};

export const unknownTag: Problem = {
  code: "index.unknown-tag",
  en: 'No indicator carries the tag "{tag}".{hint} Tag the indicators or mend the name.',
  zh: "没有指标带有标签 “{tag}”。{hint}请给指标加上标签，或改正名称。",
};

export const unknownGroup: Problem = {
  code: "index.unknown-group",
  en: 'The view "{view}" has no group "{group}".{hint} Add it to the groups or mend the tag.',
  zh: "视图 “{view}” 中没有分组 “{group}”。{hint}请在 groups 中添加，或改正标签。",
};

export const viewWithoutWeights: Problem = {
  code: "index.view-without-weights",
  en: 'The view "{view}" cannot weigh "{node}": no chain of means leads to it from "{from}". Set "of" of the view to the mean above its indicators, or take the tag off.',
  zh: "视图 “{view}” 无法确定 “{node}” 的权重：从 “{from}” 出发没有一条由均值构成的路径到达它。请将视图的 of 设为这些指标上方的均值节点，或去掉该标签。",
};

export const noUnits: Problem = {
  code: "table.no-units",
  en: "The table has no units. Give at least one unit with its values.",
  zh: "数据表没有任何评价对象。请至少提供一个对象及其数值。",
};

export const badUnit: Problem = {
  code: "table.bad-unit",
  en: "The unit in row {row} has no name. Name it with a text.",
  zh: "第 {row} 行的评价对象没有名称。请用文本命名。",
};

export const badTable: Problem = {
  code: "table.wrong-shape",
  en: '"{part}" of the table must be {expected}. Mend it.',
  zh: "数据表的 “{part}” 应为{expected}。请修正。",
};

export const missingColumn: Problem = {
  code: "table.missing-column",
  en: 'The indicator "{indicator}" reads the column "{column}", which the table lacks.{hint} Add the column or mend its name.',
  zh: "指标 “{indicator}” 要读取列 “{column}”，但数据表中没有该列。{hint}请添加该列，或改正列名。",
};

export const columnLength: Problem = {
  code: "table.column-length",
  en: '"{column}" has {found} rows, the table has {expected} units. Give one value for each unit, null where there is none.',
  zh: "“{column}” 有 {found} 行，而评价对象有 {expected} 个。请为每个对象给出一个值，没有则填 null。",
};

export const notANumber: Problem = {
  code: "table.not-a-number",
  en: 'Column "{column}", row {row} (unit "{unit}"): {found} is no finite number. Write a number, or null where the value is missing.',
  zh: "列 “{column}” 第 {row} 行（对象 “{unit}”）：{found} 不是有限数字。请填写数字，缺失时填 null。",
};

export const missingAttribute: Problem = {
  code: "table.missing-attribute",
  en: 'The attribute "{attribute}" is needed by {needed} but the table lacks it.{hint} Add it to the attributes.',
  zh: "{needed} 需要属性 “{attribute}”，但数据表中没有。{hint}请在 attributes 中添加。",
};

export const attributeNotStated: Problem = {
  code: "table.attribute-not-stated",
  en: 'The unit "{unit}" (row {row}) does not state "{attribute}", so it is open whether "{indicator}" applies to it. State the attribute.',
  zh: "对象 “{unit}”（第 {row} 行）未注明 “{attribute}”，无法判断指标 “{indicator}” 是否适用。请填写该属性。",
};

export const unknownUnit: Problem = {
  code: "index.unknown-unit",
  en: "The result has no unit {unit}.{hint} Give a unit's name, or its row from 0 to {last}.",
  zh: "结果中没有评价对象 {unit}。{hint}请给出对象名称，或 0 到 {last} 的行号。",
};

export const ambiguousUnit: Problem = {
  code: "index.ambiguous-unit",
  en: 'The unit "{unit}" stands in rows {rows}. Give the row instead of the name.',
  zh: "对象 “{unit}” 出现在第 {rows} 行。请改用行号。",
};

export const notAResult: Problem = {
  code: "index.not-a-result",
  en: "This is no result of scoreIndex: {part} is missing or does not fit the definition. Score the index again.",
  zh: "这不是 scoreIndex 的结果：{part} 缺失或与定义不符。请重新计算指数。",
};

export const backendNotAvailable: Problem = {
  code: "formula.backend-not-available",
  en: 'Formulas cannot be written as "{backend}" yet. Use latex, prose or text.',
  zh: "公式暂不能输出为 “{backend}”。请使用 latex、prose 或 text。",
};
