import type { Problem } from "@cxmetrics/definition";

// ——— The command line itself (exit code 2) ———

export const badLanguage: Problem = {
  code: "usage.bad-language",
  en: 'There is no language "{found}". Write --lang en or --lang zh.',
  zh: "没有语言“{found}”。请写 --lang en 或 --lang zh。",
};

export const badDuration: Problem = {
  code: "usage.bad-duration",
  en: '{option} "{found}" is no span of time. Write a number and one unit: 7d, 36h, 30m, 90s or 500ms.',
  zh: "{option} 的“{found}”不是时间长度。请写一个数字加一个单位：7d、36h、30m、90s 或 500ms。",
};

export const emptyListMember: Problem = {
  code: "usage.empty-list-member",
  en: '{option} "{found}" has an empty member. Write names separated by single commas.',
  zh: "{option} 的“{found}”中有空项。请用单个逗号分隔各个名称。",
};

export const badNumberOption: Problem = {
  code: "usage.bad-number",
  en: '{option} "{found}" must be {kind}, {expected}.',
  zh: "{option} 的“{found}”应为{kind}，{expected}。",
};

export const badChoice: Problem = {
  code: "usage.bad-choice",
  en: '{option} "{found}" is not one of: {allowed}.',
  zh: "{option} 的“{found}”不在可选范围内：{allowed}。",
};

export const badEncoding: Problem = {
  code: "usage.bad-encoding",
  en: '--encoding "{found}" is not known. Write a name such as gb18030, big5, shift_jis, windows-1252 or utf-16le.',
  zh: "--encoding 的“{found}”无法识别。请写 gb18030、big5、shift_jis、windows-1252 或 utf-16le 等名称。",
};

export const badDate: Problem = {
  code: "usage.bad-date",
  en: '--evaluated-on "{found}" is no date. Write YYYY-MM-DD.',
  zh: "--evaluated-on 的“{found}”不是日期。请写 YYYY-MM-DD。",
};

export const badDelimiter: Problem = {
  code: "usage.bad-delimiter",
  en: '--delimiter "{found}" is not one character. Write one, for example ; or the word tab.',
  zh: "--delimiter 的“{found}”不是单个字符。请写一个字符，例如 ; 或单词 tab。",
};

export const unknownOption: Problem = {
  code: "usage.unknown-option",
  en: "There is no option {found}.{hint} See cx {command} --help.",
  zh: "没有选项 {found}。{hint}请参阅 cx {command} --help。",
};

export const unknownCommand: Problem = {
  code: "usage.unknown-command",
  en: 'There is no command "{found}".{hint} See cx --help.',
  zh: "没有命令“{found}”。{hint}请参阅 cx --help。",
};

export const missingArgument: Problem = {
  code: "usage.missing-argument",
  en: "The argument <{found}> is missing. See cx {command} --help.",
  zh: "缺少参数 <{found}>。请参阅 cx {command} --help。",
};

export const missingOption: Problem = {
  code: "usage.missing-option",
  en: "The option {found} is required. See cx {command} --help.",
  zh: "必须给出选项 {found}。请参阅 cx {command} --help。",
};

export const missingOptionValue: Problem = {
  code: "usage.missing-option-value",
  en: "The option {found} needs a value. See cx {command} --help.",
  zh: "选项 {found} 需要一个值。请参阅 cx {command} --help。",
};

export const tooManyArguments: Problem = {
  code: "usage.too-many-arguments",
  en: "There are too many arguments. A name with blanks belongs in quotation marks. See cx {command} --help.",
  zh: "参数过多。含空格的名称请加引号。请参阅 cx {command} --help。",
};

export const badCommandLine: Problem = {
  code: "usage.bad-command-line",
  en: "The command line cannot be understood: {reason}. See cx {command} --help.",
  zh: "无法理解该命令行：{reason}。请参阅 cx {command} --help。",
};

