import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isCxMetricsError } from "@cxmetrics/definition";
import { bankDigitalChannel02 } from "@cxmetrics/guides";
import { defineIndex, type IndexTable, tableNeeds } from "@cxmetrics/index-model";
import { describe, expect, test } from "vitest";
import { findEmptyFields } from "./find-empty-fields.js";
import { parseStandardSupplement } from "./parse-standard-supplement.js";
import { renderStandard } from "./render-standard.js";
import type { EvaluatorRating, StandardEvidence } from "./standard-evidence.js";
import { standardStyle } from "./standard-style.js";
import { standardStyleDigest } from "./standard-style-digest.js";
import { standardTemplate } from "./standard-template.js";

const bank = new URL("../../../../docs/examples/bank/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, bank), "utf8");
const rowsOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
const definition = defineIndex(bankDigitalChannel02);
const [head = [], ...rows] = rowsOf(read("standard/trial.csv"));
const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? "");
const numbers = (name: string) => column(name).map((cell) => (cell === "" ? null : Number(cell)));
const needs = tableNeeds(definition);
const table: IndexTable = {
  units: column("object"),
  columns: Object.fromEntries(needs.columns.map((name) => [name, numbers(name)])),
  attributes: Object.fromEntries(needs.attributes.map((name) => [name, column(name)])),
};
const ratings: EvaluatorRating[] = rowsOf(read("data/expert_ratings.csv"))
  .slice(1)
  .map(([rater = "", object = "", item = "", level]) => ({ rater, object, item, rating: Number(level) }));
const text = read("standard.yaml");
const evidence: StandardEvidence = {
  supplement: parseStandardSupplement(text),
  worked: { table },
  trial: { table, outside: { nps: numbers("nps"), csat: numbers("csat") } },
  ratings,
};
const page = {
  en: renderStandard(definition, evidence, { lang: "en" }),
  zh: renderStandard(definition, evidence, { lang: "zh" }),
};

const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "none";
};

