import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";
import figures from "../fixtures/r/analyses.json" with { type: "json" };

const { cx, json, put } = cxInFolder();
const wave = (year: number) =>
  join(import.meta.dirname, `../../../docs/examples/airport/data/sfo-customer-survey-${year}.csv`);
const nps = ["--metric", "nps", "--rating", "NETPRO", "--missing", "11", "--weight", "WEIGHT"];

/** Within 1e-9 of a figure of R, relative to it. */
const near = (actual: number, wanted: number) =>
  expect(Math.abs(actual - wanted) / Math.abs(wanted)).toBeLessThan(1e-9);

describe("strata and clusters", () => {
  test("standard error and degrees of freedom of a score are those of R's survey", async () => {
    const run = ["score", wave(2017), ...nps, "--cluster", "RUNID"];
    const [row] = (await json(run)).rows;
    near(row.value, figures.before.value);
    near(row.standardError, figures.before.standardError);
    expect(row.degreesOfFreedom).toBe(figures.before.degreesOfFreedom);
    expect(row.designEffect).toBeGreaterThan(1);
    expect(row.base.excluded).toEqual({ "code 11": 84, blank: 1 });
    const [corrected] = (await json([...run, "--fpc", "300"])).rows;
    near(corrected.standardError, figures.corrected.standardError);
    const [stratified] = (await json([...run, "--strata", "STRATA"])).rows;
    near(stratified.standardError, figures.stratified.standardError);
    expect(stratified.degreesOfFreedom).toBe(figures.stratified.degreesOfFreedom);
  });

  test("groups keep the sampling units of the whole sample", async () => {
    const { rows } = await json(["score", wave(2017), ...nps, "--cluster", "RUNID", "--by", "STRATA"]);
    const byName = new Map(rows.map((row: { group: string }) => [row.group, row]));
    for (const [index, group] of ["1", "2", "3"].entries())
      expect(byName.get(group)).toMatchObject({
        value: expect.closeTo(figures.byStrata.value[index] ?? 0, 9),
        standardError: expect.closeTo(figures.byStrata.standardError[index] ?? 0, 9),
      });
  });

  test("a change between waves: t with the units' degrees of freedom, rows without a cluster on their own", async () => {
    const run = ["compare", wave(2017), wave(2018), ...nps, "--cluster", "RUNID"];
    const { result, warnings } = await json(run);
    near(result.difference, figures.change.difference);
    near(result.standardError, figures.change.standardError);
    near(result.degreesOfFreedom, figures.change.degreesOfFreedom);
    near(result.p, figures.change.p);
    expect(warnings[0]).toMatchObject({ code: "design.blank-clusters", values: { count: 12 } });
    expect((await cx(run)).out).toContain("clusters RUNID · t with 382.2 degrees of freedom");
  });

  test("without clusters nothing changes, but the text says what is assumed", async () => {
    const { out } = await cx(["compare", wave(2017), wave(2018), ...nps]);
    expect(out).toMatch(/^difference +-5\.3 +-9\.5 to -1\.1 +p = 0\.014$/m);
    expect(out).toContain("assumes independent answers (ignores clustering)");
    const [row] = (await json(["score", wave(2017), ...nps])).rows;
    expect(Object.keys(row)).not.toContain("designEffect");
  });

  test("two groups of one sample share its sampling units, so their covariance counts", async () => {
    const run = ["compare", wave(2017), ...nps, "--group", "PEAK", "--groups", "1,3"];
    const { result } = await json([...run, "--cluster", "RUNID"]);
    near(result.difference, figures.peakByCluster.difference);
    near(result.standardError, figures.peakByCluster.standardError);
    near(
      (await json([...run, "--strata", "STRATA"])).result.standardError,
      figures.peakByStrata.standardError,
    );
  });

  test("populations by stratum, as a list or as a column", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `${row % 2 ? "a" : "b"},${row % 2 ? 50 : 30},${row % 11}`,
    );
    await put("fpc.csv", `s,N,r\n${rows.join("\n")}\n`);
    const run = ["score", "fpc.csv", "--metric", "nps", "--rating", "r", "--strata", "s", "--fpc"];
    const listed = (await json([...run, "a=50,b=30"])).rows;
    expect((await json([...run, "N"])).rows).toEqual(listed);
    const uncorrected = (await json(run.slice(0, -1))).rows[0];
    expect(listed[0].standardError).toBeLessThan(uncorrected.standardError);
    await put("fpc-bad.csv", "s,N,r\na,50,9\na,51,3\n");
    const bad = ["score", "fpc-bad.csv", ...run.slice(2)];
    expect((await cx([...bad, "N"])).err).toContain("Row 3 of fpc-bad.csv: 51 in column N");
    expect((await json([...bad, "a=1"])).error.code).toBe("design.population-below-sample");
  });

  test("columns that read alike when joined stay apart", async () => {
    await put("alike.csv", "a,b,r\nx · y,z,9\nx,y · z,3\nx,y · z,10\nx · y,z,8\n");
    const run = ["score", "alike.csv", "--metric", "nps", "--rating", "r", "--cluster", "a,b"];
    expect((await json(run)).rows[0].degreesOfFreedom).toBe(1);
  });

  test("what is refused", async () => {
    await put("design.csv", "s,c,r\na,1,9\n,2,3\n");
    const run = ["score", "design.csv", "--metric", "nps", "--rating", "r"];
    expect((await cx([...run, "--strata", "s"])).err).toContain("Row 3 of design.csv: column s is blank");
    expect((await json([...run, "--fpc", "a=3"])).error.code).toBe("usage.populations-need-strata");
    expect((await json([...run, "--strata", "s", "--fpc", "7"])).error.code).toBe("usage.bad-populations");
    expect((await cx([...run, "--cluster", "c", "--single-unit", "x"])).code).toBe(2);
    const [lonely] = (await json([...run, "--cluster", "c", "--by", "c"])).rows;
    expect(lonely).toMatchObject({ n: 1, value: 100 });
  });
});