export const compareNeedsTwo: Problem = {
  code: "usage.compare-needs-two",
  en: "Name what to compare: two files (cx compare before.csv after.csv), or one file and --group COLUMN.",
  zh: "请指明比较对象：两个文件（cx compare before.csv after.csv），或一个文件加 --group 列名。",
};

export const compareEitherOr: Problem = {
  code: "usage.compare-either-or",
  en: "Two files are compared with each other, so --group and --groups have no place. Leave them out, or give one file.",
  zh: "两个文件互相比较时不能使用 --group 或 --groups。请去掉它们，或只给一个文件。",
};

export const groupsNeedTwo: Problem = {
  code: "usage.groups-need-two",
  en: '--groups takes two different names, first the one before, then the one after: --groups A,B. Found "{found}".',
  zh: "--groups 需要两个不同的名称，先写“前”，后写“后”：--groups A,B。实际为“{found}”。",
};

export const needsUnit: Problem = {
  code: "usage.needs-unit",
  en: "The data holds {count} units. Choose one: --unit NAME.",
  zh: "数据中有 {count} 个评价单元。请用 --unit 名称 选择一个。",
};

export const badAssignment: Problem = {
  code: "usage.bad-assignment",
  en: '{option} "{found}" is not understood. Write NAME=VALUE.',
  zh: "无法理解 {option} “{found}”。请写“名称=值”。",
};

export const badWeightOption: Problem = {
  code: "usage.bad-weight-option",
  en: '--weight "{found}" is not understood. Name a node and its child, then the weight: NODE.CHILD=2 or NODE.CHILD=1/3.',
  zh: "无法理解 --weight “{found}”。请写节点、下级节点与权重：节点.下级=2 或 节点.下级=1/3。",
};

export const badTargetOption: Problem = {
  code: "usage.bad-target",
  en: '--target "{found}" is not understood. Write score=80 or rank=1.',
  zh: "无法理解 --target “{found}”。请写 score=80 或 rank=1。",
};

export const unknownThreshold: Problem = {
  code: "usage.unknown-threshold",
  en: 'There is no threshold "{found}".{hint} These are: {known}.',
  zh: "没有名为“{found}”的界限。{hint}可用的界限：{known}。",
};

export const badBounds: Problem = {
  code: "usage.bad-bounds",
  en: '"{found}" is not understood. Write --bounds INDICATOR=LOWER..UPPER, and --cost INDICATOR=NUMBER with a number above 0.',
  zh: "无法理解“{found}”。请写 --bounds 指标=下限..上限，以及 --cost 指标=大于 0 的数。",
};

export const whatIfEitherOr: Problem = {
  code: "usage.whatif-either-or",
  en: "Ask one thing: what a change does (--set, --weight, --patch), or what reaches a target (--target). Leave {option} out.",
  zh: "请只问一件事：某项改变的结果（--set、--weight、--patch），或如何达到目标（--target）。请去掉 {option}。",
};

export const whatIfNothing: Problem = {
  code: "usage.whatif-nothing",
  en: "Say what to try: --set INDICATOR=VALUE, --weight NODE.CHILD=WEIGHT or --patch FILE; or --target score=80.",
  zh: "请说明要尝试什么：--set 指标=值、--weight 节点.下级=权重 或 --patch 文件；或 --target score=80。",
};

export const severalUnits: Problem = {
  code: "usage.several-units",
  en: "--set names more than one unit ({units}). Change one unit at a time.",
  zh: "--set 涉及多个评价单元（{units}）。每次请只改变一个单元。",
};

export const twoPeriodsNeeded: Problem = {
  code: "usage.two-periods-needed",
  en: "Name what to compare: two files, or one file with --periods COLUMN --from PERIOD --to PERIOD.",
  zh: "请指明比较对象：两个文件，或一个文件加 --periods 列名 --from 期间 --to 期间。",
};

export const unknownPeriod: Problem = {
  code: "usage.unknown-period",
  en: "{file} holds no period {period}.{hint} It holds: {periods}.",
  zh: "{file} 中没有期间 {period}。{hint}现有期间：{periods}。",
};

