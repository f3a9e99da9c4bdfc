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

export const shareWithoutRenormalise: Problem = {
  code: "formula.share-without-renormalise",
  en: 'minimumAvailable has a meaning only with missing: "renormalise". Add that, or leave minimumAvailable out.',
  zh: "只有设置 missing: “renormalise” 时 minimumAvailable 才有意义。请加上该设置，或省略 minimumAvailable。",
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
