import { CxMetricsError, digestDefinition, parseDocument } from "@cxmetrics/definition";
import { scoreIndex } from "@cxmetrics/index-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assumedErrors, indexDataFromCsv } from "./index-data.js";
import { adjustablesOf, applyEdits } from "./index-edits.js";
import { sampleCsv } from "./index-samples.js";
import { funnelOf, inspectFunnel, readLog, usualRules } from "./inspect-funnel.js";
import { explainRow, openIndex, published, rankIntervals, scoreOpened, treeOf } from "./inspect-index.js";
import { readCsv } from "./read-csv.js";
import { readAnswers, scoreVariants } from "./score-variants.js";
import { readLink, writeLink } from "./share-link.js";
import { writeYaml } from "./write-yaml.js";

const hdi = published.get("undp.hdi@1.0.0");
if (!hdi) throw new Error("the HDI is not there");
const choices = { name: "undp.hdi@1.0.0", text: "", edits: {}, version: undefined, csv: sampleCsv(hdi).csv };

describe("reading", () => {
  test("quotes, separators and short rows", () => {
    expect(readCsv('a;"b ""c""; d";e\n1;2\n\n"x\ny";3;4\n').rows).toEqual([
      ["1", "2", ""],
      ["x\ny", "3", "4"],
    ]);
    expect(readCsv("a\tb\n1,5\t2").rows).toEqual([["1,5", "2"]]);
  });

  test.each(["", "a,b", "a,a\n1,2"])("refuses %j in words", (text) => {
    expect(() => readCsv(text)).toThrow(CxMetricsError);
  });

  test("a cell that is no number is refused with its place, a blank is missing", () => {
    const head = "country,life_expectancy,expected_schooling,mean_schooling,gni_pc_ppp";
    expect(() => indexDataFromCsv(`${head}\nA,70,10,x,5000`, hdi)).toThrow(/Row 2, column mean_schooling/);
    expect(indexDataFromCsv(`${head}\nA,70,10,,5000`, hdi).table.columns["mean_schooling"]).toEqual([null]);
  });
});

describe("index explorer", () => {
  test.each([...published.keys()])("%s opens, scores its sample and explains it", (name) => {
    const definition = published.get(name);
    if (!definition) throw new Error(name);
    const { csv } = sampleCsv(definition);
    const opened = openIndex({ ...choices, name, csv });
    expect(opened.diff.class).toBe("none");
    const scored = scoreOpened(opened, csv);
    for (const row of scored.rows) expect(Number.isFinite(row.value)).toBe(true);
    expect(treeOf(explainRow(scored, 0)).length).toBeGreaterThan(3);
  });

  test("the HDI of 2021 as UNDP published it", () => {
    // UNDP, Human Development Report 2021/22, table 1, three decimals.
    const { rows } = scoreOpened(openIndex(choices), choices.csv);
    const told = Object.fromEntries(rows.map(({ unit, value }) => [unit, (value ?? 0).toFixed(3)]));
    expect(told).toMatchObject({ Switzerland: "0.962", Norway: "0.961", China: "0.768", Niger: "0.400" });
  });

  test("a weight that is moved changes the score and calls for a major version", () => {
    const edits = { "nodes/HDI/children/0/weight": 0.6 };
    const opened = openIndex({ ...choices, edits });
    expect(opened.diff).toMatchObject({
      class: "breaking",
      bump: "major",
      verdict: { status: "not-higher" },
    });
    expect(openIndex({ ...choices, edits, version: "2.0.0" }).diff.verdict.status).toBe("sufficient");
    const scored = scoreOpened(opened, choices.csv);
    const direct = scoreIndex(opened.edited, indexDataFromCsv(choices.csv, opened.edited).table);
    expect(scored.rows.map(({ value }) => value)).toEqual(direct.nodes["HDI"]?.values);
    expect(scored.rows[0]?.value).not.toBe(scored.rows[0]?.before);
  });

  test("edits reach nothing but the numbers that have a slider", () => {
    const edits = {
      "__proto__/polluted": 1,
      "nodes/HDI/constructor": 1,
      version: 2,
      "nodes/LE/normalise/worst": Number.NaN,
    };
    expect(applyEdits(hdi, edits)).toBe(hdi);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("weights with a stated sum keep it", () => {
    const source = { ...JSON.parse(JSON.stringify(hdi)) } as typeof hdi;
    const nodes = { ...source.nodes, HDI: { ...source.nodes["HDI"], mustSum: 1 } } as typeof hdi.nodes;
    const edited = applyEdits({ ...source, nodes }, { "nodes/HDI/children/0/weight": 0.5 });
    const node = edited.nodes["HDI"];
    if (node?.kind !== "aggregate") throw new Error("not a mean");
    expect(node.children.map(({ weight }) => weight)).toEqual(["5000/10000", "2500/10000", "2500/10000"]);
  });

  test("each slider holds its value", () => {
    for (const definition of published.values())
      for (const { value, from, to } of adjustablesOf(definition)) {
        expect(value).toBeGreaterThanOrEqual(from);
        expect(value).toBeLessThanOrEqual(to);
      }
  });

  test("ranks have intervals that hold them, and stated errors come first", () => {
    const opened = openIndex(choices);
    const ranks = rankIntervals(opened, choices.csv, 0.05);
    for (const unit of ranks?.units ?? []) {
      expect(unit?.lower).toBeLessThanOrEqual(unit?.rank ?? 0);
      expect(unit?.upper).toBeGreaterThanOrEqual(unit?.rank ?? 0);
    }
    expect(rankIntervals(opened, choices.csv, 0)).toBeUndefined();
    const [head = "", ...rows] = choices.csv.split("\n");
    const stated = [`${head},life_expectancy.se`, ...rows.map((row) => `${row},2.5`)].join("\n");
    const estimates = assumedErrors(hdi, indexDataFromCsv(stated, hdi), 0.01);
    expect(estimates["life_expectancy"]?.[0]?.standardError).toBe(2.5);
    expect(estimates["mean_schooling"]?.[0]?.standardError).toBeCloseTo(0.15, 12);
  });

  test("what is downloaded as YAML is the same definition", () => {
    for (const definition of published.values()) {
      const again = openIndex({ ...choices, name: null, text: writeYaml(definition) });
      expect(digestDefinition(again.base)).toBe(digestDefinition(definition));
    }
  });
});

test("YAML holds any plain data", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z ]{1,6}$/), fc.jsonValue({ noUnicodeString: false })),
      (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(parseDocument(`${writeYaml(plain)}`)).toEqual(plain);
      },
    ),
  );
});