export const nodeNotCompared: Problem = {
  code: "index.node-not-compared",
  en: 'The node "{node}" does not stand in both definitions with one meaning.{hint} These do: {nodes}.',
  zh: "节点“{node}”在两个定义中没有相同的含义。{hint}可比较的节点：{nodes}。",
};

export const earlierNeedsBoth: Problem = {
  code: "usage.earlier-needs-both",
  en: "--earlier and --earlier-data belong together: a definition and the waves that it scored. Add {option}.",
  zh: "--earlier 与 --earlier-data 须一同给出：一个定义及其计分的各期数据。请补充 {option}。",
};

export const noMatrixNames: Problem = {
  code: "weights.matrix-not-square",
  en: "{file} has {rows} rows of judgements and {columns} columns of numbers. A judgement matrix is square: one row and one column for each indicator, in the same order.",
  zh: "{file} 有 {rows} 行判断、{columns} 列数字。判断矩阵应为方阵：每个指标一行一列，次序相同。",
};

export const matrixNames: Problem = {
  code: "weights.matrix-names",
  en: 'Row {row} of {file} is named "{found}", but the column at that place is "{expected}". Put rows and columns in the same order.',
  zh: "{file} 第 {row} 行名为“{found}”，而同一位置的列为“{expected}”。请使行与列次序一致。",
};

export const noIndicatorColumns: Problem = {
  code: "weights.no-columns",
  en: "{file} has no columns of numbers to weigh. Name them: --columns A,B.",
  zh: "{file} 中没有可用于赋权的数字列。请指明：--columns A,B。",
};

export const seedMissing: Problem = {
  code: "usage.seed-missing",
  en: "{option} draws at random. Add --seed with a whole number, so that the same command gives the same answer.",
  zh: "{option} 会随机抽取。请加 --seed 和一个整数，使同一命令得出相同结果。",
};

export const seedNotUsed: Problem = {
  code: "usage.seed-not-used",
  en: "--seed {found} is not used: nothing is drawn at random. Add --bootstrap, or leave --seed out.",
  zh: "--seed {found} 没有用处：此处不随机抽取。请加 --bootstrap，或去掉 --seed。",
};

export const needsOption: Problem = {
  code: "usage.option-needed",
  en: "{choice} needs {option}. Add it.",
  zh: "{choice} 需要 {option}。请补充。",
};

export const optionNotUsed: Problem = {
  code: "usage.option-not-used",
  en: "{choice} takes no {option}. Leave it out.",
  zh: "{choice} 不使用 {option}。请去掉它。",
};

export const badPopulations: Problem = {
  code: "usage.bad-populations",
  en: '--fpc "{found}" is not understood. With strata, write STRATUM=NUMBER for each, separated by commas, or name a column.',
  zh: "无法理解 --fpc “{found}”。分层抽样请为每层写“层=数字”，以逗号分隔，或指明一列。",
};

export const populationsNeedStrata: Problem = {
  code: "usage.populations-need-strata",
  en: '--fpc "{found}" names strata, but there is no --strata. Add it, or write one number.',
  zh: "--fpc “{found}”指定了各层，但没有 --strata。请补充，或只写一个数字。",
};

export const itemCount: Problem = {
  code: "usage.item-count",
  en: "--items names {found} columns, but {instrument} has {expected} items. Name one column for each, in its order.",
  zh: "--items 给出 {found} 列，而 {instrument} 有 {expected} 个题项。请按顺序为每个题项指明一列。",
};

export const tooManyVariances: Problem = {
  code: "usage.too-many-variances",
  en: '--variance "{found}" holds too many numbers; {most} at most.',
  zh: "--variance “{found}”中的数字过多，最多 {most} 个。",
};

export const badBurst: Problem = {
  code: "usage.bad-burst",
  en: '--burst "{found}" is not understood. Write a number of responses and a span of time, for example 100/1h.',
  zh: "无法理解 --burst “{found}”。请写答卷数与时间长度，例如 100/1h。",
};