describe("cx drivers", () => {
  const run = ["drivers", wave(2017), "--outcome", "NETPRO", "--outcome-missing", "11"];
  const predictors = ["--predictors", "Q7ART,Q7FOOD,Q7STORE", "--missing", "0,6"];

  test("R² is that of R's lm, and importance adds up to it", async () => {
    const { result } = await json([...run, ...predictors]);
    expect(result.n).toBe(figures.drivers.n);
    near(result.rSquared, figures.drivers.rSquared);
    const sum = result.predictors.reduce(
      (total: number, one: { importance: number }) => total + one.importance,
      0,
    );
    near(sum, figures.drivers.rSquared);
  });

  test("the same seed gives the same intervals; without one the command line is wrong", async () => {
    const drawn = [...run, ...predictors, "--method", "johnson", "--bootstrap", "50", "--seed", "7"];
    const { result } = await json(drawn);
    expect(result.bootstrap).toMatchObject({ seed: 7, resamples: 50, generator: "xoroshiro128plus" });
    expect((await json(drawn)).result).toEqual(result);
    expect((await cx(drawn)).out).toContain("intervals: 50 resamples of the rows, seed 7");
    expect((await json([...run, ...predictors, "--bootstrap", "50"])).error.code).toBe("usage.seed-missing");
    expect((await json([...run, ...predictors, "--seed", "1"])).error.code).toBe("usage.seed-not-used");
  });

  test("what cannot be computed has a reason; a bad weight names its row", async () => {
    await put("flat.csv", "y,a,w\n1,2,1\n2,2,1\n3,2,1\n4,2,-1\n");
    const flat = ["drivers", "flat.csv", "--outcome", "y", "--predictors", "a"];
    expect((await json(flat)).result).toMatchObject({
      status: "not-computable",
      reason: "constant-predictor",
    });
    expect((await cx(flat)).code).toBe(0);
    expect((await cx([...flat, "--weight", "w"])).err).toContain("Row 5 of flat.csv, column w:");
  });
});

