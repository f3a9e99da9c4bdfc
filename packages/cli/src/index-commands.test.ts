import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";
import { indexCommands } from "./command-name.js";

const { cx, json, put, folder } = cxInFolder();

const head = (version: string) => `formatVersion: 1
id: example.app
version: ${version}
title: { en: App index, zh: 应用指数 }
provenance: &p { status: illustrative, source: example }
scale: { lower: 0, upper: 100 }
root: index
`;
const leaf = (id: string, title: string, normalise: string, more = "") =>
  `  ${id}: { kind: indicator, title: { en: ${id}, zh: ${title} }, provenance: *p, unit: "%", source: survey, normalise: ${normalise}${more} }\n`;
const goalposts = (worst: number, best: number) => `{ method: goalposts, worst: ${worst}, best: ${best} }`;
const mean = (children: string, more = "") =>
  `  index: { kind: aggregate, title: { en: Index, zh: 指数 }, provenance: *p, method: arithmetic-mean, missing: { policy: propagate }, children: [${children}]${more} }\n`;

/** ease 3 : trust 1, both from 0 to 100. */
const plain = (version: string, weights = [3, 1]) =>
  `${head(version)}nodes:\n${leaf("ease", "易用", goalposts(0, 100))}${leaf("trust", "信任", goalposts(0, 100))}${mean(
    `{ node: ease, weight: ${weights[0]} }, { node: trust, weight: ${weights[1]} }`,
  )}`;

const fitted = `${head("1.0.0")}nodes:\n${leaf(
  "ease",
  "易用",
  "{ method: min-max, direction: more, over: pooled, cap: both, whenConstant: undefined }",
)}${leaf("trust", "信任", goalposts(0, 100))}${mean("{ node: ease, weight: 1 }, { node: trust, weight: 1 }")}`;

beforeAll(async () => {
  await put("v1.yaml", plain("1.0.0"));
  await put("v2.yaml", plain("2.0.0", [1, 1]));
  await put("low.yaml", plain("1.0.1", [1, 1]));
  await put("same.yaml", plain("1.1.0", [6, 2]));
  await put("fit.yaml", fitted);
  await put("2025.csv", "unit,kind,ease,trust\nApp,digital,60,80\nWeb,digital,70,50\nBranch,counter,90,90\n");
  await put("2026.csv", "unit,kind,ease,trust\nApp,digital,70,60\nWeb,digital,70,70\nKiosk,counter,40,40\n");
  await put(
    "waves.csv",
    "unit,year,ease,trust\nApp,2024,60,80\nWeb,2024,70,50\nApp,2023,56,80\nWeb,2023,70,54\nApp,2025,70,60\nWeb,2025,72,54\n",
  );
});

describe("cx index check", () => {
  test("the tree with every weight, and what a reader must know, in both languages", async () => {
    const { code, out, err } = await cx(["index", "check", "v1.yaml"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}ease +ease +\S.* +3 \/ 4 +75\.00% +75\.00% +illustrative$/m);
    expect(out).toContain("It reads the columns: ease, trust");
    expect(err).toContain("3 of 3 parts are illustrative");
    const chinese = await cx(["index", "check", "v1.yaml", "--lang", "zh"]);
    expect(chinese.out).toContain("定义检查通过");
    expect(chinese.out).toMatch(/ease +易用 .*75\.00% +75\.00% +示例/);
    expect(chinese.err).toContain("示例性设定");
    expect((await cx(["index", "check", "v1.yaml", "--strict"])).code).toBe(1);
  });

  test("double counting, loose nodes, weightless leaves, unequal applicability, unfitted methods", async () => {
    const text = `${head("1.0.0")}nodes:
${leaf("ease", "易用", goalposts(0, 100), ", appliesTo: { attribute: channel, values: [app] }")}${leaf("trust", "信任", "{ method: min-max, direction: more, over: { period: '2024' }, cap: both, whenConstant: undefined }")}${leaf("loose", "游离", goalposts(0, 1))}${leaf("extra", "附加", goalposts(0, 1))}  half: { kind: aggregate, title: { en: Half, zh: 半 }, provenance: *p, method: arithmetic-mean, missing: { policy: propagate }, children: [{ node: ease, weight: 1 }, { node: trust, weight: 0 }] }
  mean: { kind: aggregate, title: { en: Mean, zh: 均值 }, provenance: *p, method: arithmetic-mean, missing: { policy: propagate }, children: [{ node: ease, weight: 1 }, { node: half, weight: "2/1" }] }
  index: { kind: formula, title: { en: Index, zh: 指数 }, provenance: *p, expression: { op: add, of: [mean, extra, "@bonus"] } }
`;
    await put("concerns.yaml", text);
    const { warnings, result } = await json(["index", "check", "concerns.yaml"]);
    const codes = warnings.map((warning: { code: string }) => warning.code);
    for (const code of [
      "index.shared-node",
      "index.unreachable-node",
      "index.zero-weight",
      "check.weightless",
      "check.unequal-applicability",
      "check.needs-fit",
    ])
      expect(codes).toContain(code);
    expect(result.columns).toEqual(["ease", "trust", "loose", "extra", "bonus"]);
    expect(result.attributes).toEqual(["channel"]);
    expect((await cx(["index", "check", "concerns.yaml", "--lang", "zh"])).err).toContain("会被重复计入");
  });

  test.each(["cx.bank-digital-channel", "cx.airport-experience", "undp.hdi", "undp.phdi"])(
    "%s is told whole",
    async (id) => {
      const { result } = await json(["index", "check", id]);
      const leaves = result.tree.filter((line: { kind: string }) => line.kind === "indicator");
      expect(leaves.length).toBeGreaterThan(3);
      expect((await cx(["index", "check", id, "--lang", "zh"])).code).toBe(0);
    },
  );

  test("a definition that does not hold together is refused with its path", async () => {
    await put("broken.yaml", plain("1.0.0").replace("node: trust", "node: trusst"));
    const { code, err } = await cx(["index", "check", "broken.yaml"]);
    expect(code).toBe(1);
    expect(err).toContain("trusst");
    expect((await json(["index", "check", "broken.yaml"])).error.path).toContain("nodes");
  });
});

