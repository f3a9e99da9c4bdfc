import type { Problem } from "@cxmetrics/definition";

export const badName: Problem = {
  code: "sql.bad-name",
  en: "{found} cannot name {what}. Give a text that is not empty and holds no NUL character.",
  zh: "{found} 不能作为{what}。请给出非空且不含 NUL 字符的文本。",
};

export const badText: Problem = {
  code: "sql.bad-text",
  en: "{found} holds a character that databases do not store (NUL or half of a surrogate pair). Leave it out.",
  zh: "{found} 含有数据库无法存储的字符（NUL 或不成对的代理项）。请去掉该字符。",
};

export const missingColumn: Problem = {
  code: "sql.missing-column",
  en: 'The definition reads "{name}", but columns do not say where it stands. Name its column in columns{place}.',
  zh: "定义要读取“{name}”，但 columns 没有指明它所在的列。请在 columns{place} 中写出列名。",
};

export const notCompiled: Problem = {
  code: "sql.not-compiled",
  en: "{rule} is not compiled to SQL: {reason} Compute it in memory, or write {instead}.",
  zh: "{rule} 不能编译为 SQL：{reason}请在内存中计算，或改写为 {instead}。",
};

export const noSequence: Problem = {
  code: "sql.no-sequence",
  en: "ties: sequence needs a column that orders events of one instant, because rows of a table have no order. Name it as columns.sequence, or say untied: true where no two different events of an actor share an instant.",
  zh: "ties: sequence 需要一列来排定同一时刻事件的次序，因为数据表的行没有次序。请在 columns.sequence 中指明该列；若同一主体没有两个不同事件处于同一时刻，可写 untied: true。",
};

export const tiedEvents: Problem = {
  code: "sql.tied-events",
  en: "{groups} groups of different step events share actor, instant and sequence number, so that nothing in the table orders them. Give a sequence column that does, or choose ties: simultaneous or strictly-later.",
  zh: "有 {groups} 组不同步骤的事件，其主体、时刻与序号都相同，表中没有任何信息可排定其次序。请给出可排序的 sequence 列，或选用 ties: simultaneous 或 strictly-later。",
};

export const tiedStarts: Problem = {
  code: "sql.tied-events",
  en: "{actors} actors have an event in the very instant of their start that would count as a return or not by which of the two comes first, and nothing in the table says. Give a sequence column, or leave period 0 out.",
  zh: "有 {actors} 个主体在起始事件的同一时刻另有事件，先后不同会影响是否算作回访，而表中没有任何信息可排定次序。请给出 sequence 列，或去掉第 0 周期。",
};

export const badTimes: Problem = {
  code: "sql.bad-times",
  en: "{rows} rows hold no time in epoch milliseconds (empty, not finite or beyond ±8.64e15). Leave them out with a view.",
  zh: "有 {rows} 行没有以毫秒计的有效时间（为空、非有限值或超出 ±8.64e15）。请用视图去掉这些行。",
};

export const unfitTimes: Problem = {
  code: "sql.unfit-times",
  en: "{rows} rows hold a time before 1970 or a fraction of a millisecond, which windowFunnel does not take. Leave form: window-funnel out.",
  zh: "有 {rows} 行的时间早于 1970 年或含不足一毫秒的部分，windowFunnel 无法处理。请去掉 form: window-funnel。",
};

export const badSequences: Problem = {
  code: "sql.bad-sequences",
  en: "{rows} rows hold no sequence number. Give one to every event or to none.",
  zh: "有 {rows} 行没有序号。请为每个事件都给出序号，或都不给。",
};

export const invalidRatings: Problem = {
  code: "sql.invalid-ratings",
  en: "{rows} rows hold no rating of the scale {scale}, or no weight that can be used ({reasons}). Declare codes with missing: [99], or count them with onInvalid: count.",
  zh: "有 {rows} 行不是量表 {scale} 上的评分，或权重不可用（{reasons}）。请用 missing: [99] 声明编码，或用 onInvalid: count 计数。",
};

export const badKeys: Problem = {
  code: "sql.bad-keys",
  en: "{rows} rows lack the key of a {what}. Leave them out with a view, or give them a key.",
  zh: "有 {rows} 行缺少{what}的键。请用视图去掉这些行，或为其给出键。",
};

export const badRows: Problem = {
  code: "sql.bad-rows",
  en: "The rows are not those of the compiled query: {reason}. Hand on what the database answered, unchanged.",
  zh: "这些行不是编译所得查询的结果：{reason}。请原样传入数据库返回的行。",
};

export const badTable: Problem = {
  code: "sql.bad-table",
  en: "{found} does not name a table. Give its name, or a list of up to three names: catalogue, schema, table.",
  zh: "{found} 不是表名。请给出表名，或至多三个名称的列表：目录、模式、表。",
};

export const unknownColumn: Problem = {
  code: "sql.unknown-column",
  en: 'The table of source "{source}" has no column "{column}".{hint} Rename the column, or name another.',
  zh: "数据源“{source}”的表中没有列“{column}”。{hint}请重命名该列，或指定其他列。",
};

export const notNumbers: Problem = {
  code: "sql.not-numbers",
  en: '{rows} rows of source "{source}" hold something other than a number in {columns}. Mend them, or count them with onInvalid: count.',
  zh: "数据源“{source}”有 {rows} 行的 {columns} 不是数字。请更正，或用 onInvalid: count 计数。",
};

export const blankCells: Problem = {
  code: "sql.blank-cells",
  en: '{rows} events of source "{source}" have no actor or no name. Leave them out with a condition or a view.',
  zh: "数据源“{source}”有 {rows} 个事件缺少主体或事件名。请用条件或视图去掉这些行。",
};

export const badClient: Problem = {
  code: "sql.bad-client",
  en: "The client has no method {method}. Give an open connection or client of the database's own driver.",
  zh: "客户端没有 {method} 方法。请传入该数据库驱动的已打开的连接或客户端。",
};