export const chartNeeds: Problem = {
  code: "usage.chart-needs",
  en: "A chart of kind {kind} needs {needed}. Name the columns.",
  zh: "{kind} 图需要 {needed}。请指明这些列。",
};

export const chartTakesNo: Problem = {
  code: "usage.chart-takes-no",
  en: "A chart of kind {kind} takes no {found}; it takes {needed}. Leave it out, or choose another kind.",
  zh: "{kind} 图不使用 {found}，而使用 {needed}。请去掉它，或改用其他类型的图。",
};

// ——— Files ———

export const fileNotFound: Problem = {
  code: "file.not-found",
  en: "The file {file} does not exist.{hint} Check the path.",
  zh: "文件 {file} 不存在。{hint}请检查路径。",
};

export const fileIsFolder: Problem = {
  code: "file.is-folder",
  en: "{file} is a folder. Name one file inside it.",
  zh: "{file} 是文件夹。请指定其中的一个文件。",
};

export const fileNotRegular: Problem = {
  code: "file.not-regular",
  en: "{file} is a pipe or a device; it is read more than once, so save it to a file first.",
  zh: "{file} 是管道或设备。由于需要多次读取，请先保存为文件。",
};

export const fileNotReadable: Problem = {
  code: "file.not-readable",
  en: "{file} cannot be read ({reason}). Check its permissions.",
  zh: "无法读取 {file}（{reason}）。请检查权限。",
};

export const fileIsRemote: Problem = {
  code: "file.is-remote",
  en: "{file} is an address on a network; cx reads local files only. Download it first.",
  zh: "{file} 是网络地址；cx 只读取本地文件。请先下载。",
};

export const fileIsOtherFormat: Problem = {
  code: "file.unknown-format",
  en: "{file} is {format}, which cx does not read. Save it as CSV (UTF-8), Parquet or JSON.",
  zh: "{file} 是{format}，cx 无法读取。请另存为 CSV（UTF-8）、Parquet 或 JSON。",
};

export const fileTooLarge: Problem = {
  code: "file.too-large",
  en: "The document {file} has {bytes} bytes; a document may have {limit}. Is it a data file?",
  zh: "文档 {file} 有 {bytes} 字节，上限为 {limit}。它是不是数据文件？",
};

// ——— Tables ———

export const tableEmpty: Problem = {
  code: "table.empty",
  en: "{file} is empty. It needs a row of column names and at least one row of data.",
  zh: "{file} 是空文件。它至少需要一行列名和一行数据。",
};

export const tableNoRows: Problem = {
  code: "table.no-rows",
  en: "{file} has column names but no row of data. Add the data.",
  zh: "{file} 只有列名，没有数据行。请补充数据。",
};

export const unknownColumn: Problem = {
  code: "table.unknown-column",
  en: "{file} has no column {column}.{hint} Its columns: {columns}.",
  zh: "{file} 中没有列 {column}。{hint}现有的列：{columns}。",
};

export const unseenEvent: Problem = {
  code: "funnel.unknown-event",
  en: '{file} holds no event "{event}".{hint} Mend --steps, or add --allow-unseen where a step may stay empty. Its events: {events}.',
  zh: "{file} 中没有事件“{event}”。{hint}请修正 --steps；若允许某一步为空，请加 --allow-unseen。现有的事件：{events}。",
};

export const ambiguousColumn: Problem = {
  code: "table.ambiguous-column",
  en: "{file} has {count} columns named {column} (blanks around a name do not count). Rename all but one.",
  zh: "{file} 中有 {count} 列名为 {column}（名称两端的空格不计）。请改名，只保留一个。",
};

export const notUtf8: Problem = {
  code: "table.not-utf-8",
  en: "{file} is not written in UTF-8{place}. Name its encoding, for example --encoding gb18030 (Chinese) or --encoding windows-1252 (Western European), or save it again as UTF-8.",
  zh: "{file} 不是 UTF-8 编码{place}。请指明编码，例如 --encoding gb18030（中文）或 --encoding windows-1252（西欧），或另存为 UTF-8。",
};

