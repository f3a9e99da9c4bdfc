import type { PathsOptions } from "../commands/paths.js";
import type { CommandLine } from "./command-line.js";
import { eventOptions } from "./event-options.js";

const texts = {
  about: {
    en: "Ways taken: moves from event to event, Sankey data, lostness on the way to a goal.",
    zh: "走过的路径：事件之间的流转、桑基图数据、通往目标途中的迷失度。",
  },
  gap: {
    en: "a new session after so long without an event, such as 30m",
    zh: "相隔多久没有事件即为新会话，如 30m",
  },
  session: { en: "column that names the session of each event", zh: "标明每个事件所属会话的列" },
  wholeActor: { en: "all events of an actor are one session", zh: "同一主体的全部事件为一个会话" },
  events: { en: "events that count; all when left out", zh: "计入的事件；省略时为全部" },
  first: {
    en: "events of a session to keep, from its beginning; 10 when left out",
    zh: "自会话开头保留的事件数；省略时为 10",
  },
  before: {
    en: "look back from the first of these events in each session",
    zh: "自每个会话中首个此类事件向前回看",
  },
  last: {
    en: "with --before: events to keep before it; 9 when left out",
    zh: "与 --before 同用：保留其前的事件数；省略时为 9",
  },
  top: {
    en: "keep the events of the most sessions; the others become one",
    zh: "保留出现会话最多的若干事件；其余合并为一类",
  },
  keepRepeats: { en: "count an event that repeats at once each time", zh: "连续重复的事件逐次计入" },
  from: { en: "with --to: where the way to the goal begins", zh: "与 --to 同用：通往目标的路径从何处开始" },
  to: { en: "the goal, for lostness", zh: "目标事件，用于计算迷失度" },
  links: {
    en: 'moves that there are, such as "home>list,list>pay"; those seen in the data when left out',
    zh: "已有的跳转，如“home>list,list>pay”；省略时为数据中出现过的跳转",
  },
  output: {
    en: "file to write: JSON or CSV when it ends so, text otherwise",
    zh: "要写入的文件：按后缀为 JSON 或 CSV，否则为文本",
  },
};

const examples = `$ cx paths events.csv --actor user --time ts_ms --event event --gap 30m --first 4 --top 8
$ cx paths events.csv --actor user --time ts_ms --event event --session visit --before purchase --last 3 --json
$ cx paths events.csv --actor user --time ts_ms --event event --whole-actor --from home --to purchase`;

/** Declares `cx paths`. */
export function declarePaths({ program, t, add, go }: CommandLine): void {
  eventOptions(add(program, "paths <file>", texts.about, examples), t)
    .option("--gap <span>", t(texts.gap))
    .option("--session <column>", t(texts.session))
    .option("--whole-actor", t(texts.wholeActor))
    .option("--events <list>", t(texts.events))
    .option("--first <n>", t(texts.first))
    .option("--before <events>", t(texts.before))
    .option("--last <n>", t(texts.last))
    .option("--top <n>", t(texts.top))
    .option("--keep-repeats", t(texts.keepRepeats))
    .option("--from <event>", t(texts.from))
    .option("--to <event>", t(texts.to))
    .option("--links <list>", t(texts.links))
    .option("-o, --output <file>", t(texts.output))
    .action((file: string, options: PathsOptions) => {
      go(async (run) => (await import("../commands/paths.js")).runPaths(file, options, run));
    });
}
