import type { RetentionOptions } from "../commands/retention.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";
import { eventOptions } from "./event-options.js";

const texts = {
  about: {
    en: "Who came back: retention by cohort of the first start, with intervals.",
    zh: "谁回来了：按首次开始所在的群组计算留存率，附区间。",
  },
  periods: {
    en: "periods after the start, such as 1,7,30; with --mode bracket ranges such as 1-7,8-30",
    zh: "起始后的时段，如 1,7,30；若用 --mode bracket，则为区间，如 1-7,8-30",
  },
  start: { en: "events that begin a history; any when left out", zh: "作为起点的事件；省略时为任意事件" },
  return: { en: "events that count as a return; any when left out", zh: "算作返回的事件；省略时为任意事件" },
  mode: {
    en: "on (in the period, the default), on-or-after or bracket",
    zh: "on（在该时段内，默认）、on-or-after（该时段或之后）或 bracket（区间）",
  },
  clock: {
    en: "calendar (periods of the time zone, the default) or rolling (24 hours from the start)",
    zh: "calendar（按时区的日历时段，默认）或 rolling（自起点每 24 小时）",
  },
  period: { en: "day (the default), week or month", zh: "day（日，默认）、week（周）或 month（月）" },
  cohort: {
    en: "length of a cohort: day, week or month; that of --period when left out",
    zh: "群组的长度：day、week 或 month；省略时同 --period",
  },
  timeZone: {
    en: "time zone of days, such as Asia/Shanghai; UTC when left out",
    zh: "划分日期的时区，如 Asia/Shanghai；省略时为 UTC",
  },
  until: {
    en: "end of observation, such as the time of the export; the last event when left out",
    zh: "观察截止时刻，例如导出数据的时刻；省略时为最后一个事件的时刻",
  },
  average: {
    en: "weighted (every actor alike, the default) or unweighted (every cohort alike)",
    zh: "weighted（按人数加权，默认）或 unweighted（各群组权重相同）",
  },
  output: {
    en: "file to write: JSON or CSV when it ends so, text otherwise",
    zh: "要写入的文件：按后缀为 JSON 或 CSV，否则为文本",
  },
};

const examples = `$ cx retention events.csv --actor user --time ts_ms --event event --periods 1,7,30 --time-zone Asia/Shanghai
$ cx retention events.csv --actor user --time ts_ms --event event --start sign-up --return pay --mode bracket --periods 1-7,8-30 --cohort week`;

/** Declares `cx retention`. */
export function declareRetention({ program, t, add, go }: CommandLine): void {
  eventOptions(add(program, "retention <file>", texts.about, examples), t)
    .requiredOption("--periods <list>", t(texts.periods))
    .option("--start <events>", t(texts.start))
    .option("--return <events>", t(texts.return))
    .option("--mode <mode>", t(texts.mode))
    .option("--clock <clock>", t(texts.clock))
    .option("--period <length>", t(texts.period))
    .option("--cohort <length>", t(texts.cohort))
    .option("--time-zone <zone>", t(texts.timeZone))
    .option("--until <instant>", t(texts.until))
    .option("--average <kind>", t(texts.average))
    .option("--level <share>", t(help.level))
    .option("-o, --output <file>", t(texts.output))
    .action((file: string, options: RetentionOptions) => {
      go(async (run) => (await import("../commands/retention.js")).runRetention(file, options, run));
    });
}