describe.each(["en", "zh"] as const)("the standard of the bank (%s)", (lang) => {
  const body = page[lang].replace(/<style>.*?<\/style>/s, "");
  test("asks nobody for anything and runs nothing; its policy lets in its own style only", () => {
    expect(body).not.toMatch(/<script|<iframe|<img|<link|\ssrc=|\son[a-z]+=|\sstyle=/i);
    expect(page[lang]).toContain(`style-src '${standardStyleDigest}'`);
  });
  test("has every id once, and no number that is none", () => {
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    expect(body).not.toMatch(/NaN|Infinity|undefined|\[object|>null</);
    expect(body).not.toMatch(/[\ue000\ue001]|\{\w+\}/);
  });
  test("numbers its tables without a gap", () => {
    const found = [...body.matchAll(/<caption>(?:Table|表) (\d+)/g)].map(([, number]) => Number(number));
    expect(found).toEqual(found.map((_, index) => index + 1));
    expect(found.length).toBeGreaterThan(40);
  });
});

test("the digest of the style is that of the style", () => {
  expect(standardStyleDigest).toBe(`sha256-${createHash("sha256").update(standardStyle).digest("base64")}`);
});

test("both languages have the same headings, tables and figures", () => {
  const shape = (body: string) => [...body.matchAll(/<(h[1-3]|table|tr|th|td)[ >]/g)].map(([, tag]) => tag);
  expect(shape(page.zh)).toEqual(shape(page.en));
  const figures = (body: string) =>
    [...body.matchAll(/<td class="num">([^<]+)<\/td>/g)].map(([, figure]) => figure);
  expect(figures(page.zh)).toEqual(figures(page.en));
  expect(figures(page.en).length).toBeGreaterThan(200);
});

// biome-ignore lint/suspicious/noExplicitAny: a test takes apart whatever was read
type Loose = any;

describe("what is empty stops the whole", () => {
  const paths = (changed: StandardEvidence) => findEmptyFields(definition, changed).map(({ path }) => path);
  const without = (change: (supplement: Loose) => void): StandardEvidence => {
    const supplement = JSON.parse(JSON.stringify(evidence.supplement));
    change(supplement);
    return { ...evidence, supplement };
  };
  test("the example is whole", () => expect(paths(evidence)).toEqual([]));
  test.each<[string, StandardEvidence]>([
    ["scope.zh", without((s: Loose) => Object.assign(s.scope, { zh: " " }))],
    ["indicators.C4.caliber.en", without((s: Loose) => delete s.indicators.C4.caliber.en)],
    ["indicators.E3.dataSource", without((s: Loose) => delete s.indicators.E3.dataSource)],
    ["evaluators.C2", without((s: Loose) => Object.assign(s.evaluators[0], { indicators: ["A1"] }))],
    ["evaluators.1.notAssessed", without((s: Loose) => delete s.evaluators[1]["notAssessed"])],
    ["weights.mean.panel", without((s: Loose) => delete s.weights.mean.panel)],
    ["sampling.designEffect", without((s: Loose) => delete s.sampling.designEffect)],
    ["signatures", without((s: Loose) => Object.assign(s, { signatures: [] }))],
    [
      "--data",
      { supplement: evidence.supplement, ratings, ...(evidence.trial ? { trial: evidence.trial } : {}) },
    ],
  ])("%s", (path, changed) => {
    expect(paths(changed)).toEqual([path]);
    expect(codeOf(() => renderStandard(definition, changed, { lang: "en" }))).toBe("standard.incomplete");
  });
  test("a term that common held is missed in every indicator that relied on it", () => {
    const missed = paths(without((s: Loose) => delete s.common.period));
    expect(missed).toHaveLength(27);
    expect(missed[0]).toBe("indicators.A1.period");
  });
  test("the template reads, and every field of it is listed as empty in both languages", () => {
    const supplement = parseStandardSupplement(standardTemplate(definition));
    const empty = findEmptyFields(definition, { supplement });
    expect(empty.length).toBeGreaterThan(150);
    for (const { fill } of empty) expect(fill.en.length * fill.zh.length).toBeGreaterThan(0);
  });
  test("without a trial or judgements the reason stands in their place", () => {
    const notHeld = without((s: Loose) =>
      Object.assign(s, { trial: { notHeld: { en: "Not yet.", zh: "尚未进行。" } } }),
    );
    const { trial: _trial, ...rest } = notHeld;
    expect(renderStandard(definition, rest, { lang: "zh" })).toContain("未进行试用：尚未进行。");
  });
});

describe("what contradicts is refused", () => {
  const changed = (from: string, to: string): StandardEvidence => ({
    ...evidence,
    supplement: parseStandardSupplement(text.replace(from, to)),
  });
  test.each<[string, StandardEvidence]>([
    ["standard.other-definition", changed("@0.2.0", "@0.1.0")],
    ["standard.unknown-part", changed("indicators: [A1, C2]", "indicators: [A1, C9]")],
    ["standard.rounding-differs", changed("mode: half-even", "mode: half-up")],
    ["standard.criterion-inside", changed("column: nps", "column: A2")],
    ["standard.criterion-length", changed("column: nps", "column: other")],
    ["standard.bad-rating", { ...evidence, ratings: [...ratings, ...ratings.slice(0, 1)] }],
  ])("%s", (code, wrong) => {
    expect(codeOf(() => renderStandard(definition, wrong, { lang: "en" }))).toBe(code);
  });
  test("a key that no field has is refused with the nearest", () => {
    expect(codeOf(() => parseStandardSupplement(text.replace("decimals:", "decimal:")))).toBe(
      "document.unknown-key",
    );
    expect(
      codeOf(() => parseStandardSupplement(text.replace("workedDecimals: 4", "workedDecimals: 40"))),
    ).toBe("document.wrong-type");
    for (const hostile of [undefined, null, 7, [], {}, "", Number.NaN])
      expect(codeOf(() => parseStandardSupplement(hostile))).not.toBe("none");
  });
});

test("a hostile text stays text", () => {
  const bad = "<script>alert(1)</script><img src=x onerror=alert(1)>&\"'";
  const supplement = JSON.parse(JSON.stringify(evidence.supplement));
  supplement.title = { en: bad, zh: bad };
  supplement.scope = { en: bad, zh: bad };
  supplement.indicators.A1.caliber = { en: bad, zh: bad };
  supplement.weights.mean.panel.rounds[0].experts[0].id = bad;
  const worked = { table: { ...table, units: table.units.map((unit, row) => (row === 0 ? bad : unit)) } };
  const hostile = renderStandard(definition, { ...evidence, supplement, worked }, { lang: "en" });
  expect(hostile).not.toMatch(/<script|<img/);
  expect(hostile.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThanOrEqual(5);
});

/** Recomputed from the printed inputs by `fixtures/standard/recompute.py` (Python 3, standard library only). */
test("the worked example is what plain Python makes of its printed inputs", () => {
  const { values } = JSON.parse(
    readFileSync(new URL("../../fixtures/standard/recomputed.json", import.meta.url), "utf8"),
  ) as { values: Record<string, number> };
  const part = page.en.slice(page.en.indexOf('id="worked"'), page.en.indexOf('id="rounding"'));
  const printed = new Map<string, number>();
  const row = /<tr><th scope="row">(\w+) <bdi>.*?<td class="num">([\d.]+)<\/td><\/tr>/g;
  const line = /<p><i>I<\/i><sub>(\w+)<\/sub>.*?<b>([\d.]+)<\/b><\/p>/g;
  // The first row that names a part tells its value; later ones tell what it adds to the mean above.
  for (const found of [...part.matchAll(row), ...part.matchAll(line)]) {
    const [, id = "", value] = found;
    if (!printed.has(id) || found[0].startsWith("<p>")) printed.set(id, Number(value));
  }
  const off = Object.entries(values).filter(
    ([id, value]) => !(Math.abs((printed.get(id) ?? Number.NaN) - value) <= 0.5e-4 + 1e-12),
  );
  expect(off).toEqual([]);
  expect(Object.keys(values)).toHaveLength(35);
  expect(page.en).toContain(`rounded to 1 decimals (half to even): ${values.score?.toFixed(1)}.`);
});

test("judgements, sample sizes and agreement are those of the engine, in the places where they belong", () => {
  // Consistency ratio .0117 of this matrix: index 1.12 of Saaty (1980); Octave's eig gives λmax 5.05224.
  expect(page.zh).toContain("0.0117");
  // Cochran (1977): 1.96² × 0.25 ÷ 0.05² = 384.1, times 1.4 = 537.8.
  expect(page.zh).toContain(
    '比例，误差不超过 ±5 个百分点</th><td class="num">385</td><td class="num">538</td>',
  );
});