describe("cx chart", () => {
  test("limits per period; periods are put in order, those without data keep their place", async () => {
    await put(
      "months.csv",
      "month,cases,complaints\n2026-01,200,52\n2026-02,210,48\n2026-03,190,55\n2026-10,200,90\n2026-9,200,47\n2026-05,,\n,10,1\n",
    );
    const run = [
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
    ];
    const { result, warnings } = await json(run);
    const points: readonly { period: string; upper: number; value: number | null; signals: string[] }[] =
      result.points;
    expect(points.map(({ period }) => period)).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-05",
      "2026-9",
      "2026-10",
    ]);
    near(result.centre, figures.chart.centre);
    for (const [at, wanted] of [
      [0, 0],
      [1, 1],
      [2, 2],
      [4, 3],
      [5, 4],
    ] as const)
      near(points[at]?.upper ?? 0, figures.chart.upper[wanted] ?? 0);
    expect(points[3]?.value).toBeNull();
    expect(points[5]?.signals).toEqual(["nelson-1"]);
    expect(warnings[0]).toMatchObject({ code: "period.left-out", values: { count: 1 } });
    expect((await cx(run)).out).toMatch(/^2026-10 +200 +45\.0% +19\.\d% to 38\.8% +nelson-1$/m);
  });

  test("NPS from single answers is in points and agrees with cx score", async () => {
    const columns = ["--value", "NETPRO", "--missing", "11", "--period", "INTDATE"];
    const run = ["chart", wave(2017), "--kind", "nps", ...columns, "--baseline", "12"];
    const { result } = await json(run);
    const { rows } = await json(["score", wave(2017), ...nps.slice(0, 6), "--by", "INTDATE"]);
    const scores = new Map(rows.map((row: { group: string; value: number }) => [row.group, row.value]));
    expect(result.points).toHaveLength(20);
    for (const point of result.points) {
      expect(point.value).toBeCloseTo(scores.get(point.period) as number, 9);
      expect(point.lower).toBeLessThan(point.upper);
    }
    expect(result.points.map((point: { phase: string }) => point.phase).lastIndexOf("baseline")).toBe(11);
    expect(result.points[0].period).toBe("5");
  });

  test.each(["xmr", "ewma", "cusum"])("%s of single values", async (kind) => {
    await put("values.csv", `v\n${[7, 8, 6, 9, 7, 8, 7, 30].join("\n")}\n`);
    const run = ["chart", "values.csv", "--kind", kind, "--value", "v", "--baseline", "7"];
    const { result } = await json(run);
    expect(result.points.at(-1).signals.length).toBeGreaterThan(0);
    expect((await cx([...run, "--lang", "zh"])).out).toContain("中心线");
  });

  test.each([
    [["--kind", "p", "--count", "n"], "usage.chart-needs"],
    [["--kind", "xmr", "--value", "n", "--size", "n"], "usage.chart-takes-no"],
    [["--kind", "x"], "usage.bad-choice"],
    [["--kind", "c", "--count", "n", "--rules", "nelson-9"], "usage.bad-choice"],
    [["--kind", "ewma", "--value", "n", "--rules", "nelson-1"], "control-chart.rules-not-applicable"],
    [["--kind", "c", "--count", "n", "--period", "p"], "chart.period-repeated"],
    [["--kind", "c", "--count", "n", "--baseline", "9"], "control-chart.bad-baseline"],
  ] as const)("%j is refused", async (argv, code) => {
    await put("bad.csv", "p,n\na,1\na,2\n");
    expect((await json(["chart", "bad.csv", ...argv])).error.code).toBe(code);
  });

  test("a point that is refused names its row", async () => {
    await put("over.csv", "p,n,size\n2,3,9\n1,8,7\n");
    const { err } = await cx([
      "chart",
      "over.csv",
      "--kind",
      "p",
      "--count",
      "n",
      "--size",
      "size",
      "--period",
      "p",
    ]);
    expect(err).toContain("Row 3 of over.csv, column n: count must be between 0 and the size 7");
    await put("half.csv", "n,size\n1,9\n,7\n");
    const half = await cx(["chart", "half.csv", "--kind", "u", "--count", "n", "--size", "size"]);
    expect(half.err).toContain("Row 3 of half.csv, column n:");
  });
});