export const notInEncoding: Problem = {
  code: "table.not-in-encoding",
  en: "{file} is not written in {encoding}. Name another --encoding, or save the file as UTF-8.",
  zh: "{file} 不是 {encoding} 编码。请改用其他 --encoding，或将文件另存为 UTF-8。",
};

export const raggedRow: Problem = {
  code: "table.ragged-row",
  en: "Row {row} of {file} has {found} cells where the header has {expected}. Mend that row; a cell that holds a comma belongs in quotation marks.",
  zh: "{file} 第 {row} 行有 {found} 个单元格，而表头有 {expected} 个。请修正该行；含逗号的单元格应加引号。",
};

export const unclosedQuote: Problem = {
  code: "table.unclosed-quote",
  en: "A quotation mark in row {row} of {file} is not closed, or something follows it. Close it; a quotation mark inside a cell is written twice.",
  zh: "{file} 第 {row} 行的引号没有闭合，或其后还有其他字符。请闭合引号；单元格内的引号应写两次。",
};

export const mixedLineEndings: Problem = {
  code: "table.mixed-line-endings",
  en: "{file} cannot be split into rows: most often its line endings are of two kinds (LF and CRLF). Save it again with one kind.",
  zh: "无法将 {file} 分成行：通常是换行符混用（LF 与 CRLF）。请用同一种换行符重新保存。",
};

export const rowTooLong: Problem = {
  code: "table.row-too-long",
  en: "Row {row} of {file} is longer than two million bytes; most often a quotation mark before it is not closed. Mend it there.",
  zh: "{file} 第 {row} 行超过两百万字节；通常是此前有引号没有闭合。请在该处修正。",
};

export const headerTooLong: Problem = {
  code: "table.header-too-long",
  en: "The first row of {file} has no end within a million bytes. Is a quotation mark not closed, or is this no table?",
  zh: "{file} 的首行在一百万字节内没有结束。是否有引号没有闭合，或者它不是表格？",
};

export const unreadableTable: Problem = {
  code: "table.unreadable",
  en: "{file} cannot be read as {format}: {reason}.",
  zh: "无法将 {file} 作为 {format} 读取：{reason}。",
};

export const rowsNotObjects: Problem = {
  code: "table.rows-not-objects",
  en: 'Row {row} of {file} is not a JSON object. Write one object a row, such as {"score": 9}.',
  zh: '{file} 第 {row} 行不是 JSON 对象。每行应为一个对象，例如 {"score": 9}。',
};

export const notANumber: Problem = {
  code: "table.not-a-number",
  en: 'Row {row} of {file}: "{value}" in column {column} is not a number. If it stands for "no answer", add --missing "{value}"; otherwise mend the cell (no thousands separators, no percent sign).',
  zh: '{file} 第 {row} 行：列 {column} 中的“{value}”不是数字。若它表示“未作答”，请加 --missing "{value}"；否则请修正该单元格（不要千位分隔符或百分号）。',
};

export const unsafeInteger: Problem = {
  code: "table.unsafe-integer",
  en: "Row {row} of {file}: the whole number in column {column} is larger than 2^53 − 1 and would be changed by reading it. Store it as text if it is an identifier.",
  zh: "{file} 第 {row} 行：列 {column} 中的整数大于 2^53 − 1，读取时会失真。若为标识符，请以文本存储。",
};

export const notATime: Problem = {
  code: "table.not-a-time",
  en: 'Row {row} of {file}: "{value}" in column {column} is not a time. Write epoch milliseconds, 2026-01-31T09:30:00+08:00, or 2026-01-31 09:30:00 (read as UTC).',
  zh: "{file} 第 {row} 行：列 {column} 中的“{value}”不是时间。请写毫秒时间戳、2026-01-31T09:30:00+08:00，或 2026-01-31 09:30:00（按 UTC 读取）。",
};

