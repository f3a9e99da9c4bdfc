import type { Problem } from "@cxmetrics/definition";

export const badEngine: Problem = {
  code: "usage.bad-engine",
  en: '--engine "{found}" is not known. Write duckdb, memory, postgres://user@host/database or clickhouse://user@host:8123/database.',
  zh: "--engine 的“{found}”无法识别。请写 duckdb、memory、postgres://用户@主机/数据库 或 clickhouse://用户@主机:8123/数据库。",
};

export const driverMissing: Problem = {
  code: "engine.driver-missing",
  en: "{database} is reached by its own driver, which is not installed here. Install it: npm install {driver}",
  zh: "连接 {database} 需要其自带的驱动，此处尚未安装。请安装：npm install {driver}",
};

export const engineUnreachable: Problem = {
  code: "engine.unreachable",
  en: "The database at {url} did not answer: {reason}. Mend the address, or see whether the server runs.",
  zh: "位于 {url} 的数据库没有应答：{reason}。请更正地址，或检查服务器是否在运行。",
};

export const engineRefused: Problem = {
  code: "engine.refused",
  en: 'The database refused the query over the table "{table}": {reason}. Mend the name of the table or the types of its columns.',
  zh: "数据库拒绝了对表“{table}”的查询：{reason}。请更正表名或列的类型。",
};

export const notWithDatabase: Problem = {
  code: "usage.not-with-database",
  en: "{option} is not offered where a database takes the tally. Leave it out, or export the table to a file.",
  zh: "由数据库计数时不支持 {option}。请去掉该选项，或将数据表导出为文件。",
};