describe("cx agreement and cx reliability", () => {
  // Krippendorff, Computing Krippendorff's alpha-reliability (2011): four observers, twelve units.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  const records = observers.flatMap((ratings, rater) =>
    ratings.map((value, unit) => `u${unit},${"ABCD"[rater]},${value ?? "-"}`),
  );
  const run = [
    "agreement",
    "alpha.csv",
    "--unit",
    "unit",
    "--rater",
    "who",
    "--value",
    "v",
    "--missing",
    "-",
  ];

  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ])("Krippendorff's alpha, %s", async (level, alpha) => {
    await put("alpha.csv", `unit,who,v\n${records.join("\n")}\n`);
    const { result } = await json([...run, "--level", level]);
    expect(result.value).toBeCloseTo(alpha, 3);
    expect(result).toMatchObject({ coefficient: "krippendorff", units: 11, droppedUnits: 1 });
    expect(result.raterNames).toEqual(["A", "B", "C", "D"]);
  });

  test("an interval by resampling, in a table", async () => {
    await put("alpha.csv", `unit,who,v\n${records.join("\n")}\n`);
    const { out } = await cx([...run, "--level", "ordinal", "--bootstrap", "200", "--seed", "3"]);
    expect(out).toMatch(/^Krippendorff's alpha \(ordinal\) +0\.815 +-?\d\.\d{3} to [01]\.\d{3} +11 +1 +4$/m);
    expect(out).toContain("200 resamples of the units, seed 3");
  });

  test("the judges of Shrout and Fleiss (1979); units named by two columns", async () => {
    const judges = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const rows = judges.flatMap((ratings, target) =>
      ratings.map((value, judge) => `${target < 3 ? "x" : "y"},${target % 3},j${judge},${value}`),
    );
    await put("judges.csv", `a,b,judge,score\n${rows.join("\n")}\n`);
    const judged = ["agreement", "judges.csv", "--unit", "a,b", "--rater", "judge", "--value", "score"];
    for (const [form, wanted] of [
      ["1,1", 0.17],
      ["2,1", 0.29],
      ["3,1", 0.71],
      ["1,k", 0.44],
      ["2,k", 0.62],
      ["3,k", 0.91],
    ] as const)
      expect((await json([...judged, "--method", "icc", "--form", form])).result.value).toBeCloseTo(
        wanted,
        2,
      );
    expect((await json([...judged, "--method", "kendall"])).result).toMatchObject({ units: 6, raters: 4 });
    expect((await json([...judged, "--method", "icc"])).error.code).toBe("usage.option-needed");
    expect((await cx([...judged, "--method", "cohen"])).err).toContain("names 4: j0, j1, j2, j3");
  });

  test("two coders: 1 and 1.0 are one category, ordered texts need their order", async () => {
    await put("codes.csv", "u,c,v\n1,A,1\n1,B,1.0\n2,A,2\n2,B,1\n3,A,2\n3,B,2\n4,A,2\n4,B,\n");
    const codes = ["agreement", "codes.csv", "--unit", "u", "--rater", "c", "--value", "v"];
    // Of 3 pairs 2 agree; by chance 1/3·2/3 + 2/3·1/3 = 4/9 would: (2/3 − 4/9) / (5/9) = 0.4.
    const { result } = await json([...codes, "--method", "cohen"]);
    expect(result).toMatchObject({ n: 3, droppedPairs: 1, value: expect.closeTo(0.4, 12) });
    for (const method of ["fleiss", "gwet"])
      expect((await json([...codes, "--method", method])).result.status).toBe("ok");
    await put("words.csv", "u,c,v\n1,A,low\n1,B,mid\n2,A,high\n2,B,high\n");
    const words = ["agreement", "words.csv", ...codes.slice(2), "--method", "cohen", "--weights", "linear"];
    expect((await json(words)).error.code).toBe("ratings.order-needed");
    expect((await json([...words, "--categories", "low,mid,high"])).result.status).toBe("ok");
  });

  test("what is refused", async () => {
    await put("twice.csv", "u,c,v\n1,A,1\n1,A,2\n,B,1\n");
    const twice = ["agreement", "twice.csv", "--unit", "u", "--rater", "c", "--value", "v"];
    expect((await cx(twice)).err).toContain("Row 3 of twice.csv: A has rated 1 in an earlier row");
    await put("blank.csv", "u,c,v\n1,A,1\n,B,1\n");
    expect((await cx(["agreement", "blank.csv", ...twice.slice(2)])).err).toContain(
      "Row 3 of blank.csv: column u is blank",
    );
    expect((await json([...twice, "--method", "gwet", "--level", "nominal"])).error.code).toBe(
      "usage.option-not-used",
    );
    expect((await json([...twice, "--confidence", "0.9"])).error.code).toBe("usage.option-not-used");
    expect((await json(["agreement", "blank.csv", ...twice.slice(2), "--unit", "c"])).result).toMatchObject({
      status: "not-computable",
      value: null,
    });
  });

  test("Cronbach's alpha of four items, also without each, as R computes it", async () => {
    const items = ["--items", "Q7ART,Q7FOOD,Q7STORE,Q7SIGN", "--missing", "0,6"];
    const { result } = await json(["reliability", wave(2017), ...items]);
    expect(result.alpha.respondents).toBe(figures.alpha.n);
    near(result.alpha.value, figures.alpha.value);
    for (const [index, item] of result.alpha.items.entries())
      near(item.alphaWithout, figures.alpha.without[index] ?? 0);
    expect(result.alpha.items[1].name).toBe("Q7FOOD");
    expect(result.omega.value).toBeGreaterThan(result.alpha.value);
    const { out } = await cx(["reliability", wave(2017), ...items, "--lang", "zh"]);
    expect(out).toMatch(/^Cronbach α +0\.822 +0\.809 至 0\.835$/m);
    const two = await json(["reliability", wave(2017), "--items", "Q7ART,Q7FOOD", "--missing", "0,6"]);
    expect(two.result.omega).toMatchObject({ status: "not-computable", value: null });
  });
});

