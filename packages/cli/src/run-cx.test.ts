import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";
import { commands } from "./command-name.js";
import { engine } from "./engine.js";
import { runCx } from "./index.js";

const examples = join(import.meta.dirname, "../../../docs/examples");
const wave = (year: number) => join(examples, `airport/data/sfo-customer-survey-${year}.csv`);
const panel = join(import.meta.dirname, "../../guides/fixtures/undp/hdi_2021_22_panel.csv");
const clicks = join(import.meta.dirname, "../../funnel/fixtures/ecommerce-clickstream.csv");
const nps = ["--metric", "nps", "--rating", "NETPRO", "--missing", "11"];

const { cx, json, put, folder } = cxInFolder();
let cwd = "";
beforeAll(() => {
  cwd = folder();
});

describe("cx score", () => {
  // 39.84 and 40.40: counted from the same file with Python's csv module, promoters 9–10, detractors 0–6.
  test("NPS of a real survey, unweighted and weighted", async () => {
    const [row] = (await json(["score", wave(2017), ...nps])).rows;
    expect(row).toMatchObject({ group: null, status: "ok", unit: "points", n: 2746 });
    expect(row.value).toBeCloseTo(39.84, 2);
    expect(row.base).toMatchObject({ valid: 2746, missing: 85, invalid: 0, excluded: { "code 11": 84 } });
    expect(row.interval).toMatchObject({ level: 0.95, method: "nps-score" });
    const [weighted] = (await json(["score", wave(2017), ...nps, "--weight", "WEIGHT"])).rows;
    expect(weighted.value).toBeCloseTo(40.4, 2);
    expect(weighted.effectiveN).toBeLessThan(weighted.n);
  });

  test("one JSON object with command, definition, engine, rows and warnings", async () => {
    const answer = await json(["score", wave(2018), ...nps]);
    expect(Object.keys(answer)).toEqual(["command", "definition", "engine", "rows", "warnings"]);
    expect(answer.command).toBe("score");
    expect(answer.definition).toMatchObject({ id: "nps", version: "1.0.0" });
    expect(answer.definition.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(answer.engine).toMatch(/^@cxmetrics\/scores@/);
  });

  test("groups of several columns carry their values, and their counts are those of everyone", async () => {
    const { rows } = await json(["score", wave(2017), ...nps, "--by", "STRATA,PEAK"]);
    const [whole] = (await json(["score", wave(2017), ...nps])).rows;
    expect(rows[0].groups).toEqual({ STRATA: "1", PEAK: "3" });
    expect(rows[0].group).toBe("1 · 3");
    expect(rows.reduce((sum: number, row: { n: number }) => sum + row.n, 0)).toBe(whole.n);
  });

  test("a table for people, in both languages", async () => {
    const english = await cx(["score", wave(2017), ...nps, "--by", "STRATA"]);
    expect(english.code).toBe(0);
    expect(english.out).toContain("STRATA");
    expect(english.out).toMatch(/^1 +977 +45\.8 +41\.3 to 49\.9 +19$/m);
    expect(english.out).toContain("nps@1.0.0 · interval: nps-score, level 95%");
    const chinese = await cx(["score", wave(2017), ...nps], { LANG: "zh_CN.UTF-8" });
    expect(chinese.out).toMatch(/^全部 +2,746 +39\.8 +37\.2 至 42\.4 +85$/m);
    expect((await cx(["score", wave(2017), ...nps, "--lang", "en"], { LC_ALL: "zh_TW" })).out).toContain(
      "all",
    );
  });

  test("a text that stands for no answer", async () => {
    const metric = ["--metric", "csat.top-2-of-5@1.0.0", "--rating", "Q7ALL"];
    const refused = await cx(["score", wave(2018), ...metric, "--missing", "0,6"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/Row \d+ of .*"Blank" in column Q7ALL is not a number.*--missing "Blank"/i);
    const { rows } = await json(["score", wave(2018), ...metric, "--missing", "0,6,blank"]);
    // 2,059 of 2,625 answers 1–5 are 4 or 5, counted with Python's csv module.
    expect(rows[0]).toMatchObject({ n: 2625, bands: { in: 2059 } });
  });

  test("groups below --min-n are withheld with everything that would give them away", async () => {
    await put("small.csv", "g,r\na,10\na,9\na,3\nb,10\nc,\n");
    const run = ["score", "small.csv", "--metric", "nps", "--rating", "r", "--by", "g", "--min-n", "2"];
    const { rows } = await json(run);
    expect(rows[0]).toMatchObject({ group: "a", status: "ok", n: 3 });
    expect(rows[1]).toMatchObject({
      group: "b",
      status: "suppressed",
      value: null,
      counts: null,
      interval: null,
    });
    // A group without data has a reason, not a zero.
    expect(rows[2]).toMatchObject({
      group: "c",
      status: "not-computable",
      value: null,
      reason: "no-valid-answers",
    });
    const { out } = await cx(run);
    expect(out).toContain("b: 1 valid answers, fewer than the 2 asked for");
  });

  test("rating off the scale: row, value and remedy in both languages, code and path as data", async () => {
    await put("off.csv", "id,score\r\n1,9\r\n2,11\r\n");
    const run = ["score", "off.csv", "--metric", "nps", "--rating", "score"];
    const english = await cx(run);
    expect(english.code).toBe(1);
    expect(english.out).toBe("");
    expect(english.err).toContain("Row 3 of off.csv: 11 in column score is off the scale 0…10");
    expect(english.err).toContain("--missing 11");
    expect((await cx([...run, "--lang", "zh"])).err).toContain("off.csv 第 3 行");
    const { command, error } = await json(run);
    expect(command).toBe("score");
    expect(error).toMatchObject({ code: "rating.off-scale", path: ["off.csv", "score", 3] });
    expect(error.values).toMatchObject({ row: 3, value: 11 });
    expect(Object.keys(error.messages)).toEqual(["en", "zh"]);
  });

  test("fractions and negative weights name their row too", async () => {
    await put("fraction.csv", "r,w\n9,1\n7.5,1\n");
    const metric = ["--metric", "nps", "--rating", "r"];
    expect((await cx(["score", "fraction.csv", ...metric])).err).toContain("Row 3 of fraction.csv: 7.5");
    await put("weight.csv", "r,w\n9,1\n7,-2\n");
    const { err, code } = await cx(["score", "weight.csv", ...metric, "--weight", "w"]);
    expect(code).toBe(1);
    expect(err).toContain("Row 3 of weight.csv, column w:");
  });

  test("a definition of one's own from a file, and a name that is close to one", async () => {
    await put(
      "ours.yaml",
      `formatVersion: 1
id: our.top-box
version: 1.0.0
title: { en: Top box, zh: 最高分占比 }
provenance: { status: illustrative, source: example }
scale: { min: 1, max: 5 }
direction: higher-is-better
statistic: { kind: share, band: [5], unit: share }
base: valid
interval: { method: wilson, level: 0.9 }
`,
    );
    await put("five.csv", "r\n5\n5\n4\n1\n");
    const { rows, definition } = await json(["score", "five.csv", "--metric", "ours.yaml", "--rating", "r"]);
    expect(definition.id).toBe("our.top-box");
    expect(rows[0]).toMatchObject({ value: 0.5, n: 4, interval: { level: 0.9, method: "wilson" } });
    const { err, code } = await cx(["score", "five.csv", "--metric", "csat.top2of5", "--rating", "r"]);
    expect(code).toBe(1);
    expect(err).toContain("csat.top-2-of-5@1.0.0");
  });

  test("names out of files cannot play with the terminal", async () => {
    await put("evil.csv", 'g,r\n"\u001b[2J\u202eevil",9\n__proto__,3\n');
    const run = ["score", "evil.csv", "--metric", "nps", "--rating", "r", "--by", "g"];
    const { out } = await cx(run);
    expect(out).toContain("evil");
    expect([...out].filter((character) => ["\u001b", "\u202e"].includes(character))).toEqual([]);
    expect((await json(run)).rows[1].group).toBe("__proto__");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("cx compare", () => {
  test("two waves: signed, after minus before", async () => {
    const { result } = await json(["compare", wave(2017), wave(2018), ...nps]);
    expect(result.difference).toBeCloseTo(-8.86, 2);
    expect(result.interval.lower).toBeLessThan(result.difference);
    expect(result.p).toBeLessThan(0.001);
    expect(result.a).toMatchObject({ status: "ok", n: 2746 });
    const weighted = await json(["compare", wave(2017), wave(2018), ...nps, "--weight", "WEIGHT"]);
    expect(weighted.result.difference).toBeCloseTo(-5.28, 2);
    const { out } = await cx(["compare", wave(2017), wave(2018), ...nps]);
    expect(out).toMatch(/^difference +-8\.9 +-12\.7 to -5\.0 +p < 0\.001$/m);
  });

  test("two groups of one file in order of appearance, or as named", async () => {
    await put("groups.csv", `g,r\n${"new,10\n".repeat(6)}new,2\n${"old,9\n".repeat(3)}old,5\nold,1\n,7\n`);
    const run = ["compare", "groups.csv", "--metric", "nps", "--rating", "r", "--group", "g"];
    const first = (await json(run)).result;
    expect([first.a.name, first.b.name]).toEqual(["new", "old"]);
    const { result } = await json([...run, "--groups", "old,new"]);
    expect(result.difference).toBeCloseTo(-first.difference, 10);
    expect((await cx([...run, "--groups", "old,nev"])).err).toContain("Did you mean new?");
  });

  test("what cannot be compared", async () => {
    await put("three.csv", "g,r\na,10\nb,9\nc,8\n");
    const run = ["compare", "three.csv", "--metric", "nps", "--rating", "r"];
    expect((await cx(run)).code).toBe(2);
    expect((await cx([...run, "--group", "g"])).err).toContain("holds 3 groups: a, b, c");
    expect((await cx([...run, "--group", "g", "--groups", "a"])).code).toBe(2);
    expect((await cx(["compare", "three.csv", "three.csv", ...run.slice(2), "--group", "g"])).code).toBe(2);
    const { result } = await json([...run, "--group", "g", "--groups", "a,b"]);
    expect(result).toMatchObject({ status: "not-computable", difference: null, p: null });
  });
});

describe("cx funnel", () => {
  const columns = ["--actor", "user", "--time", "ts_ms", "--event", "event"];

  test("a real clickstream", async () => {
    const steps = ["--steps", "home,cart,purchase", "--window", "7d", "--sequence", "seq"];
    const { rows, definition } = await json(["funnel", clicks, ...columns, ...steps]);
    expect(definition.id).toBe("adhoc.funnel");
    expect(rows).toHaveLength(1);
    expect(rows[0].group).toBeNull();
    const counts = rows[0].steps.map((step: { count: number }) => step.count);
    expect(counts[0]).toBeGreaterThan(counts[1]);
    expect(rows[0].steps[1].conversionFromStart).toBeCloseTo(counts[1] / counts[0], 12);
    expect(rows[0].steps[2]).toMatchObject({ name: "purchase", interval: { method: "wilson" } });
    const grouped = await json(["funnel", clicks, ...columns, ...steps, "--by", "platform"]);
    const entered = grouped.rows.map((row: { n: number }) => row.n);
    expect(entered.reduce((sum: number, n: number) => sum + n, 0)).toBe(rows[0].n);
  });

  test("an event that the data lack is refused with the nearest name, or kept when asked", async () => {
    const steps = ["--steps", "home,cartt"];
    const said = await cx(["funnel", clicks, ...columns, ...steps]);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain('Did you mean "cart"?');
    const { rows } = await json(["funnel", clicks, ...columns, ...steps, "--allow-unseen"]);
    expect(rows[0].steps[1]).toMatchObject({ name: "cartt", count: 0 });
  });

  test("rows without an actor are left out with a warning; times are read as UTC with a note", async () => {
    await put(
      "events.csv",
      "who,at,what\na,2026-01-31 09:00:00,apply\na,2026-01-31T17:30:00+08:00,sign\n,2026-01-31 10:00:00,apply\nb,2026-01-31 09:00:00.5,apply\n",
    );
    const run = [
      "funnel",
      "events.csv",
      "--actor",
      "who",
      "--time",
      "at",
      "--event",
      "what",
      "--steps",
      "apply,sign",
    ];
    const { rows, warnings } = await json(run);
    expect(rows[0].steps.map((step: { count: number }) => step.count)).toEqual([2, 1]);
    expect(rows[0].steps[1].medianMs).toBe(1_800_000);
    const codes = warnings.map((warning: { code: string }) => warning.code);
    expect(codes).toEqual(expect.arrayContaining(["time.read-as-utc", "events.left-out"]));
    expect((await cx(run)).err).toContain("warning: 1 rows were left out: 1 without an actor");
  });

  test.each([
    ["7 d", "usage.bad-duration"],
    ["1h30m", "usage.bad-duration"],
    ["0s", "usage.bad-duration"],
    ["-1d", "usage.bad-duration"],
  ])("--window %s is refused", async (window, code) => {
    const run = ["funnel", clicks, ...columns, "--steps", "home,cart", "--window", window];
    expect((await json(run)).error.code).toBe(code);
    expect((await cx(run)).code).toBe(2);
  });
});

describe("cx index", () => {
  const units = ["--units", "iso3,year"];

  // UNDP publishes three decimals; the panel carries the published figure.
  test("scores the Human Development Index of every country and year", async () => {
    const { rows, definition } = await json(["index", "score", "undp.hdi", panel, ...units]);
    expect(definition.id).toBe("undp.hdi");
    const norway = rows.find((row: { unit: string }) => row.unit === "NOR · 2021");
    expect(norway.status).toBe("ok");
    expect(norway.nodes.HDI.toFixed(3)).toBe("0.961");
  });

  test("explains one unit, and suggests a name", async () => {
    const run = ["index", "explain", "undp.hdi", panel, ...units];
    const { out } = await cx([...run, "--unit", "NOR · 2021"]);
    expect(out).toContain("HDI Human Development Index: 0.961");
    expect(out).toMatch(/raw 18\.185\d* years · capped at 18/);
    const { result } = await json([...run, "--unit", "NOR · 2021"]);
    expect(result).toMatchObject({ unit: "NOR · 2021", root: "HDI" });
    expect((await cx([...run, "--unit", "NOR 2021"])).err).toContain("Did you mean NOR · 2021?");
    expect((await cx(run)).code).toBe(2);
    const ambiguous = await cx(["index", "explain", "undp.hdi", panel, "--unit", "NOR"]);
    expect(ambiguous.err).toContain("--units COLUMN,COLUMN");
  });

  test("writes the formula page in the language of the file's name, with an example worked through", async () => {
    const run = ["index", "formula", "undp.hdi", panel, ...units, "--unit", "NOR · 2021"];
    const { code, out } = await cx([...run, "-o", "formula.zh.md"]);
    expect([code, out]).toEqual([0, "wrote formula.zh.md\n"]);
    const page = await readFile(join(cwd, "formula.zh.md"), "utf8");
    expect(page).toContain("人类发展指数");
    expect(page).toContain("NOR");
    expect(page).toContain("$$");
    const { result } = await json(["index", "formula", "undp.hdi"]);
    expect(result.lang).toBe("en");
    expect(result.page).toContain("# Human Development Index");
  });

  test("a file with blanks and attacks: reasons in place of numbers, cells that are no formulas", async () => {
    const row = "70,12,8,9000";
    await put(
      "panel.csv",
      `name,life_expectancy,expected_schooling,mean_schooling,gni_pc_ppp\n"=HYPERLINK(""x"")",${row}\nB,,12,8,9000\n__proto__,${row}\n`,
    );
    const { rows } = await json(["index", "score", "undp.hdi", "panel.csv"]);
    expect(rows.map((one: { unit: string }) => one.unit)).toEqual(['=HYPERLINK("x")', "B", "__proto__"]);
    expect(rows[1]).toMatchObject({
      status: "not-computable",
      nodes: { HDI: null },
      reasons: { HDI: "missing" },
    });
    await cx(["index", "score", "undp.hdi", "panel.csv", "-o", "scores.csv"]);
    const text = await readFile(join(cwd, "scores.csv"), "utf8");
    expect(text).toContain(`"'=HYPERLINK(""x"")",`);
    expect(text.split("\r\n")[2]).toMatch(/^B,,/);
  });

  test("the name of the unit: named columns, else the first text column, else row numbers", async () => {
    await put(
      "plain.csv",
      "year,life_expectancy,expected_schooling,mean_schooling,gni_pc_ppp\n2020,70,12,8,9000\n",
    );
    expect((await json(["index", "score", "undp.hdi", "plain.csv"])).rows[0].unit).toBe("#1");
    const named = await json(["index", "score", "undp.hdi", "plain.csv", "--units", "year"]);
    expect(named.rows[0].unit).toBe("2020");
    const { err } = await cx(["index", "score", "undp.hdi", "plain.csv", "--units", "yeer"]);
    expect(err).toContain("Did you mean year?");
  });
});

describe("cx evaluate", () => {
  const plan = join(examples, "airport/evaluation.yaml");

  test("writes result.json, summary.md, report.html and index.xlsx, and nothing else", async () => {
    const { code, out } = await cx(["evaluate", plan, "-o", "results/airport"]);
    expect(code).toBe(0);
    expect(out).toContain("wrote results/airport/summary.md");
    expect((await readdir(join(cwd, "results/airport"))).sort()).toEqual([
      "index.xlsx",
      "report.html",
      "result.json",
      "summary.md",
    ]);
    const result = JSON.parse(await readFile(join(cwd, "results/airport/result.json"), "utf8"));
    expect(result.evidence[0].digest).toMatch(/^sha256:/);
    const printed = await cx(["evaluate", plan]);
    expect(`${printed.out}`).toBe(await readFile(join(cwd, "results/airport/summary.md"), "utf8"));
    const answer = await json(["evaluate", plan]);
    expect(answer.result).toEqual(result);
    expect(answer.definition).toMatchObject({ id: result.definition.id });
  });

  test("a source that is missing, a plan that is none", async () => {
    await put("plan.yaml", (await readFile(plan, "utf8")).replaceAll("data/", "dada/"));
    const missing = await cx(["evaluate", "plan.yaml", "-o", "none"]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("file.not-found");
    expect(await readdir(cwd)).not.toContain("none");
    await put("broken.yaml", "units: [");
    expect((await cx(["evaluate", "broken.yaml"])).err).toContain("document.unreadable");
    expect((await cx(["evaluate", "broken.yaml", "--evaluated-on", "today"])).code).toBe(2);
  });

  test("a cell that cannot be read is told with the row of the file", async () => {
    await mkdir(join(cwd, "data"), { recursive: true });
    const survey = await readFile(wave(2017), "latin1");
    const lines = survey.split("\n");
    const header = lines[0]?.split(",") ?? [];
    const column = header.findIndex((name) => name.trim() === "Q7SIGN");
    expect(column).toBeGreaterThan(0);
    // No cell before that column holds a comma in this row.
    const cells = lines[6]?.split(",") ?? [];
    cells[column] = "good";
    lines[6] = cells.join(",");
    await writeFile(join(cwd, "data/sfo-customer-survey-2017.csv"), lines.join("\n"), "latin1");
    await writeFile(join(cwd, "data/sfo-customer-survey-2018.csv"), await readFile(wave(2018)));
    await put("cell.yaml", await readFile(plan, "utf8"));
    const { code, err } = await cx(["evaluate", "cell.yaml"]);
    expect(code).toBe(1);
    expect(err).toMatch(/"good" in column "Q7SIGN".*row 7 of data\/sfo-customer-survey-2017\.csv/);
  });
});

describe("the command line", () => {
  test("help in both languages names every command, option and example", async () => {
    const english = await cx(["--help"]);
    expect(english.code).toBe(0);
    for (const name of commands) expect(english.out).toContain(`\n  ${name} `);
    expect(english.out).toContain("Exit codes: 0 done");
    const chinese = await cx(["score", "--help", "--lang", "zh"]);
    expect(chinese.out).toContain("用法:");
    expect(chinese.out).toContain("$ cx score survey.csv");
    for (const name of ["score", "explain", "formula"])
      expect((await cx(["index", name, "--help"])).out).toContain("Examples:");
    for (const name of commands.filter((name) => name !== "index")) {
      expect((await cx([name, "--help"])).out).toContain(`Examples:\n  $ cx ${name}`);
      expect((await cx([name, "--help", "--lang", "zh"])).out).toMatch(/用法:[\s\S]*示例：/);
    }
  });

  test("version", async () => {
    const manifest = JSON.parse(await readFile(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(engine).toBe(`${manifest.name}@${manifest.version}`);
    expect((await cx(["--version"])).out).toBe(`${manifest.version}\n`);
  });

  test.each([
    [[], 2, ""],
    [["index"], 2, ""],
    [["scor", "a.csv"], 2, "Did you mean score?"],
    [["score"], 2, "--metric is required"],
    [["score", "--metric", "nps", "--rating", "r"], 2, "<file> is missing"],
    [["score", "a", "--metric", "nps", "--rating", "r", "--ratin"], 2, "Did you mean --rating?"],
    [["score", "a", "--metric", "nps", "--rating"], 2, "--rating needs a value"],
    [["score", "a", "b", "--metric", "nps", "--rating", "r"], 2, "too many arguments"],
    [["score", "a", ...nps, "--level", "95"], 2, '--level "95" must be a number, 0 < x < 1'],
    [["score", "a", ...nps, "--min-n", "2.5"], 2, "whole number"],
    [["score", "a", ...nps, "--by", "a,,b"], 2, "empty member"],
    [["score", "a", ...nps, "--interval", "wilson"], 2, "nps-score, nps-adjusted-wald, nps-wald"],
    [["score", "a", ...nps, "--delimiter", "ab"], 2, "not one character"],
    [["score", "a", ...nps, "--lang", "fr"], 2, "--lang en or --lang zh"],
    [["score", "missing.csv", ...nps], 1, "does not exist"],
    [["score", "https://example.org/a.csv", ...nps], 1, "local files only"],
  ] as const)("%j", async (argv, code, words) => {
    const said = await cx([...argv]);
    expect(said.code).toBe(code);
    expect(said.out).toBe("");
    expect(said.err).toContain(words);
    const chinese = await cx([...argv, ...(argv.includes("--lang" as never) ? [] : ["--lang", "zh"])]);
    expect(chinese.code).toBe(code);
    expect(chinese.err).not.toBe("");
  });

  test("usage errors under --json are one object that names the command", async () => {
    expect(await json(["score", "a.csv"])).toMatchObject({
      command: "score",
      error: { code: "usage.missing-option" },
    });
    expect(await json(["nothing"])).toMatchObject({
      command: null,
      error: { code: "usage.unknown-command" },
    });
  });

  test("an unexpected failure is one line; CX_DEBUG shows where", async () => {
    const broken = { get: () => 0 };
    let err = "";
    const io = {
      stdout: {
        write() {
          throw new Error("disk is full");
        },
      },
      stderr: { write: (text: string) => (err += text) },
      cwd,
      isTerminal: false,
    };
    await put("one.csv", "r\n9\n");
    const run = ["score", "one.csv", "--metric", "nps", "--rating", "r"];
    expect(await runCx(run, { ...io, env: {} })).toBe(1);
    expect(err).toMatch(/^error: cx failed in a way it should not: disk is full\. .*\[internal\]\n$/);
    await runCx(run, { ...io, env: { CX_DEBUG: "1" } });
    expect(err).toMatch(/\n\s+at /);
    expect(broken.get()).toBe(0);
  });
});

describe("Ctrl-C", () => {
  test("half-way: exit code 130, no output, no temporary file, what was there before stays", async () => {
    await put("old.md", "old");
    const temporary = join(cwd, "temporary");
    await mkdir(temporary);
    vi.stubEnv("TMPDIR", temporary);
    const wide = `\uFEFFNETPRO\n${"9\n".repeat(300_000)}`;
    await writeFile(join(cwd, "wide.csv"), Buffer.from(wide, "utf16le"));
    for (const argv of [
      ["score", "wide.csv", ...nps],
      ["index", "formula", "undp.hdi", panel, "--units", "iso3,year", "-o", "old.md"],
      ["evaluate", join(examples, "airport/evaluation.yaml"), "-o", "stopped"],
    ]) {
      const controller = new AbortController();
      const run = cx(argv, {}, controller.signal);
      setTimeout(() => controller.abort(), 30);
      const { code, out, err } = await run;
      expect(code).toBe(130);
      expect(out).toBe("");
      expect(err).toContain("Stopped. Nothing was written.");
    }
    expect(await readFile(join(cwd, "old.md"), "utf8")).toBe("old");
    expect(await readdir(cwd)).not.toContain("stopped");
    expect((await readdir(cwd)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
    vi.unstubAllEnvs();
  });
});

describe("output", () => {
  test("never over an input, also through a link", async () => {
    await put(
      "input.csv",
      "name,life_expectancy,expected_schooling,mean_schooling,gni_pc_ppp\nA,70,12,8,9000\n",
    );
    await symlink(join(cwd, "input.csv"), join(cwd, "link.csv"));
    for (const target of ["input.csv", "./input.csv", "link.csv"]) {
      const { code, err } = await cx(["index", "score", "undp.hdi", "input.csv", "-o", target]);
      expect([code, err]).toEqual([1, expect.stringContaining("[output.is-input]")]);
    }
  });

  test("a folder where a file should be, and the reverse; a place that cannot be written", async () => {
    await mkdir(join(cwd, "folder"), { recursive: true });
    await put("file", "x");
    expect((await cx(["index", "formula", "undp.hdi", "-o", "folder"])).err).toContain("[output.is-folder]");
    expect((await cx(["index", "formula", "undp.hdi", "-o", "no/such/place.md"])).err).toContain(
      "[output.not-writable]",
    );
    const plan = join(examples, "airport/evaluation.yaml");
    expect((await cx(["evaluate", plan, "-o", "file"])).err).toContain("[output.is-file]");
    expect(await readFile(join(cwd, "file"), "utf8")).toBe("x");
  });
});
