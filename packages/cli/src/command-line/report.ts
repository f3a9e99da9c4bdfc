import type { ReportCommandOptions } from "../commands/report.js";
import type { ReportChartOptions } from "../commands/report-chart.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "The report of an evaluation as one HTML page, made again from its result.json; cx report chart draws single pictures.",
    zh: "由评价的 result.json 重新生成单页 HTML 报告；cx report chart 可单独绘图。",
  },
  page: {
    en: "The whole report; meant where no command is named. -o names the file, --theme is auto, light or dark.",
    zh: "完整报告；未写子命令时即为此项。-o 指定文件，--theme 为 auto、light 或 dark。",
  },
  output: { en: "HTML file to write", zh: "要写入的 HTML 文件" },
  theme: {
    en: "auto (follows the reader's setting, the default), light or dark",
    zh: "auto（随读者的系统设置，默认）、light 或 dark",
  },
  chart: {
    en: "A picture of another command's --json answer, of a result.json, or of {kind, data}: SVG or PNG.",
    zh: "将其他命令的 --json 结果、result.json 或 {kind, data} 绘成图片：SVG 或 PNG。",
  },
  chartOutput: { en: "file to write, ending in .svg or .png", zh: "要写入的文件，以 .svg 或 .png 结尾" },
  kind: {
    en: "intervals, nps, trend, funnel, tree, radar, heat-map, matrix, waterfall or rank-intervals; the usual one for the answer when left out",
    zh: "intervals、nps、trend、funnel、tree、radar、heat-map、matrix、waterfall 或 rank-intervals；省略时为该结果的常用图",
  },
  of: {
    en: "unit, criterion, node or group to show; the first, or all, when left out",
    zh: "要显示的对象、校标、节点或分组；省略时为第一个或全部",
  },
  title: { en: "title over the picture", zh: "图片标题" },
  width: {
    en: "pixels, 280 to 2000; 760 when left out (PNG files have twice as many)",
    zh: "像素，280 至 2000；省略时为 760（PNG 为其两倍）",
  },
};

const examples = `$ cx report results/result.json -o report.html --lang zh`;

const chartExamples = `$ cx score survey.csv --metric nps --rating NETPRO --by channel --json > nps.json
$ cx report chart nps.json -o nps.svg
$ cx report chart results/result.json --kind tree --of mobile -o tree.png`;

/** Declares `cx report` and the commands under it; `page` is meant where none is named. */
export function declareReport({ program, t, add, go }: CommandLine): void {
  const report = program
    .command("report")
    .usage("[options] <result> | chart [options] <answer>")
    .description(t(texts.about))
    .helpOption("-h, --help", t(help.help))
    .helpCommand("help [command]", t(help.helpCommand))
    .addHelpText(
      "after",
      `\n${t(help.examples)}\n${[examples, chartExamples].join("\n").replaceAll(/^/gm, "  ")}`,
    );
  report
    .command("page <result>", { isDefault: true })
    .description(t(texts.page))
    .helpOption("-h, --help", t(help.help))
    .addHelpText("after", `\n${t(help.examples)}\n  ${examples}`)
    .requiredOption("-o, --output <file>", t(texts.output))
    .option("--theme <name>", t(texts.theme))
    .action((file: string, options: ReportCommandOptions) => {
      go(async (run) => (await import("../commands/report.js")).runReport(file, options, run));
    });
  add(report, "chart <answer>", texts.chart, chartExamples)
    .requiredOption("-o, --output <file>", t(texts.chartOutput))
    .option("--kind <name>", t(texts.kind))
    .option("--of <name>", t(texts.of))
    .option("--title <text>", t(texts.title))
    .option("--width <pixels>", t(texts.width))
    .option("--theme <name>", t(texts.theme))
    .action((file: string, options: ReportChartOptions) => {
      go(async (run) => (await import("../commands/report-chart.js")).runReportChart(file, options, run));
    });
}