describe("cx questionnaire", () => {
  const items = ["--items", "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10"];
  const answers =
    "who,ch,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10\na,app,2,1,4,1,4,3,4,2,3,3\nb,web,4,2,5,1,4,2,5,1,4,2\nc,app,4,99,5,1,4,2,5,1,4,2\nd,web,,,,,,,,,,\n";

  test("SUS for everyone and by group; a blank stands in the middle and is counted", async () => {
    await put("sus.csv", answers);
    const run = ["questionnaire", "sus.csv", "--instrument", "sus", ...items, "--missing", "99"];
    const { rows, definition, warnings } = await json([...run, "--by", "ch"]);
    expect(definition.id).toBe("sus");
    // By Brooke's key, by hand: 67.5 and 85 in full; with item 2 at its middle (3 of 5) 82.5.
    expect(rows.map((row: { group: string; subscale: string }) => `${row.group} ${row.subscale}`)[0]).toBe(
      "app sus",
    );
    expect(rows[0]).toMatchObject({ value: 75, n: 2, imputed: 1, base: { valid: 2, missing: 0 } });
    expect(rows[3]).toMatchObject({ value: 85, n: 1, grade: "A+", base: { valid: 1, missing: 1 } });
    const codes = warnings.map(({ code, group }: { code: string; group: string }) => `${code} ${group}`);
    expect(new Set(codes).size).toBe(codes.length);
    const { out } = await cx(run);
    expect(out).toMatch(/^SUS +3 +78\.3 +/m);
    expect(out).toContain("sus@1.0.0 · blank answers: impute-midpoint");
  });

  test("what is refused", async () => {
    await put("sus.csv", answers);
    const run = ["questionnaire", "sus.csv", "--instrument", "sus", ...items];
    expect((await cx(run)).err).toContain(
      "Row 4 of sus.csv: 99 in column q2 is off the scale 1…5 of sus@1.0.0.",
    );
    expect((await cx(run)).err).toContain("--missing 99");
    expect(
      (await json(["questionnaire", "sus.csv", "--instrument", "sus", "--items", "q1"])).error,
    ).toMatchObject({
      code: "usage.item-count",
      values: { found: 1, expected: 10 },
    });
    expect((await cx(["questionnaire", "sus.csv", "--instrument", "sux", ...items])).err).toContain(
      "sus@1.0.0",
    );
  });
});

