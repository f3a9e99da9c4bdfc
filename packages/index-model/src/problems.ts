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

export const noFormula: Problem = {
  code: "index.no-formula",
  en: 'The value of "{node}" depends on all units of the table, so it has no formula of its own. Read its steps with renderFormula(…, "prose").',
  zh: '“{node}” 的取值取决于表中的全部对象，没有单独的公式。请用 renderFormula(…, "prose") 查看其计算步骤。',
};

export const badParameter: Problem = {
  code: "index.bad-parameter",
  en: "The parameter is {found}, but must be {wanted}. Change it.",
  zh: "参数为 {found}，但必须满足 {wanted}。请修改。",
};

export const unknownOutput: Problem = {
  code: "index.unknown-output",
  en: '"{node}" has no output "{output}".{hint} Read "{node}" itself or one of its outputs.',
  zh: "“{node}” 没有输出 “{output}”。{hint}请直接引用 “{node}” 或其已有的输出。",
};

export const notFitted: Problem = {
  code: "index.not-fitted",
  en: 'The nodes {nodes} need parameters from a reference population. Calibrate the definition with fitIndex and score with what it returns; or write scope: "batch" to fit on the table at hand, whose result is then not comparable with others.',
  zh: '节点 {nodes} 需要来自参照总体的参数。请先用 fitIndex 标定定义，再用其返回的定义计分；或在定义中写 scope: "batch"，按当前数据表拟合，但结果不可与其他结果比较。',
};

export const badCalibration: Problem = {
  code: "index.bad-calibration",
  en: 'The calibration does not fit the definition at "{node}": {what}. Fit the definition anew with fitIndex.',
  zh: "标定参数与定义在 “{node}” 处不符：{what}。请用 fitIndex 重新标定。",
};

export const nothingToFit: Problem = {
  code: "index.nothing-to-fit",
  en: "No method of this definition needs a reference population. Score with it as it is.",
  zh: "该定义中没有任何方法需要参照总体。请直接用它计分。",
};

export const alreadyFitted: Problem = {
  code: "index.already-fitted",
  en: "The definition is calibrated already. Take the calibration out to fit it anew.",
  zh: "该定义已经标定。如需重新标定，请先去掉 calibration。",
};

export const unknownPeriod: Problem = {
  code: "index.unknown-period",
  en: 'The parameters of "{node}" are fitted on the period "{period}", which no unit of the reference table has.{hint} State periods in the table or mend the name.',
  zh: "“{node}” 的参数按时期 “{period}” 拟合，但参照表中没有该时期的对象。{hint}请在表中填写 periods，或改正名称。",
};

export const lagWithoutTransform: Problem = {
  code: "index.lag-without-transform",
  en: "lag names a column, but no transform reads it. Add a transform that reads lag, or take lag out.",
  zh: "lag 指定了列，但没有 transform 引用它。请添加引用 lag 的 transform，或去掉 lag。",
};

export const badTransformName: Problem = {
  code: "index.bad-transform-name",
  en: 'The transform reads "{name}", but may read only {allowed} and columns of the table as "@column". Mend the name.',
  zh: "transform 引用了 “{name}”，但只能引用 {allowed} 以及写作 “@列名” 的数据列。请改正名称。",
};

export const codeTwice: Problem = {
  code: "index.code-twice",
  en: "The code {code} has two meanings. Keep it once.",
  zh: "代码 {code} 有两种含义，请只保留一处。",
};

export const orderWeightsLength: Problem = {
  code: "index.order-weights-length",
  en: "There are {found} order weights for {expected} children. Give one for each rank, that of the greatest child first.",
  zh: "序权有 {found} 个，而子节点有 {expected} 个。请按名次逐一给出，最大值的序权在前。",
};

export const weightTwice: Problem = {
  code: "index.weight-twice",
  en: 'The weight of "{node}" is stated in more than one place. Keep one of weight, weightColumn and weighting; an ordered weighted average has only orderWeights.',
  zh: "“{node}” 的权重在多处给出。weight、weightColumn、weighting 只能保留一处；有序加权平均只写 orderWeights。",
};

export const weightsMustSum: Problem = {
  code: "index.weights-must-sum",
  en: 'The weights of "{node}" sum to {found}, but must sum to {expected}. Mend a weight.',
  zh: "“{node}” 的权重合计为 {found}，但必须等于 {expected}。请修改权重。",
};

export const policyNotForMethod: Problem = {
  code: "index.policy-not-for-method",
  en: 'The method "{method}" does not scale weights up, so "renormalise" has no meaning for it. Use propagate, zero, constant, mean-of-others, worst, best or bounds.',
  zh: "“{method}” 不做权重归一，“renormalise” 对它没有意义。请使用 propagate、zero、constant、mean-of-others、worst、best 或 bounds。",
};

export const negativeWeight: Problem = {
  code: "table.negative-weight",
  en: 'Column "{column}", row {row} (unit "{unit}"): the weight {found} is negative. Weights must be 0 or more.',
  zh: "列 “{column}” 第 {row} 行（对象 “{unit}”）：权重 {found} 为负。权重必须不小于 0。",
};

export const weightingInput: Problem = {
  code: "index.weighting-input",
  en: 'The weighting "{method}" is stated incompletely. Methods of people\'s judgement take input; methods that learn from data take over, the rows of the reference table, and no input.',
  zh: "赋权方法 “{method}” 的说明不完整。主观赋权法须填写 input；由数据得出权重的方法须用 over 指明参照表的行，且不填 input。",
};

export const weightingNotComputable: Problem = {
  code: "index.weighting-not-computable",
  en: 'The weighting "{method}" gives no weights: {why} Mend its input.',
  zh: "赋权方法 “{method}” 得不出权重：{why}请修改其输入。",
};

export const weightingCount: Problem = {
  code: "index.weighting-count",
  en: 'The weighting "{method}" gives {found} weights for {expected} children. Give its input one member for each child, in their order.',
  zh: "赋权方法 “{method}” 得出 {found} 个权重，而子节点有 {expected} 个。请按子节点的次序逐一给出输入。",
};