export const timeInSeconds: Problem = {
  code: "table.time-in-seconds",
  en: "Row {row} of {file}: {value} in column {column} looks like epoch seconds (as milliseconds it lies before March 1973). Add --time-unit s, or --time-unit ms if it is right.",
  zh: "{file} 第 {row} 行：列 {column} 中的 {value} 看起来是以秒计的时间戳（按毫秒计则早于 1973 年 3 月）。请加 --time-unit s；若确为毫秒，请加 --time-unit ms。",
};

export const blankTime: Problem = {
  code: "table.blank-time",
  en: "Row {row} of {file}: the time in column {column} is blank, so the event has no place in the order. Fill it in or remove the row.",
  zh: "{file} 第 {row} 行：列 {column} 的时间为空，该事件无法排序。请补充时间或删除该行。",
};

export const ratingOffScale: Problem = {
  code: "rating.off-scale",
  en: 'Row {row} of {file}: {value} in column {column} is off the scale {min}…{max} of {definition}. If {value} stands for "no answer", add --missing {value}; otherwise mend the cell.',
  zh: "{file} 第 {row} 行：列 {column} 中的 {value} 超出 {definition} 的量表范围 {min}…{max}。若 {value} 表示“未作答”，请加 --missing {value}；否则请修正该单元格。",
};

export const ratingNotWhole: Problem = {
  code: "rating.not-whole",
  en: 'Row {row} of {file}: {value} in column {column} is not a whole point of the scale {min}…{max} of {definition}. If {value} stands for "no answer", add --missing {value}; otherwise mend the cell.',
  zh: "{file} 第 {row} 行：列 {column} 中的 {value} 不是 {definition} 量表 {min}…{max} 上的整数分值。若 {value} 表示“未作答”，请加 --missing {value}；否则请修正该单元格。",
};

export const blankKey: Problem = {
  code: "table.blank-key",
  en: "Row {row} of {file}: column {column} is blank, so it is not known where the row belongs. Fill it in or remove the row.",
  zh: "{file} 第 {row} 行：列 {column} 为空，无法确定该行的归属。请补充内容或删除该行。",
};

export const inRow: Problem = {
  code: "table.in-row",
  en: "Row {row} of {file}, column {column}: {reason}",
  zh: "{file} 第 {row} 行，列 {column}：{reason}",
};

export const inSourceRow: Problem = {
  code: "cell.refused",
  en: "{reason} It stands in row {fileRow} of {file}, the header included.",
  zh: "{reason}该单元格位于 {file} 第 {fileRow} 行（含表头）。",
};

export const notTwoGroups: Problem = {
  code: "compare.not-two-groups",
  en: "Column {column} of {file} holds {count} groups: {groups}. Name the two to compare: --groups A,B.",
  zh: "{file} 的列 {column} 中有 {count} 个组：{groups}。请指明要比较的两个：--groups A,B。",
};

export const unknownGroup: Problem = {
  code: "compare.unknown-group",
  en: "Column {column} of {file} holds no group {group}.{hint} It holds: {groups}.",
  zh: "{file} 的列 {column} 中没有组 {group}。{hint}现有的组：{groups}。",
};

export const unknownUnit: Problem = {
  code: "index.unknown-unit",
  en: "{file} holds no unit {unit}.{hint}",
  zh: "{file} 中没有评价单元 {unit}。{hint}",
};

export const ambiguousUnit: Problem = {
  code: "index.ambiguous-unit",
  en: "{file} holds {count} units named {unit}. Name the columns that tell them apart: --units COLUMN,COLUMN.",
  zh: "{file} 中有 {count} 个名为 {unit} 的评价单元。请指定能区分它们的列：--units 列名，列名。",
};

