import type { Command } from "commander";
import type { CommandLine } from "./command-line.js";

const engine = {
  en: "who takes the tally: duckdb (over the file, the default), memory (row by row), or the address of a database, whose table stands in place of the file: postgres://… or clickhouse://…",
  zh: "由谁计数：duckdb（直接处理文件，默认）、memory（逐行读取），或数据库地址 postgres://… 、clickhouse://…（此时以数据表名代替文件）",
};

/** Declares `--engine`. */
export function engineOption(command: Command, t: CommandLine["t"]): Command {
  return command.option("--engine <name|address>", t(engine));
}