describe("links", () => {
  test("state comes back as it went", async () => {
    const state = { d: "undp.hdi@1.0.0", e: { "nodes/HDI/children/0/weight": 0.5 }, c: "国家,值\n中国,1" };
    expect(await readLink(await writeLink(state))).toEqual(state);
    expect(await readLink("#a-heading")).toBeUndefined();
  });

  test("hostile links are refused in words", async () => {
    const bomb = await writeLink({ text: "a".repeat(900_000) });
    await expect(readLink(bomb)).rejects.toThrow(/damaged/);
    const unsafe = `#s=${Buffer.from("not deflate").toString("base64url")}`;
    await expect(readLink(unsafe)).rejects.toThrow(/damaged/);
    const packed = await new Response(
      new Blob(['{"__proto__":{"x":1}}']).stream().pipeThrough(new CompressionStream("deflate-raw")),
    ).arrayBuffer();
    const proto = `#s=${Buffer.from(packed).toString("base64url")}`;
    await expect(readLink(proto)).rejects.toThrow(/damaged/);
    await expect(readLink(`#s=${"A".repeat(40_000)}`)).rejects.toThrow(/does not fit/);
  });
});

describe("score calculator", () => {
  const scale = { min: 1, max: 5 };

  test("ratings and counts are the same answers", () => {
    expect(readAnswers("5 4,4\n1", scale)).toEqual(readAnswers("1: 1\n4: 2\n5：1", scale));
  });

  test("what is no answer is refused, never dropped", () => {
    expect(() => readAnswers("5 6", scale)).toThrow(/off the scale/);
    expect(() => readAnswers("5 five", scale)).toThrow(/not a rating/);
  });

  test("one histogram, several CSATs", () => {
    // 40 + 30 of 100 on 4 and 5; 3.75 is Σ k·n/100; net 70 − 20; (3.75 − 1)/4; 3.75/5: by hand.
    const variants = scoreVariants(readAnswers("1: 15, 2: 5, 3: 10, 4: 30, 5: 40", scale));
    const values = Object.fromEntries(
      variants.map(({ definition, outcome }) => [
        definition.id,
        outcome.status === "ok" ? outcome.value : null,
      ]),
    );
    expect(values).toMatchObject({
      "csat.top-2-of-5": 0.7,
      "csat.mean-5": 3.75,
      "csat.net-5": 50,
      "csat.pomp-5": 68.75,
      "csat.percent-of-maximum-5": 75,
      "top-box.5": 0.4,
      "bottom-box.5": 0.15,
    });
    for (const { place } of variants) expect(place?.value).toBeGreaterThan(0);
  });
});

describe("funnel explorer", () => {
  const log = "actor,event,time\na,view,0\na,buy,0\nb,buy,60000\nb,view,120000\nc,view,0\nc,buy,7200000";

  test("the usual rules, and what each other rule would count", () => {
    const told = inspectFunnel(log, ["view", "buy"], usualRules);
    expect(told.steps.map(({ count }) => count)).toEqual([3, 2]);
    const strictly = told.alone.find(({ label }) => label === "ties: strictly-later");
    expect(strictly).toMatchObject({ counts: [3, 1], difference: [0, -1], same: false });
    const any = told.alone.find(({ label }) => label === "order: any");
    expect(any?.counts).toEqual([3, 3]);
    expect(told.products.length).toBeGreaterThan(5);
    const limited = inspectFunnel(log, ["view", "buy"], { ...usualRules, windowMinutes: 600 });
    for (const { counts } of [...told.alone, ...limited.products])
      for (const count of counts) expect(Number.isSafeInteger(count)).toBe(true);
  });

  test("a window moves the numbers that it moves", () => {
    const { steps } = inspectFunnel(log, ["view", "buy"], { ...usualRules, windowMinutes: 60 });
    expect(steps.map(({ count, usual, moved }) => [count, usual, moved])).toEqual([
      [3, 3, false],
      [1, 2, true],
    ]);
  });

  test("times without a zone are refused", () => {
    expect(() => readLog("actor,event,time\na,view,2026-01-05 09:00")).toThrow(/time zone/);
    expect(readLog("actor,event,time\na,view,2026-01-05T09:00:00+08:00")[0]?.timeMs).toBe(1_767_574_800_000);
    expect(funnelOf(["view"], { ...usualRules, windowMinutes: 5 }).windowMs).toBe(300_000);
  });
});