describe("cx index fit", () => {
  test("fits, writes whole, and scores one unit as it would among others", async () => {
    const run = [
      "index",
      "fit",
      "fit.yaml",
      "2025.csv",
      "--population",
      "All",
      "--population-zh",
      "全部",
      "--period",
      "2025",
    ];
    const { code, out } = await cx([...run, "-o", "calibrated.json"]);
    expect(code).toBe(0);
    expect(out).toContain("minimum 60 · maximum 90");
    const document = JSON.parse(await readFile(join(folder(), "calibrated.json"), "utf8"));
    expect(document.calibration).toMatchObject({
      n: 3,
      period: "2025",
      population: { en: "All", zh: "全部" },
    });
    await put("one.csv", "unit,ease,trust\nKiosk,75,40\n");
    const { rows, warnings } = await json(["index", "score", "calibrated.json", "one.csv"]);
    expect(rows[0].nodes).toEqual({ ease: 50, trust: 40, index: 45 });
    expect(warnings).toEqual([]);
    const check = await cx(["index", "check", "calibrated.json", "--lang", "zh"]);
    expect(check.out).toContain("已在 3 个单元上标定，全部，2025");
  });

  test("an unfitted definition is not scored; what cannot be fitted says so", async () => {
    expect((await cx(["index", "score", "fit.yaml", "2025.csv"])).code).toBe(1);
    expect((await cx(["index", "fit", "v1.yaml", "2025.csv"])).err).toContain("[index.nothing-to-fit]");
    await put("blank.csv", "unit,ease,trust\nA,,1\nB,,2\n");
    const { code, out, err } = await cx(["index", "fit", "fit.yaml", "blank.csv", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toContain("未能标定");
    expect(err).toContain("ease");
  });

  test("never over an input, nothing half-written", async () => {
    const before = await readdir(folder());
    const { err } = await cx(["index", "fit", "fit.yaml", "2025.csv", "-o", "fit.yaml"]);
    expect(err).toContain("[output.is-input]");
    await cx(["index", "fit", "fit.yaml", "2025.csv", "-o", "no/such/folder.json"]);
    expect(await readdir(folder())).toEqual(before);
  });
});

describe("cx index diff", () => {
  test("breaking, compatible, none; --check waits for the version", async () => {
    const breaking = await cx(["index", "diff", "v1.yaml", "low.yaml", "--check"]);
    expect(breaking.code).toBe(1);
    expect(breaking.out).toContain("breaking: a score can change");
    expect(breaking.out).toContain("least version 2.0.0");
    expect((await cx(["index", "diff", "v1.yaml", "low.yaml"])).code).toBe(0);
    expect((await cx(["index", "diff", "v1.yaml", "v2.yaml", "--check"])).code).toBe(0);
    const { result } = await json(["index", "diff", "v1.yaml", "same.yaml", "--check"]);
    expect(result).toMatchObject({ class: "compatible", bump: "minor", verdict: { status: "sufficient" } });
    const chinese = await cx(["index", "diff", "v1.yaml", "low.yaml", "--lang", "zh"]);
    expect(chinese.out).toContain("不兼容：得分可能改变");
    expect(chinese.out).toMatch(/应升级：主版本；版本号不低于 2\.0\.0/);
    expect((await cx(["index", "diff", "v1.yaml", "v1.yaml", "--check"])).out).toContain("say the same");
  });

  test("as CSV", async () => {
    await cx(["index", "diff", "v1.yaml", "v2.yaml", "-o", "changes.csv"]);
    const text = await readFile(join(folder(), "changes.csv"), "utf8");
    expect(text.split("\r\n")[0]).toBe("class,kind,path,node,message.en,message.zh");
    expect(text).toContain("breaking,");
  });
});

describe("cx index score", () => {
  test("ranks: highest first, ties share the better one", async () => {
    const { rows } = await json(["index", "score", "v1.yaml", "2025.csv", "--ranks"]);
    expect(rows.map(({ rank }: { rank: number }) => rank)).toEqual([2, 2, 1]);
    expect((await cx(["index", "score", "v1.yaml", "2025.csv", "--ranks", "--lang", "zh"])).out).toContain(
      "名次",
    );
    await cx(["index", "score", "v1.yaml", "2025.csv", "--ranks", "-o", "ranks.csv"]);
    expect(await readFile(join(folder(), "ranks.csv"), "utf8")).toContain("unit,rank,ease");
  });

  test("gathered units stand above and in the JSON", async () => {
    const rollups = `rollups:
  banks: { title: { en: Kind, zh: 类别 }, provenance: *p, by: kind, method: arithmetic-mean, weights: { method: column, column: customers }, missing: { policy: propagate } }
`;
    await put("rollup.yaml", plain("1.0.0") + rollups);
    await put(
      "rollup.csv",
      "unit,kind,ease,trust,customers\nApp,d,60,80,3\nWeb,d,70,50,1\nBranch,c,90,90,5\n",
    );
    const { rows, result } = await json(["index", "score", "rollup.yaml", "rollup.csv"]);
    expect(rows).toHaveLength(3);
    expect(result.rollups.banks.nodes.index.values).toEqual([65, 90]);
    expect((await cx(["index", "score", "rollup.yaml", "rollup.csv", "--lang", "zh"])).out).toMatch(
      /^类别 +成员数 +index/m,
    );
  });

  test("the bank profile reads its evidence, statements and attributes by itself", async () => {
    const { result } = await json(["index", "check", "cx.bank-digital-channel"]);
    const columns: string[] = result.columns;
    const attributes: string[] = result.attributes;
    expect(attributes).toEqual(expect.arrayContaining(["channel", "D4_codebook", "serious_incident"]));
    await put(
      "bank.csv",
      `name,${[...columns, ...attributes].join(",")}\nA,${[...columns.map(() => "5"), ...attributes.map(() => "app")].join(",")}\n`,
    );
    expect((await cx(["index", "score", "cx.bank-digital-channel", "bank.csv"])).code).toBe(0);
  });
});

describe("cx index explain", () => {
  test("in Chinese formulas are words; a veto and evidence are told", async () => {
    const { out } = await cx(["index", "explain", "v1.yaml", "2025.csv", "--unit", "App", "--lang", "zh"]);
    expect(out).toContain("指数等于易用（权重 3）与信任（权重 1）的加权算术平均数");
    expect(out).toContain("原始值 60 %");
    await put("coded.yaml", plain("1.0.0").replace('unit: "%"', 'unit: "%", codes: { notApplicable: [99] }'));
    await put("coded.csv", "unit,ease,trust\nApp,99,80\n");
    const coded = await cx(["index", "explain", "coded.yaml", "coded.csv", "--lang", "zh"]);
    expect(coded.out).toContain("编码 99: 不适用");
    expect((await cx(["index", "explain", "coded.yaml", "coded.csv"])).out).toContain(
      "code 99: not applicable",
    );
  });
});

describe("cx index audit", () => {
  const run = ["index", "audit", "v1.yaml", "2025.csv", "--seed", "1", "--draws", "100"];

  test("sections with verdicts and remedies, the same for the same seed", async () => {
    const first = await json(run);
    expect(await json(run)).toEqual(first);
    expect(first.result.sections.provenance.verdict).toMatch(/warn|fail/);
    const { out, code } = await cx([...run, "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toContain("审核结论：");
    expect(out).toContain("处理：");
    const checked = await cx([...run, "--check"]);
    expect(checked.code).toBe(first.result.verdict === "fail" ? 1 : 0);
    expect((await cx(run.slice(0, 4))).err).toContain("--seed is required");
  });

  test("some sections, other limits, evaluators; a page in the language of its name", async () => {
    const part = await json([...run, "--criteria", "size,coverage", "--threshold", "indicatorCoverage=0.9"]);
    expect(Object.keys(part.result.sections)).toEqual(["size", "coverage"]);
    expect(part.result.thresholds.indicatorCoverage).toBe(0.9);
    await cx([...run, "--evaluators", "ease=4", "-o", "audit.zh.md"]);
    expect(await readFile(join(folder(), "audit.zh.md"), "utf8")).toMatch(/^# .*应用指数/);
    await cx([...run, "-o", "audit.csv"]);
    expect(await readFile(join(folder(), "audit.csv"), "utf8")).toContain("section,verdict,code");
    expect((await json([...run, "--criteria", "sise"])).error.code).toBe("usage.bad-choice");
    expect((await cx([...run, "--threshold", "kurtosi=0.9"])).err).toContain("Did you mean kurtosis?");
    expect((await json([...run, "--threshold", "alpha=9"])).error.code).toBe("usage.bad-number");
    expect((await json([...run, "--evaluators", "index=3"])).error.code).toBe("audit.not-an-indicator");
  });
});

describe("cx index uncertainty", () => {
  const run = ["index", "uncertainty", "v1.yaml", "2025.csv", "--estimates", "errors.csv"];
  beforeAll(async () => {
    await put(
      "errors.csv",
      "unit,indicator,se\nApp,ease,3\nApp,trust,4\nWeb,ease,3\nWeb,trust,4\nBranch,ease,1\nBranch,trust,1\n",
    );
    await put(
      "covariance.csv",
      "unit,a,b,covariance\nApp,ease,trust,6\nWeb,trust,ease,6\nBranch,ease,trust,0\n",
    );
  });

  test("independent, and with covariances: the delta method by hand", async () => {
    const { result } = await json([
      ...run,
      "--inference",
      "sample",
      "--independent",
      "--method",
      "linearised",
    ]);
    expect(result.nodes.index[0].standardError).toBeCloseTo(Math.sqrt((0.75 * 3) ** 2 + (0.25 * 4) ** 2), 12);
    const joint = await json([
      ...run,
      "--inference",
      "sample",
      "--covariance",
      "covariance.csv",
      "--method",
      "linearised",
    ]);
    const variance = (0.75 * 3) ** 2 + (0.25 * 4) ** 2 + 2 * 0.75 * 0.25 * 6;
    expect(joint.result.nodes.index[0].standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(joint.result.nodes.index[1].standardError).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test("without a word on who answered there is no number but a reason; without inference a refusal", async () => {
    const { code, out } = await cx([...run, "--inference", "sample", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^App +- +- +-/m);
    const bare = await cx(run);
    expect(bare.code).toBe(1);
    expect(bare.err).toContain("[uncertainty.inference-required]");
  });

  test("ranks need a seed, and the same seed gives the same answer", async () => {
    const ranks = [...run, "--inference", "sample", "--independent", "--ranks"];
    expect((await json(ranks)).error.code).toBe("usage.seed-missing");
    const drawn = await json([...ranks, "--seed", "7", "--draws", "500"]);
    expect(await json([...ranks, "--seed", "7", "--draws", "500"])).toEqual(drawn);
    expect(drawn.result.ranks.units[2].rank).toBe(1);
    expect((await cx([...ranks, "--seed", "7", "--draws", "500", "--lang", "zh"])).out).toContain(
      "名次中位数",
    );
  });

  test("rows that name an unknown unit, or one twice", async () => {
    await put("unknown.csv", "unit,indicator,se\nApp,ease,3\nWebb,ease,3\n");
    const { err } = await cx([...run.slice(0, -1), "unknown.csv", "--inference", "sample"]);
    expect(err).toContain('Row 3 of unknown.csv: the data hold no unit "Webb". Did you mean Web?');
    await put("twice.csv", "unit,indicator,se\nApp,ease,3\nApp,ease,4\n");
    expect((await json([...run.slice(0, -1), "twice.csv"])).error.code).toBe("table.repeated-key");
    await put("odd.csv", "unit,indicator,se\nApp,eese,3\n");
    expect((await json([...run.slice(0, -1), "odd.csv", "--inference", "sample"])).error.code).toBe(
      "uncertainty.unknown-column",
    );
  });
});

describe("cx index sensitivity", () => {
  beforeAll(async () => {
    await put(
      "factors.yaml",
      `factors:
  - { id: ease, path: nodes.index.children.ease.weight, range: { kind: uniform, lower: 1, upper: 5 } }
  - { id: mean, path: nodes.index.method, options: [arithmetic-mean, geometric-mean] }
`,
    );
  });
  const run = ["index", "sensitivity", "v1.yaml", "2025.csv"];

  test("shares of variance of every unit, of one in full", async () => {
    const sobol = [...run, "--factors", "factors.yaml", "--samples", "64", "--bootstrap", "20"];
    expect((await json(sobol)).error.code).toBe("usage.seed-missing");
    const { code, out } = await cx([...sobol, "--seed", "3"]);
    expect(code).toBe(0);
    expect(out).toMatch(/256 runs \(sobol, 64 samples, seed 3\)/);
    const one = await cx([...sobol, "--seed", "3", "--unit", "App", "--lang", "zh"]);
    expect(one.out).toContain("虚拟因素");
    expect((await json([...sobol, "--seed", "3", "--unit", "Ap"])).error.code).toBe(
      "sensitivity.unknown-unit",
    );
  });

  test("one at a time, drop one, importance", async () => {
    const one = await json([...run, "--factors", "factors.yaml", "--method", "one-at-a-time"]);
    expect(one.result.effects).toHaveLength(4);
    expect((await cx([...run, "--factors", "factors.yaml", "--method", "one-at-a-time"])).out).toContain(
      "geometric-mean",
    );
    const { result } = await json([...run, "--method", "drop-one"]);
    expect(result.indicators.trust.changes[0]).toBeCloseTo(-5, 12);
    expect((await cx([...run, "--method", "drop-one", "--lang", "zh"])).out).toContain("每次剔除一个指标");
    const importance = await json([...run, "--method", "importance"]);
    expect(importance.result.nominal).toEqual({ ease: 0.75, trust: 0.25 });
    expect((await cx([...run, "--method", "importance"])).out).toContain("shares sum to 100.0%");
  });

  test("what the method does not read is refused", async () => {
    expect((await json([...run, "--method", "drop-one", "--seed", "1"])).error.code).toBe(
      "usage.option-not-used",
    );
    expect((await json([...run, "--method", "sobol", "--seed", "1"])).error.code).toBe("usage.option-needed");
    expect((await cx([...run, "--method", "x"])).code).toBe(2);
    await put("bad-factors.yaml", "- { id: a, path: nodes.indx.method, options: [a, b] }\n");
    const bad = await cx([...run, "--factors", "bad-factors.yaml", "--seed", "1"]);
    expect(bad.code).toBe(1);
    expect(bad.err).toContain("index");
  });
});

describe("cx index whatif", () => {
  const run = ["index", "whatif", "v1.yaml", "2025.csv"];

  test("other values and weights, 0 included; a unit by --unit or inside --set", async () => {
    const { result } = await json([...run, "--unit", "App", "--set", "trust=0"]);
    expect(result.nodes.find(({ node }: { node: string }) => node === "index").change).toBe(-20);
    const inside = await json([...run, "--set", "App.trust=0"]);
    expect(inside.result).toEqual(result);
    const weights = await json([...run, "--unit", "App", "--weight", "index.ease=0"]);
    expect(weights.result.nodes[0]).toMatchObject({ node: "index", before: 65, after: 80 });
    const { out } = await cx([...run, "--unit", "App", "--weight", "index.ease=1/3", "--lang", "zh"]);
    expect(out).toContain("定义的改动");
    const gone = await json([...run, "--unit", "App", "--set", "trust=missing"]);
    expect(gone.result.nodes[0].after).toBe(null);
    await put("patch.json", '{ "nodes": { "index": { "method": "geometric-mean" } } }');
    expect((await cx([...run, "--unit", "App", "--patch", "patch.json"])).out).toContain("revision: methods");
  });

  test("the smallest improvement that reaches a score or a rank", async () => {
    const { result } = await json([...run, "--unit", "App", "--target", "score=80"]);
    expect(result.single[0]).toMatchObject({ indicator: "ease", to: 80 });
    expect(result.single[1].status).toBe("unreachable");
    const rank = await json([
      ...run,
      "--unit",
      "App",
      "--target",
      "rank=1",
      "--over",
      "ease",
      "--bounds",
      "ease=50..95",
    ]);
    expect(rank.result.joint.status).toBe("ok");
    const { out } = await cx([
      ...run,
      "--unit",
      "App",
      "--target",
      "score=80",
      "--cost",
      "ease=2",
      "--lang",
      "zh",
    ]);
    expect(out).toContain("无法达到；最好为");
    expect(out).toContain("单独改变时代价最小");
  });

  test.each([
    [[], "usage.whatif-nothing"],
    [["--unit", "App", "--set", "trust"], "usage.bad-assignment"],
    [["--unit", "App", "--set", "trust=many"], "usage.bad-number"],
    [["--set", "App.trust=1", "--set", "Web.trust=1"], "usage.several-units"],
    [["--set", "trust=1"], "usage.needs-unit"],
    [["--unit", "App", "--weight", "ease=1"], "usage.bad-weight-option"],
    [["--unit", "App", "--target", "80"], "usage.bad-target"],
    [["--unit", "App", "--target", "rank=1.5"], "usage.bad-target"],
    [["--unit", "App", "--target", "score=80", "--set", "ease=1"], "usage.whatif-either-or"],
    [["--unit", "App", "--set", "ease=1", "--over", "ease"], "usage.option-not-used"],
    [["--unit", "App", "--target", "score=80", "--bounds", "ease=1"], "usage.bad-bounds"],
    [["--unit", "App", "--set", "eas=1"], "what-if.unknown-column"],
    [["--unit", "Ap", "--set", "ease=1"], "index.unknown-unit"],
    [["--unit", "App", "--weight", "__proto__.ease=1"], "document.unsafe-key"],
  ])("%j is refused", async (argv, code) => {
    expect((await json([...run, ...argv])).error.code).toBe(code);
    const { err } = await cx([...run, ...argv, "--lang", "zh"]);
    expect(err).toMatch(/[一-鿿]/);
  });
});

describe("cx index attribute and compare", () => {
  test("two files: contributions sum to the change", async () => {
    const run = ["index", "attribute", "v1.yaml", "2025.csv", "2026.csv", "--unit", "App"];
    const { result } = await json(run);
    expect(result.data.inputs.map(({ contribution }: { contribution: number }) => contribution)).toEqual([
      7.5, -5,
    ]);
    expect(result.change).toBe(2.5);
    const { out } = await cx([...run, "--lang", "zh"]);
    expect(out).toMatch(/ease 易用 +\+7\.50/);
    await cx([...run, "-o", "parts.csv"]);
    expect(await readFile(join(folder(), "parts.csv"), "utf8")).toContain("ease,column,same,7.5\r\n");
  });

  test("one file with periods, and a revised definition", async () => {
    const periods = ["--periods", "year", "--from", "2024", "--to", "2025"];
    const run = ["index", "attribute", "v1.yaml", "waves.csv", ...periods, "--unit", "App"];
    expect((await json(run)).result.change).toBe(2.5);
    const revised = await json([...run, "--revised", "v2.yaml"]);
    const parts = revised.result.revision.aspects.map(
      ({ contribution }: { contribution: number }) => contribution,
    );
    const sum = parts.reduce((total: number, part: number) => total + part, revised.result.data.change);
    expect(sum).toBeCloseTo(revised.result.change, 12);
    expect((await cx([...run, "--revised", "v2.yaml"])).out).toContain("revision: weights");
    const wrong = await cx([...run.slice(0, 9), "2052", "--unit", "App"]);
    expect(wrong.err).toContain("It holds: 2023, 2024, 2025");
    expect((await json(["index", "attribute", "v1.yaml", "waves.csv"])).error.code).toBe(
      "usage.two-periods-needed",
    );
    expect((await json([...run.slice(0, 4), "2025.csv", ...periods])).error.code).toBe(
      "usage.option-not-used",
    );
  });

  test("unit by unit, with the verdict; refused where a definition changed", async () => {
    const run = ["index", "compare", "v1.yaml", "2025.csv", "2026.csv"];
    const { result } = await json(run);
    expect(result).toMatchObject({ units: ["App", "Web"], onlyInA: ["Branch"], onlyInB: ["Kiosk"] });
    expect((await cx(run)).out).toMatch(/^App +65\.0 +67\.5 +\+2\.5/m);
    const refused = await cx([...run, "--revised", "v2.yaml", "--lang", "zh"]);
    expect(refused.code).toBe(0);
    expect(refused.out).toContain("两者不可比");
    expect((await json([...run, "--node", "eas"])).error.code).toBe("index.node-not-compared");
  });
});

describe("cx index benchmark", () => {
  test("ranks and percentiles among peers", async () => {
    const run = ["index", "benchmark", "v1.yaml", "2025.csv", "--peers", "kind"];
    const { result } = await json(run);
    expect(result.units[0]).toMatchObject({ unit: "App", group: "digital", n: 2, rank: 1 });
    expect(result.units[2]).toMatchObject({ reason: "too-few-peers" });
    expect((await cx([...run, "--lang", "zh"])).out).toContain("同类组");
    expect((await cx([...run.slice(0, 4), "--peers", "kin"])).err).toContain("Did you mean kind?");
    expect((await cx([...run, "--percentile", "x"])).code).toBe(2);
  });
});

describe("cx index track and link", () => {
  test("waves of a column, put in order; changes and a chart", async () => {
    const run = ["index", "track", "v1.yaml", "waves.csv", "--periods", "year"];
    const { result } = await json(run);
    expect(result.periods).toEqual(["2023", "2024", "2025"]);
    const values = result.units[0].points.map(({ value }: { value: number }) => value);
    for (const [at, value] of [62, 65, 67.5].entries()) expect(values[at]).toBeCloseTo(value, 12);
    expect(result.units[0].points[2].change).toBe(2.5);
    expect((await cx([...run, "--lang", "zh"])).out).toContain("环比变化");
    const files = await json(["index", "track", "v1.yaml", "2026.csv", "2025.csv"]);
    expect(files.result.periods).toEqual(["2025", "2026"]);
  });

  test("two definitions over shared periods: an additive link by hand", async () => {
    await put("old.csv", "unit,year,ease,trust\nApp,2023,60,80\nApp,2024,60,80\n");
    await put("new.csv", "unit,year,ease,trust\nApp,2024,60,80\nApp,2025,70,60\n");
    const run = [
      "index",
      "link",
      "v1.yaml",
      "old.csv",
      "v2.yaml",
      "new.csv",
      "--periods",
      "year",
      "--method",
      "additive",
    ];
    const { result } = await json(run);
    // 2024 scores 65 under the old and 70 under the new definition; 2025 scores 65 under the new one.
    expect(result.series[0].points.map(({ value }: { value: number }) => value)).toEqual([65, 65, 60]);
    expect((await cx([...run, "--lang", "zh"])).out).toContain("重叠期 2024");
    await cx([...run, "-o", "linked.csv"]);
    expect(await readFile(join(folder(), "linked.csv"), "utf8")).toContain("App,2025,60,65,1,");
    const earlier = ["--earlier", "v1.yaml", "--earlier-data", "old.csv"];
    const track = ["index", "track", "v2.yaml", "new.csv", "--periods", "year", ...earlier];
    expect((await cx(track)).out).toContain("The two cannot be compared");
    expect((await json([...track, "--link", "additive"])).result.units[0].points[2].value).toBe(60);
    expect((await json(track.slice(0, -2))).error.code).toBe("usage.earlier-needs-both");
    expect((await json([...run, "--overlap", "2019"])).error.code).toBe("comparison.unknown-period");
    const [, , ...rest] = run;
    expect(
      (await json(["index", "link", ...rest.filter((word) => !["--periods", "year"].includes(word))])).error
        .code,
    ).toBe("usage.option-needed");
  });

  test("a row without a period is refused", async () => {
    await put("hole.csv", "unit,year,ease,trust\nApp,2023,60,80\nApp,,60,80\n");
    const { err } = await cx(["index", "track", "v1.yaml", "hole.csv", "--periods", "year"]);
    expect(err).toContain("Row 3 of hole.csv: column year is blank");
  });
});

describe("cx index weights", () => {
  // Saaty (1977): a 3 × 3 matrix; figures as in the docstring of ahpWeights.
  test("AHP from a file, with names in a first column, fractions and one triangle", async () => {
    await put("ahp.csv", "name,ease,speed,trust\nease,1,3,5\nspeed,1/3,1,3\ntrust,,,1\n");
    const { result } = await json(["index", "weights", "ahp", "ahp.csv"]);
    expect(result.weights[0]).toBeCloseTo(0.636985571744757, 12);
    expect(result.consistencyRatio).toBeCloseTo(0.0331992159984225, 12);
    expect(result.indicators).toEqual(["ease", "speed", "trust"]);
    const { out } = await cx(["index", "weights", "ahp", "ahp.csv", "--lang", "zh"]);
    expect(out).toContain("判断一致性可接受");
    expect(out).toContain("CR 0.0332");
  });

  test("what is no matrix of judgements", async () => {
    await put("ragged.csv", "a,b,c\n1,2,3\n0.5,1,2\n");
    expect((await json(["index", "weights", "ahp", "ragged.csv"])).error.code).toBe(
      "weights.matrix-not-square",
    );
    await put("order.csv", "name,a,b\nb,1,2\na,1/2,1\n");
    expect((await cx(["index", "weights", "ahp", "order.csv"])).err).toContain(
      'Row 2 of order.csv is named "b"',
    );
    await put("word.csv", "a,b\n1,often\n,1\n");
    const { err } = await cx(["index", "weights", "ahp", "word.csv"]);
    expect(err).toContain("Row 2 of word.csv, column b:");
  });

  test("entropy and CRITIC of columns; figures of their docstrings", async () => {
    await put("units.csv", "unit,wait,trust\nA,0.2,0.5\nB,0.4,0.6\nC,0.9,0.7\n");
    const entropy = await json(["index", "weights", "entropy", "units.csv"]);
    expect(entropy.result.indicators).toEqual(["wait", "trust"]);
    expect(entropy.result.weights[0]).toBeCloseTo(0.948404129799921, 12);
    await put("critic.csv", "cost,trust,ease\n3,9,1\n1,7,5\n2,8,2\n5,1,4\n");
    const critic = ["index", "weights", "critic", "critic.csv"];
    expect((await json([...critic, "--down", "cost"])).result.weights[0]).toBeCloseTo(0.202030324977947, 12);
    expect((await cx([...critic, "--lang", "zh"])).out).toContain("信息量");
    expect((await json([...critic, "--threshold", "0.1"])).error.code).toBe("usage.option-not-used");
    expect((await cx(["index", "weights", "guess", "critic.csv"])).err).toContain("is not one of: ahp");
  });
});

describe("hostile documents and tables", () => {
  const runs: readonly (readonly [string, string, readonly string[]])[] = [
    ["text.json", '"x"', ["whatif", "v1.yaml", "2025.csv", "--unit", "App", "--patch", "text.json"]],
    ["null.json", "null", ["whatif", "v1.yaml", "2025.csv", "--unit", "App", "--patch", "null.json"]],
    ["list.json", "[1]", ["whatif", "v1.yaml", "2025.csv", "--unit", "App", "--patch", "list.json"]],
    [
      "kill.json",
      '{ "nodes": null }',
      ["whatif", "v1.yaml", "2025.csv", "--unit", "App", "--patch", "kill.json"],
    ],
    ["none.yaml", "null", ["sensitivity", "v1.yaml", "2025.csv", "--seed", "1", "--factors", "none.yaml"]],
    ["word.yaml", "factors", ["sensitivity", "v1.yaml", "2025.csv", "--seed", "1", "--factors", "word.yaml"]],
    ["empty.yaml", "factors: []", ["audit", "v1.yaml", "2025.csv", "--seed", "1", "--factors", "empty.yaml"]],
    [
      "proto.csv",
      "unit,indicator,se\nApp,__proto__,1\n",
      ["uncertainty", "v1.yaml", "2025.csv", "--estimates", "proto.csv", "--inference", "sample"],
    ],
    [
      "minus.csv",
      "unit,indicator,se\nApp,ease,-1\n",
      ["uncertainty", "v1.yaml", "2025.csv", "--estimates", "minus.csv", "--inference", "sample"],
    ],
    [
      "guess.csv",
      "unit,indicator,se,inference\nApp,ease,1,guess\n",
      ["uncertainty", "v1.yaml", "2025.csv", "--estimates", "guess.csv"],
    ],
    [
      "self.csv",
      "unit,a,b,covariance\nApp,ease,constructor,1\n",
      [
        "uncertainty",
        "v1.yaml",
        "2025.csv",
        "--estimates",
        "errors.csv",
        "--inference",
        "sample",
        "--covariance",
        "self.csv",
      ],
    ],
    ["zero.csv", "a,b\n1,0\n,1\n", ["weights", "ahp", "zero.csv"]],
    ["apart.csv", "a,b,c\n1,2,\n,1,\n,,1\n", ["weights", "ahp", "apart.csv"]],
    ["texts.csv", "unit,name\na,b\n", ["weights", "entropy", "texts.csv"]],
    ["blank.yaml", "", ["check", "blank.yaml"]],
    ["array.yaml", "- 1", ["diff", "v1.yaml", "array.yaml"]],
    ["deep.yaml", `a: ${"[".repeat(3000)}${"]".repeat(3000)}`, ["check", "deep.yaml"]],
  ];
  test.each(runs)("%s is refused in both languages, never as a failure of ours", async (name, text, argv) => {
    await put(name, text);
    const { code, err, out } = await cx(["index", ...argv, "--lang", "zh", "--json"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^错误: .*[一-鿿]/);
    expect(JSON.parse(out).error.code).not.toBe("internal");
  });

  test("what the data cannot support is an answer with a reason", async () => {
    await put("same.csv", "a,b\n1,1\n1,1\n");
    expect((await json(["index", "weights", "entropy", "same.csv"])).result.status).toBe("not-computable");
    await put("one-row.csv", "unit,ease,trust\nApp,,80\n");
    for (const argv of [
      ["benchmark", "v1.yaml", "one-row.csv"],
      ["sensitivity", "v1.yaml", "one-row.csv", "--method", "importance"],
      ["sensitivity", "v1.yaml", "one-row.csv", "--method", "drop-one"],
      ["whatif", "v1.yaml", "one-row.csv", "--set", "trust=0"],
      ["whatif", "v1.yaml", "one-row.csv", "--target", "score=80", "--over", "trust"],
      ["track", "v1.yaml", "one-row.csv"],
      ["attribute", "v1.yaml", "one-row.csv", "one-row.csv"],
      ["compare", "v1.yaml", "one-row.csv", "one-row.csv"],
      ["uncertainty", "v1.yaml", "one-row.csv", "--estimates", "one-error.csv", "--inference", "sample"],
      ["audit", "v1.yaml", "one-row.csv", "--seed", "1"],
    ]) {
      await put("one-error.csv", "unit,indicator,se\nApp,trust,4\n");
      for (const lang of ["en", "zh"]) {
        const { code, err } = await cx(["index", ...argv, "--lang", lang]);
        expect(`${argv[0]} ${code} ${err}`).toMatch(/^\w+ 0/);
      }
    }
  });
});

describe("every command of cx index", () => {
  test("has help with examples in both languages", async () => {
    for (const name of indexCommands) {
      expect((await cx(["index", name, "--help"])).out).toContain(`Examples:\n  $ cx index ${name}`);
      expect((await cx(["index", name, "--help", "--lang", "zh"])).out).toMatch(/用法:[\s\S]*示例：/);
    }
  });

  test("a cell that is no number is told with its row; hostile names stay texts", async () => {
    await put("cell.csv", "unit,ease,trust\nApp,1,2\nWeb,good,3\n");
    for (const name of ["uncertainty", "sensitivity", "whatif", "benchmark", "track", "fit"]) {
      const more: Record<string, string[]> = {
        uncertainty: ["--estimates", "errors.csv"],
        sensitivity: ["--method", "drop-one"],
        whatif: ["--unit", "App", "--set", "ease=1"],
      };
      const { err } = await cx(["index", name, "v1.yaml", "cell.csv", ...(more[name] ?? [])]);
      expect(err).toContain('Row 3 of cell.csv: "good" in column ease is not a number');
    }
    await put("evil.csv", 'unit,ease,trust\n__proto__,60,80\n"=cmd()\u001b[2J",70,50\nconstructor,1,2\n');
    const { out } = await cx(["index", "benchmark", "v1.yaml", "evil.csv"]);
    expect(out).not.toContain("\u001b");
    expect(out).toContain("__proto__");
    await cx(["index", "benchmark", "v1.yaml", "evil.csv", "-o", "evil-out.csv"]);
    const text = await readFile(join(folder(), "evil-out.csv"), "utf8");
    expect(text).toContain("'=cmd()");
    const { result } = await json([
      "index",
      "whatif",
      "v1.yaml",
      "evil.csv",
      "--unit",
      "__proto__",
      "--set",
      "ease=0",
    ]);
    expect(result.unit).toBe("__proto__");
    expect((await cx(["index", "check", "v1.yaml", "-o", "tree.csv"])).err).toContain("[output.no-csv]");
  });
});
