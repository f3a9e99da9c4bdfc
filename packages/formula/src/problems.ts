import type { Problem } from "@cxmetrics/definition";

export const unknownOperation: Problem = {
  code: "formula.unknown-operation",
  en: "{found} is no operation.{hint} Operations: {allowed}.",
  zh: "{found} 不是可用的运算。{hint}可用的运算：{allowed}。",
};

export const notAnExpression: Problem = {
  code: "formula.not-an-expression",
  en: 'Expected a number, a name, a rational such as "6/16" or an operation, found {found}.',
  zh: "此处应为数字、名称、“6/16” 这样的分数或运算，实际为 {found}。",
};

export const badName: Problem = {
  code: "formula.bad-name",
  en: "{found} does not name an input. Write a text of 1 to {most} characters without line breaks or control characters.",
  zh: "{found} 不能作为输入名称。请使用 1 到 {most} 个字符、不含换行和控制字符的文本。",
};

export const quotedNumber: Problem = {
  code: "formula.quoted-number",
  en: 'The text {found} looks like a number. Write the number without quotes, or a rational such as "1/2".',
  zh: "文本 {found} 看起来是数字。请去掉引号写成数字，或写成 “1/2” 这样的分数。",
};

export const badRational: Problem = {
  code: "formula.bad-rational",
  en: '{found} is no rational. Write digits on both sides of one slash, such as "6/16" or "-1/3", with a denominator other than 0.',
  zh: "{found} 不是有效的分数。请在一条斜线两边写数字，例如 “6/16” 或 “-1/3”，分母不能为 0。",
};

export const notANumber: Problem = {
  code: "formula.not-a-number",
  en: "{found} is no finite number. Write a number.",
  zh: "{found} 不是有限数字。请填写数字。",
};

export const operandCount: Problem = {
  code: "formula.operand-count",
  en: "{op} takes {expected} operand(s), found {found}. Mend the list under of.",
  zh: "{op} 需要 {expected} 个操作数，实际为 {found} 个。请修正 of 中的列表。",
};

export const tooDeep: Problem = {
  code: "formula.too-deep",
  en: "The formula is nested more than {limit} levels deep. Split it into named parts.",
  zh: "公式嵌套超过 {limit} 层。请拆分为若干有名称的部分。",
};

export const tooLarge: Problem = {
  code: "formula.too-large",
  en: "The formula has more than {limit} parts. Split it into named parts.",
  zh: "公式包含超过 {limit} 个部分。请拆分为若干有名称的部分。",
};

export const badWeight: Problem = {
  code: "formula.bad-weight",
  en: 'The weight {found} cannot be used. Write 0, a number from {least} to {most}, or a rational such as "6/16".',
  zh: "权重 {found} 不可用。请填写 0、{least} 到 {most} 之间的数，或 “6/16” 这样的分数。",
};

export const zeroWeights: Problem = {
  code: "formula.zero-weights",
  en: "All weights are 0. Give at least one operand a positive weight.",
  zh: "所有权重都为 0。请至少给一个操作数设置正权重。",
};

export const weightCount: Problem = {
  code: "formula.weight-count",
  en: "There are {weights} weights for {operands} operands. Give one weight for each operand, or leave the weights out.",
  zh: "有 {weights} 个权重，但操作数为 {operands} 个。请为每个操作数各给一个权重，或省略权重。",
};

export const badShare: Problem = {
  code: "formula.bad-share",
  en: '{found} is no share. Write a number from 0 to 1 or a rational such as "2/3".',
  zh: "{found} 不是有效的占比。请填写 0 到 1 之间的数，或 “2/3” 这样的分数。",
};

export const coverageWithoutLeavingOut: Problem = {
  code: "formula.share-without-renormalise",
  en: '{key} has a meaning only where operands are left out. Add missing: "{policy}", or leave {key} out.',
  zh: "只有允许剔除缺失的操作数时 {key} 才有意义。请加上 missing: “{policy}”，或省略 {key}。",
};

export const badCount: Problem = {
  code: "formula.bad-count",
  en: "{found} is no number of operands. Write a whole number from 1 to {most}.",
  zh: "{found} 不是有效的操作数个数。请填写 1 到 {most} 之间的整数。",
};

export const badKnot: Problem = {
  code: "formula.bad-knot",
  en: "{found} is no pair of numbers. Write two numbers or rationals from {least} to {most}.",
  zh: "{found} 不是有效的数对。请写两个 {least} 到 {most} 之间的数字或分数。",
};

export const knotOrder: Problem = {
  code: "formula.knot-order",
  en: "{after} does not lie above {before}. Let the first numbers of the pairs increase strictly.",
  zh: "{after} 不大于 {before}。各数对的第一个数必须严格递增。",
};

export const noBound: Problem = {
  code: "formula.no-bound",
  en: "A clamp needs lower, upper or both. Add a bound, or use the operand itself.",
  zh: "clamp 至少需要 lower 或 upper 之一。请添加界限，或直接使用操作数。",
};

export const crossedBounds: Problem = {
  code: "formula.crossed-bounds",
  en: "lower {lower} is greater than upper {upper}. Exchange them.",
  zh: "lower({lower})大于 upper({upper})。请互换。",
};

