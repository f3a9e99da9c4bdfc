import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const { cx, json, put, folder } = cxInFolder();
const head = `formatVersion: 1
id: example.app
version: 1.0.0
title: { en: App index, zh: 应用指数 }
provenance: &p { status: illustrative, source: example }
scale: { lower: 0, upper: 100 }
root: index
`;
const leaf = (id: string, more = "") =>
  `  ${id}: { kind: indicator, title: { en: ${id}, zh: ${id} }, provenance: *p, unit: "%", source: survey${more}, normalise: { method: identity } }\n`;
const mean = (missing: string) =>
  `  index: { kind: aggregate, title: { en: Index, zh: 指数 }, provenance: *p, method: arithmetic-mean, missing: { policy: ${missing} }, children: [{ node: ease, weight: 1 }, { node: start, weight: 1 }] }\n`;

beforeAll(async () => {
  await put(
    "panel.yaml",
    `indicators: [speed, trust]
judgement: ratings
fullScore: 5
rounds:
  - { invited: 4, experts: [{ id: A, ratings: [5, 3] }, { id: B, ratings: [4, 3] }, { id: C, ratings: [3, 2] }] }
  - { invited: 3, experts: [{ id: A, ratings: [5, 4] }, { id: B, ratings: [5, 3] }] }
`,
  );
  await put(
    "part.yaml",
    `${head}nodes:\n${leaf("ease")}${leaf("start", ", appliesTo: { attribute: channel, values: [app] }")}${mean("propagate")}`,
  );
  await put("part.csv", "unit,channel,ease,start\nApp,app,70,90\nWeb,web,75,\n");
  await put(
    "open.yaml",
    `${head}grades: { of: index, onFailedCondition: lower-by-one, bands: [{ id: A, title: { en: A, zh: 甲 }, from: 80 }, { id: B, title: { en: B, zh: 乙 } }] }
nodes:\n${leaf("ease")}${leaf("start")}${mean("bounds")}`,
  );
  await put("open.csv", "unit,ease,start\nApp,70,90\nWeb,75,\n");
});

describe("cx index panel", () => {
  // Shares of the sums of the last round: (5 + 5) : (4 + 3); 2 of 3 answered.
  test("weights, rounds and what changed, in both languages", async () => {
    const { result } = await json(["index", "panel", "panel.yaml"]);
    expect(result.weights[0]).toBeCloseTo(10 / 17, 12);
    expect(result.rounds.map(({ returnRate }: { returnRate: number }) => returnRate)).toEqual([0.75, 2 / 3]);
    const { out } = await cx(["index", "panel", "panel.yaml", "--lang", "zh"]);
    expect(out).toContain("第 1 轮：发出 4 份，收回 3 份（积极系数 75%）");
    expect(out).toMatch(/^speed +0\.5882 +5\.00 +0\.000 +100% +-0\.0118$/m);
    await cx(["index", "panel", "panel.yaml", "-o", "weights.csv"]);
    expect(await readFile(join(folder(), "weights.csv"), "utf8")).toMatch(/^speed,0\.588/m);
  });

  test("what is no panel is refused", async () => {
    await put("none.yaml", "indicators: [speed]\n");
    expect((await json(["index", "panel", "none.yaml"])).error.code).toBe("document.missing-key");
    expect((await cx(["index", "panel", "panel.yaml", "--weigh", "loud"])).code).toBe(2);
  });
});

describe("cx index common", () => {
  test("both scores of every unit, and what was left out", async () => {
    const { result, definition } = await json(["index", "common", "part.yaml", "part.csv"]);
    expect(result.commonLeaves).toEqual(["ease"]);
    expect(result.leftOut).toEqual({ start: ["Web"] });
    expect(result.units).toEqual([
      { unit: "App", index: 80, common: 70 },
      { unit: "Web", index: 75, common: 75 },
    ]);
    expect(result.reduced.digest).not.toBe(definition.digest);
    const alone = await json(["index", "common", "part.yaml", "part.csv", "--among", "App"]);
    expect(alone.result.units).toEqual([{ unit: "App", index: 80, common: 80 }]);
    expect((await cx(["index", "common", "part.yaml", "part.csv", "--lang", "zh"])).out).toContain(
      "未计入：start（不适用于 Web）",
    );
    await cx(["index", "common", "part.yaml", "part.csv", "-o", "common.csv"]);
    expect(await readFile(join(folder(), "common.csv"), "utf8")).toContain("App,80,70,");
  });
});

describe("cx index score", () => {
  test("tells between which values missing answers leave a score, and counts grades", async () => {
    const { rows, result } = await json(["index", "score", "open.yaml", "open.csv"]);
    expect(rows[1].bounds.index).toEqual({ lower: 37.5, upper: 87.5 });
    expect(result.gradeCounts).toEqual([
      { grade: "A", count: 1 },
      { grade: "B", count: 0 },
      { grade: null, count: 1 },
    ]);
    expect((await cx(["index", "score", "open.yaml", "open.csv", "--lang", "zh"])).out).toContain(
      "等级分布：A 1 个，B 0 个，无等级 1 个",
    );
  });
});
