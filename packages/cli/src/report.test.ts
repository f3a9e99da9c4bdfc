import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const folder = cxInFolder();
const { cx, json, put } = folder;
const bank = join(import.meta.dirname, "../../../docs/examples/bank");
const read = (name: string) => readFile(join(folder.folder(), name));

/** Runs a command with `--json` and keeps the answer as a file. */
async function keep(name: string, run: readonly string[]): Promise<void> {
  await put(name, JSON.stringify(await json([...run])));
}

describe("cx report", () => {
  beforeAll(async () => {
    await cx(["evaluate", join(bank, "evaluation.yaml"), "-o", "results", "--lang", "zh"]);
  });

  test("makes the report of an evaluation again, byte for byte", async () => {
    const { code, out } = await cx(["report", "results/result.json", "-o", "again.html", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toContain("again.html");
    const again = await read("again.html");
    expect(again.equals(await read("results/report.html"))).toBe(true);
    expect(again.toString()).toContain('<html lang="zh-Hans"');
  });

  test("in another language and theme; as JSON it tells what was written", async () => {
    const answer = await json([
      "report",
      "results/result.json",
      "-o",
      "en.html",
      "--theme",
      "dark",
      "--lang",
      "en",
    ]);
    const page = await read("en.html");
    expect(answer.result).toEqual({ file: "en.html", lang: "en", theme: "dark", bytes: page.length });
    expect(answer.definition.digest).toMatch(/^sha256:/);
    expect(page.toString()).toContain("May they be compared?");
  });

  test.each([
    ["tree", ["--of", "remote"], "远程银行"],
    ["matrix", ["--of", "web"], "网上银行"],
    ["nps", [], "关系净推荐值"],
    ["waterfall", [], "可靠性"],
    ["radar", [], "移情性"],
  ] as const)("draws the %s of a result", async (kind, more, expected) => {
    const run = [
      "report",
      "chart",
      "results/result.json",
      "--kind",
      kind,
      ...more,
      "-o",
      "one.svg",
      "--lang",
      "zh",
    ];
    const { code, out } = await cx(run);
    expect(code).toBe(0);
    expect(out).toContain("已写入 one.svg");
    const svg = (await read("one.svg")).toString();
    expect(svg).toContain(expected);
    expect(svg).toMatch(/>(cx\.bank-digital-channel@0\.1\.0|nps@1\.0\.0|example\.[\w.-]+@1\.0\.0)</);
  });

  test("refuses what is no result, and never writes over it", async () => {
    await put("other.json", '{"formatVersion": 1}');
    expect((await cx(["report", "other.json", "-o", "x.html"])).err).toContain("[report.not-a-result]");
    await put("broken.json", "units: [");
    expect((await cx(["report", "broken.json", "-o", "x.html"])).err).toContain("[report.not-a-chart]");
    await put("sly.json", '{"__proto__": {"x": 1}}');
    expect((await cx(["report", "sly.json", "-o", "x.html"])).err).toContain("[document.unsafe-key]");
    const same = await cx(["report", "results/result.json", "-o", "results/result.json"]);
    expect(same.err).toContain("[output.is-input]");
    expect((await cx(["report", "results/result.json"])).code).toBe(2);
    expect((await cx(["report", "none.json", "-o", "x.html"])).err).toContain("[file.not-found]");
  });
});

describe("cx report chart", () => {
  const survey = join(bank, "data/survey.csv");
  const svgOf = async (answer: string, ...more: string[]) => {
    const { code, err } = await cx(["report", "chart", answer, "-o", "chart.svg", ...more]);
    expect(err).toBe("");
    expect(code).toBe(0);
    return (await read("chart.svg")).toString();
  };

  test("a score by group: Net Promoter Score with its bands, or values with intervals", async () => {
    await keep("nps.json", ["score", survey, "--metric", "nps", "--rating", "nps", "--by", "channel"]);
    const svg = await svgOf("nps.json");
    expect(svg).toContain(
      "M: NPS 38.1; Interval [30.8, 44.8] 95%; Detractors 13.9%; Passives 34.1%; Promoters 52.0%; n 402.",
    );
    expect(svg).toContain(">nps@1.0.0<");
    expect(await svgOf("nps.json", "--kind", "intervals")).not.toContain("Promoters");
    await keep("csat.json", ["score", survey, "--metric", "csat.top-2-of-5", "--rating", "satisfaction"]);
    expect(await svgOf("csat.json", "--title", "CSAT <all>")).toContain("CSAT &lt;all&gt;");
  });

  test("a funnel, of everyone and of one group", async () => {
    const steps = ["--steps", "start_transfer,fill_in,confirm,done"];
    const run = [
      "funnel",
      join(bank, "data/events.csv"),
      "--actor",
      "actor",
      "--event",
      "event",
      "--time",
      "time_ms",
    ];
    await keep("funnel.json", [...run, ...steps, "--by", "channel"]);
    const { rows } = await json(["report", "chart", "funnel.json", "--of", "W", "-o", "f.svg"]).then(
      ({ result }) => result,
    );
    expect(rows).toHaveLength(4);
    expect(rows.at(-1).slice(0, 4)).toEqual(["W", "done", "315", "82.9%"]);
    await keep("all.json", [...run, ...steps]);
    expect(await svgOf("all.json", "--lang", "zh")).toContain("转化漏斗");
  });

  test("a control chart with its limits and signals", async () => {
    const months = Array.from(
      { length: 24 },
      (_, month) => `${month + 1},${month === 20 ? 90 : 30 + (month % 5)},400`,
    );
    await put("months.csv", `month,complaints,cases\n${months.join("\n")}\n`);
    await keep("chart.json", [
      "chart",
      "months.csv",
      "--kind",
      "p",
      "--count",
      "complaints",
      "--size",
      "cases",
      "--period",
      "month",
    ]);
    const { result } = await json(["report", "chart", "chart.json", "-o", "c.svg"]);
    expect(result.kind).toBe("trend");
    expect(result.rows[20]).toEqual([
      "21",
      "22.5%",
      "none",
      "400",
      ...result.rows[20].slice(4, 7),
      "nelson-1",
    ]);
  });

  test("drivers, and data of one's own", async () => {
    const run = [
      "drivers",
      survey,
      "--outcome",
      "satisfaction",
      "--predictors",
      "ease,felt_security,personalised",
    ];
    await keep("drivers.json", [...run, "--bootstrap", "200", "--seed", "1"]);
    expect(await svgOf("drivers.json")).toContain("not causes");
    const readings = [{ label: "Kiosk", value: 2, interval: { lower: 1, upper: 3, level: 0.95 } }];
    await put(
      "own.json",
      JSON.stringify({ kind: "rank-intervals", data: { readings }, title: "Ranks", notes: ["made up"] }),
    );
    expect(await svgOf("own.json")).toContain("made up");
  });

  test("the index of a table: intervals, ranks, what a change is made of", async () => {
    const index = join(bank, "../channel-60");
    const [definition, table] = [join(index, "definition.yaml"), join(index, "channels.csv")];
    const [head = "", ...rows] = (await readFile(table, "utf8")).trim().split("\n");
    const columns = head.split(",").slice(1);
    const units = rows.map((row) => row.split(",")[0]);
    const errors = units.flatMap((unit) => columns.slice(0, 2).map((column) => `${unit},${column},0.5`));
    await put("errors.csv", `unit,indicator,se\n${errors.join("\n")}\n`);
    const run = ["index", "uncertainty", definition, table, "--estimates", "errors.csv"];
    await keep("sure.json", [
      ...run,
      "--inference",
      "sample",
      "--independent",
      "--ranks",
      "--seed",
      "1",
      "--draws",
      "200",
    ]);
    expect(await svgOf("sure.json")).toContain("手机银行");
    expect(await svgOf("sure.json", "--kind", "rank-intervals")).toContain("Ranks and where they could lie");
    await keep("change.json", ["index", "attribute", definition, table, table, "--unit", "手机银行"]);
    expect((await cx(["report", "chart", "change.json", "-o", "w.svg"])).err).toBe("");
  });

  test("PNG, with pixels", async () => {
    await keep("nps.json", ["score", survey, "--metric", "nps", "--rating", "nps"]);
    expect((await cx(["report", "chart", "nps.json", "-o", "nps.png", "--width", "400"])).code).toBe(0);
    const png = await read("nps.png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(800);
    expect(png.length).toBeGreaterThan(5000);
  });

  test("what cannot become a chart says what can", async () => {
    await keep("nps.json", ["score", survey, "--metric", "nps", "--rating", "nps"]);
    const refuse = async (...run: string[]) => (await cx(["report", "chart", ...run])).err;
    expect(await refuse("nps.json", "-o", "x.pdf")).toContain("[usage.not-svg-or-png]");
    expect(await refuse("nps.json", "-o", "x.svg", "--kind", "tree")).toContain(
      "Kinds that it can: nps, intervals.",
    );
    expect(await refuse("nps.json", "-o", "x.svg", "--kind", "pie")).toContain("[usage.bad-choice]");
    expect(await refuse("nps.json", "-o", "nps.json")).toContain("[usage.not-svg-or-png]");
    await put("list.json", "[1, 2]");
    expect(await refuse("list.json", "-o", "x.svg")).toContain("[report.not-a-chart]");
    await put("other.json", '{"command": "quality", "rows": []}');
    expect(await refuse("other.json", "-o", "x.svg")).toContain("[report.not-a-chart]");
  });

  test("help in both languages", async () => {
    expect((await cx(["report", "--help"])).out).toContain("Usage: cx report [options] <result>");
    expect((await cx(["report", "chart", "--help", "--lang", "zh"])).out).toContain("以 .svg 或 .png 结尾");
  });
});