export const notACondition: Problem = {
  code: "formula.not-a-condition",
  en: "A condition has compare and of, or exactly one of all, any and not; found {found}.",
  zh: "条件应包含 compare 和 of，或者恰好包含 all、any、not 之一；实际为 {found}。",
};

export const unknownInput: Problem = {
  code: "formula.unknown-input",
  en: 'The formula reads "{name}", which is not among the inputs.{hint} Add the input or mend the name.',
  zh: "公式要读取 “{name}”，但输入中没有它。{hint}请添加该输入，或改正名称。",
};

export const badLength: Problem = {
  code: "formula.bad-length",
  en: "{found} is no number of rows. Give a whole number from 0 to {most}.",
  zh: "{found} 不是有效的行数。请给出 0 到 {most} 之间的整数。",
};

export const badColumn: Problem = {
  code: "column.wrong-shape",
  en: "A column has values (Float64Array) and fault (Uint8Array) of {expected} rows each; found {found}. Build it with columnFrom.",
  zh: "列应包含各 {expected} 行的 values(Float64Array)和 fault(Uint8Array)；实际为 {found}。请用 columnFrom 构造。",
};

export const columnNotANumber: Problem = {
  code: "column.not-a-number",
  en: "Row {row}: {found} is no finite number. Write a number, or null where the value is missing.",
  zh: "第 {row} 行：{found} 不是有限数字。请填写数字，缺失时填 null。",
};

export const columnBadFault: Problem = {
  code: "column.unknown-fault",
  en: "Row {row}: {found} is the code of no fault. Codes run from 0 to {most}.",
  zh: "第 {row} 行：{found} 不是有效的原因代码。代码范围为 0 到 {most}。",
};

export const notApplicableLength: Problem = {
  code: "column.length-mismatch",
  en: "There are {found} marks for {expected} values. Give one mark for each value.",
  zh: "有 {found} 个标记，但值有 {expected} 个。请为每个值各给一个标记。",
};

export const notAList: Problem = {
  code: "column.not-a-list",
  en: "Expected an array or a typed array, found {found}.",
  zh: "此处应为数组或类型化数组，实际为 {found}。",
};

export const badBelow: Problem = {
  code: "formula.bad-below",
  en: 'below is {found}. Write a number, a rational, or "undefined" when there is no value below the first step.',
  zh: "below 为 {found}。请填写数字或分数；首档以下无值时请写 “undefined”。",
};

export const sqlNotSaid: Problem = {
  code: "formula.not-in-sql",
  en: "{dialect} cannot compute {what} with the same result. Choose another dialect, or evaluate that part before and pass it as a column.",
  zh: "{dialect} 无法以相同结果计算 {what}。请改用其他方言，或先计算该部分再作为列传入。",
};

export const sqlTooLong: Problem = {
  code: "formula.sql-too-long",
  en: "The SQL would be longer than {most} characters. Use toSqlQuery, which writes each part once, or split the formula into named parts.",
  zh: "生成的 SQL 超过 {most} 个字符。请使用每部分只写一次的 toSqlQuery，或将公式拆分为若干有名称的部分。",
};

export const badSqlColumn: Problem = {
  code: "formula.bad-sql-column",
  en: 'The column of "{name}" is {found}. Give the name of a column, or an object with column and maybe table and notApplicable.',
  zh: "“{name}” 对应的列为 {found}。请给出列名，或包含 column(可选 table、notApplicable)的对象。",
};

export const badSqlTable: Problem = {
  code: "formula.bad-sql-table",
  en: "from is {found}. Give the name of a table, or schema and table as two names.",
  zh: "from 为 {found}。请给出表名，或以两个名称给出模式与表。",
};

export const badCell: Problem = {
  code: "formula.bad-cell",
  en: "The cell of \"{name}\" is {found}. Give a reference to one cell, such as B2, $B$2 or 'My sheet'!B2, or a defined name.",
  zh: "“{name}” 对应的单元格为 {found}。请给出单个单元格引用(如 B2、$B$2、'My sheet'!B2)或已定义的名称。",
};

export const tooLongForCell: Problem = {
  code: "formula.too-long-for-cell",
  en: "The formula needs {found} characters and {levels} levels of brackets; a cell holds {most} and {deepest}. Give parts of it cells of their own.",
  zh: "该公式需要 {found} 个字符、{levels} 层括号；一个单元格最多容纳 {most} 个字符、{deepest} 层。请把其中的部分放入各自的单元格。",
};

export const notInSpreadsheet: Problem = {
  code: "formula.not-in-spreadsheet",
  en: "A spreadsheet cannot say {what} with the same result. Compute that part elsewhere and write it as a value.",
  zh: "电子表格无法以相同结果表达 {what}。请在别处计算该部分，并以数值写入。",
};

export const badMark: Problem = {
  code: "formula.bad-mark",
  en: "notApplicable is {found}. Give the text that marks a cell as not applicable, 1 to 255 characters long.",
  zh: "notApplicable 为 {found}。请给出标记“不适用”的文本，长度 1 到 255 个字符。",
};

export const badGradientNames: Problem = {
  code: "formula.bad-gradient-names",
  en: "names is {found}. Give a list of the inputs by which to differentiate.",
  zh: "names 为 {found}。请给出求导所用输入名称的列表。",
};