describe("cx quality", () => {
  const grid = [
    "--answers",
    "Q7ART,Q7FOOD,Q7STORE,Q7SIGN,Q7WALKWAYS,Q7SCREENS,Q7INFODOWN",
    "--missing",
    "0,6",
  ];

  test("straightliners of a real survey, as R counts them; nothing is deleted", async () => {
    const { result } = await json(["quality", wave(2017), ...grid, "--id", "RESPNUM"]);
    expect(result.counts).toEqual({
      all: 2831,
      flagged: figures.straightliners,
      kept: 2831 - figures.straightliners,
    });
    expect(result.responses[0]).toMatchObject({ id: "2", record: 2, flagged: true, notAssessed: [] });
    expect(result.settings.longString).toEqual({ atLeast: 7 });
    const { out } = await cx(["quality", wave(2017), ...grid]);
    expect(out).toContain(`2,831 responses: ${figures.straightliners} flagged`);
    expect(out).toContain("… and 358 more");
  });

  test("speed, repeats and bursts, each with its reason; two reasons on demand", async () => {
    await put(
      "fast.csv",
      "who,a,b,c,s,t\nx,1,2,3,100,2026-01-01T00:00:00Z\ny,4,4,4,20,2026-01-01T00:00:01Z\nx,3,1,2,90,2026-01-01T00:00:02Z\nz,3,1,5,110,2026-01-02T00:00:00Z\n",
    );
    const run = [
      "quality",
      "fast.csv",
      "--answers",
      "a,b,c",
      "--id",
      "who",
      "--duration",
      "s",
      "--time",
      "t",
    ];
    const { result } = await json([...run, "--within", "1h", "--burst", "2/10s"]);
    const reasons = result.responses.map((response: { record: number; reasons: { rule: string }[] }) => [
      response.record,
      response.reasons.map(({ rule }) => rule),
    ]);
    expect(reasons).toEqual([
      [1, ["bursts"]],
      [2, ["longString", "relativeSpeed", "bursts"]],
      [3, ["duplicates", "bursts"]],
    ]);
    expect((await json([...run, "--least-reasons", "2"])).result.counts.flagged).toBe(1);
    expect((await cx([...run, "--lang", "zh"])).out).toContain("未删除任何数据");
  });

  test.each([
    [["--speed", "3"], "usage.option-needed"],
    [["--within", "1h"], "usage.option-needed"],
    [["--burst", "1/1h"], "usage.option-needed"],
    [["--burst", "x", "--time", "t"], "usage.bad-burst"],
    [["--mahalanobis", "99"], "usage.bad-number"],
  ] as const)("%j is refused", async (argv, code) => {
    expect((await json(["quality", "fast.csv", "--answers", "a,b,c", ...argv])).error.code).toBe(code);
  });
});

describe("cx samplesize", () => {
  // Cochran (1977) 4.4 and 4.5: 385 and 278; MeasuringU: 919 for ±5 points at V = 0.6.
  test.each([
    [["share", "--margin", "0.05"], 385],
    [["share", "--margin", "0.05", "--population", "1000"], 278],
    [["nps", "--margin", "5", "--variance", "0.6"], 919],
    [["difference", "--nps", "--margin", "5", "--variance", "0.6"], 3765],
    [["difference", "--margin", "0.05", "--variance", "0.6,0.6"], 3768],
  ] as const)("%j: %d", async (argv, n) => {
    const { result } = await json(["samplesize", ...argv]);
    expect(result).toMatchObject({ kind: argv[0], status: "ok", n, perGroup: argv[0] === "difference" });
    expect((await cx(["samplesize", ...argv])).out).toContain(n.toLocaleString("en-US"));
  });

  test("a design effect, and a plan without variation", async () => {
    const { out } = await cx(["samplesize", "share", "--margin", "0.05", "--deff", "2", "--lang", "zh"]);
    expect(out).toContain("769 个回答");
    const { result } = await json(["samplesize", "share", "--margin", "0.05", "--share", "0"]);
    expect(result).toMatchObject({ status: "not-computable", n: null });
  });

  test.each([
    [["size", "--margin", "5"], "usage.bad-choice"],
    [["share", "--margin", "5"], "usage.bad-number"],
    [["share", "--margin", "0.1", "--power", "0.9"], "usage.option-not-used"],
    [["difference", "--margin", "5"], "usage.option-needed"],
    [["nps", "--margin", "5", "--variance", "0.5,0.6"], "usage.too-many-variances"],
  ] as const)("%j is refused", async (argv, code) => {
    expect((await json(["samplesize", ...argv])).error.code).toBe(code);
  });
});

describe("cx definitions", () => {
  test("lists every shipped definition", async () => {
    const { rows } = await json(["definitions"]);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows[0]).toMatchObject({ id: "nps", version: "1.0.0", title: { zh: "净推荐值" } });
    expect(rows[0].publisher).toContain("Reichheld");
    expect((await cx(["definitions", "--lang", "zh"])).out).toMatch(/^nps@1\.0\.0 +0…10 +净推荐值/m);
  });

  test("the page of one, in both languages", async () => {
    const english = await cx(["definitions", "csat.top-2-of-5"]);
    expect(english.out.split("\n")[0]).toBe("# Customer satisfaction, top 2 of 5");
    const { result, definition } = await json(["definitions", "csat.top-2-of-5", "--lang", "zh"]);
    expect(definition).toMatchObject({ id: "csat.top-2-of-5" });
    expect(result.page).toContain("$$");
    expect(result.document.statistic.band).toEqual([4, 5]);
    expect((await cx(["definitions", "npss"])).code).toBe(1);
  });
});
