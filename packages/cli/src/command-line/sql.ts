import { collect } from "../assignment-option.js";
import type { SqlCommandOptions } from "../commands/sql.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "The SQL of a definition: what a database is to be asked for a score, a funnel, a retention or an index.",
    zh: "将定义写成 SQL：为得分、漏斗、留存或指数向数据库查询的语句。",
  },
  dialect: {
    en: "duckdb, postgresql, clickhouse, spark, trino, bigquery or snowflake",
    zh: "duckdb、postgresql、clickhouse、spark、trino、bigquery 或 snowflake",
  },
  table: {
    en: "table to ask, with its schema before a dot; data when left out",
    zh: "要查询的数据表，模式名写在点号之前；省略时为 data",
  },
  column: {
    en: "where a column stands, name=column; several times. Names: rating, weight, second, stratum, cluster (score); actor, event, time, sequence and properties (funnel, retention); unit and columns of the definition (index)",
    zh: "列的位置，写作 名称=列名，可多次给出。名称：rating、weight、second、stratum、cluster（得分）；actor、event、time、sequence 及属性名（漏斗、留存）；unit 及定义中的列名（指数）",
  },
  tally: { en: "score: rating (the default), design or joint", zh: "得分：rating（默认）、design 或 joint" },
  missing: { en: "score: codes that stand for “no answer”, 11,99", zh: "得分：表示“未作答”的编码，如 11,99" },
  form: {
    en: "funnel: windows (the default), asof (DuckDB) or window-funnel (ClickHouse)",
    zh: "漏斗：windows（默认）、asof（DuckDB）或 window-funnel（ClickHouse）",
  },
  untied: {
    en: "funnel: no two different step events of an actor share an instant; the reader checks it",
    zh: "漏斗：声明同一主体没有两个不同步骤事件处于同一时刻；读取结果时会核对",
  },
  until: {
    en: "retention: end of observation, such as the time of the export; the last event when left out",
    zh: "留存：观察截止时刻，例如导出数据的时刻；省略时为最后一个事件的时刻",
  },
  nodes: { en: "index: nodes to compute; the root when left out", zh: "指数：要计算的节点；省略时为根节点" },
  bound: {
    en: "leave texts out of the statement, as parameters to bind",
    zh: "文本不写入语句，而作为待绑定的参数",
  },
};

const examples = `$ cx sql nps --dialect clickhouse --table feedback.answers --column rating=nps
$ cx sql funnel.yaml --dialect duckdb --table events --column actor=user --column event=name --column time=ts_ms --untied
$ cx sql undp.hdi --dialect postgresql --table countries --column unit=country --nodes health,income`;

/** Declares `cx sql`. */
export function declareSql({ program, t, add, go }: CommandLine): void {
  add(program, "sql <definition>", texts.about, examples)
    .requiredOption("--dialect <name>", t(texts.dialect))
    .option("--table <name>", t(texts.table))
    .option("--column <name=column>", t(texts.column), collect)
    .option("--tally <kind>", t(texts.tally))
    .option("--missing <list>", t(texts.missing))
    .option("--form <name>", t(texts.form))
    .option("--untied", t(texts.untied))
    .option("--until <instant>", t(texts.until))
    .option("--nodes <list>", t(texts.nodes))
    .option("--bound", t(texts.bound))
    .action((name: string, options: SqlCommandOptions) => {
      go(async (run) => (await import("../commands/sql.js")).runSql(name, options, run));
    });
}