export const fpcDiffers: Problem = {
  code: "design.fpc-differs",
  en: 'Row {row} of {file}: {value} in column {column}, but an earlier row of the stratum "{stratum}" says {other}. Give all rows of a stratum one number.',
  zh: "{file} 第 {row} 行：列 {column} 为 {value}，而层“{stratum}”前面的行为 {other}。同一层的各行应为同一数字。",
};

export const ratedTwice: Problem = {
  code: "agreement.rated-twice",
  en: "Row {row} of {file}: {rater} has rated {unit} in an earlier row, too. Keep one rating of each rater for each unit.",
  zh: "{file} 第 {row} 行：{rater} 在前面的行中已评过 {unit}。每名评分者对每个单元只保留一个评分。",
};

export const tooManyRatings: Problem = {
  code: "agreement.too-large",
  en: "{file} names {units} units and {raters} raters: too many combinations. Are the columns of unit and rater right?",
  zh: "{file} 中有 {units} 个单元、{raters} 名评分者，组合过多。单元列与评分者列是否指定正确？",
};

export const notTwoRaters: Problem = {
  code: "agreement.not-two-raters",
  en: "Cohen's kappa compares two raters; column {column} of {file} names {count}: {raters}. Choose --method krippendorff, fleiss or gwet.",
  zh: "Cohen kappa 只比较两名评分者；{file} 的列 {column} 中有 {count} 名：{raters}。请选用 --method krippendorff、fleiss 或 gwet。",
};

export const periodRepeated: Problem = {
  code: "chart.period-repeated",
  en: "Row {row} of {file}: the period {period} in column {column} stands in an earlier row, too. Give each period one row.",
  zh: "{file} 第 {row} 行：列 {column} 中的期间 {period} 在前面的行中已出现。请每期只用一行。",
};

export const repeatedKey: Problem = {
  code: "table.repeated-key",
  en: "Row {row} of {file}: {key} stands in an earlier row, too. Keep one row for it.",
  zh: "{file} 第 {row} 行：{key} 在前面的行中已出现。请只保留一行。",
};

export const unitNotInTable: Problem = {
  code: "index.unknown-unit",
  en: 'Row {row} of {file}: the data hold no unit "{unit}".{hint} Name the units as in the data.',
  zh: "{file} 第 {row} 行：数据中没有评价单元“{unit}”。{hint}请使用与数据相同的单元名称。",
};

// ——— Output ———

export const outputNotWritable: Problem = {
  code: "output.not-writable",
  en: "{file} cannot be written ({reason}). Nothing was changed. Check the path and its permissions.",
  zh: "无法写入 {file}（{reason}）。未作任何改动。请检查路径及其权限。",
};

export const outputIsFolder: Problem = {
  code: "output.is-folder",
  en: "{file} is a folder. Name a file to write.",
  zh: "{file} 是文件夹。请指定要写入的文件名。",
};

export const outputIsFile: Problem = {
  code: "output.is-file",
  en: "{file} is a file. Name a folder for the results.",
  zh: "{file} 是文件。请指定存放结果的文件夹。",
};

export const outputIsInput: Problem = {
  code: "output.is-input",
  en: "{file} is also an input; writing would destroy it. Name another file.",
  zh: "{file} 同时也是输入文件，写入会将其破坏。请指定其他文件。",
};

export const noCsvOutput: Problem = {
  code: "output.no-csv",
  en: "{file}: this answer is no table, so it cannot be written as CSV. Name a file that ends in .json, or in .txt.",
  zh: "{file}：此结果不是表格，无法写成 CSV。请改用以 .json 或 .txt 结尾的文件名。",
};

// ——— The run ———

export const interrupted: Problem = {
  code: "interrupted",
  en: "Stopped. Nothing was written.",
  zh: "已停止，未写入任何内容。",
};

export const internalError: Problem = {
  code: "internal",
  en: "cx failed in a way it should not: {reason}. Please report it; CX_DEBUG=1 shows where it happened.",
  zh: "cx 发生了不应出现的错误：{reason}。请反馈该问题；设置 CX_DEBUG=1 可查看出错位置。",
};
