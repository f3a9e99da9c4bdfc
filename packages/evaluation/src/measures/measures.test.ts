import { describe, expect, it } from "vitest";
import { measureDemo } from "../../fixtures/demo.js";

describe("share", () => {
  const share = { kind: "share", column: "result", in: ["pass"] };
  const rows = ["pass", "pass", "fail", "n/a", "", "pass", " pass "].map((result) => ({ result }));

  it("counts rows in the base, trimmed, with Wilson's interval", async () => {
    // R 4.2: prop.test(4, 5, correct = FALSE)$conf.int → 0.375534629763 0.963775891368.
    expect(await measureDemo({ ...share, of: ["pass", "fail"] }, rows)).toMatchObject({
      value: 0.8,
      n: 5,
      interval: {
        lower: expect.closeTo(0.375534629763, 11),
        upper: expect.closeTo(0.963775891368, 11),
        method: "wilson",
      },
      base: { valid: 5, missing: 2, excluded: { "outside the base: n/a": 1, blank: 1 } },
    });
  });

  it("takes every cell that is not blank as the base where none is named", async () => {
    expect(await measureDemo(share, rows)).toMatchObject({ value: 4 / 6, n: 6 });
    expect(await measureDemo({ ...share, missing: ["n/a"] }, rows)).toMatchObject({ value: 0.8, n: 5 });
  });

  it("compares numbers as numbers and codes as texts", async () => {
    const cells = ["1", "1.0", 1, "01", "2"].map((result) => ({ result }));
    expect(await measureDemo({ ...share, in: [1] }, cells)).toMatchObject({ value: 3 / 5 });
    expect(await measureDemo({ ...share, in: ["01"] }, cells)).toMatchObject({ value: 1 / 5 });
  });

  it("has no share of nothing", async () => {
    expect(await measureDemo(share, [{ result: "" }])).toMatchObject({ reason: "no-valid-rows" });
  });

  it("refuses a value that is counted but not in the base", async () => {
    await expect(measureDemo({ ...share, of: ["fail"] }, rows)).rejects.toMatchObject({
      code: "plan.value-outside-base",
    });
  });
});

describe("mean", () => {
  const rows = [82, 75, 999, "", 91].map((score) => ({ score }));

  it("has Student's interval", async () => {
    // R 4.2: t.test(c(82, 75, 91)) → 82.6666666667, 62.7418793153 102.5914540180.
    expect(await measureDemo({ kind: "mean", column: "score", missing: [999] }, rows)).toMatchObject({
      value: expect.closeTo(82.6666666667, 9),
      n: 3,
      interval: {
        lower: expect.closeTo(62.7418793153, 9),
        upper: expect.closeTo(102.591454018, 9),
        method: "t",
      },
      base: { missing: 2, excluded: { "code 999": 1, blank: 1 } },
    });
  });

  it("has no interval of one value or of equal values", async () => {
    const mean = { kind: "mean", column: "score" };
    expect(await measureDemo(mean, [{ score: 7 }])).toMatchObject({
      value: 7,
      standardError: null,
      interval: { status: "not-computable" },
    });
    expect(await measureDemo(mean, [{ score: 7 }, { score: 7 }])).toMatchObject({
      interval: { status: "not-computable", reason: "no-variation" },
    });
  });
});

describe("rubric-mean", () => {
  const levels = { "1": 0, "2": 25, "3": 50, "4": 75, "5": 100 };
  const rubric = { kind: "rubric-mean", rater: "who", level: "level", levels };
  const row = (who: string, level: number | string) => ({ who, level });

  it("averages each rater first", async () => {
    // ann (75 + 100)/2 = 87.5, bo 50, cy 75. R 4.2: t.test(c(87.5, 50, 75)) → 23.4010454134 118.2656212533.
    const rows = [row("ann", 4), row("ann", 5), row("bo", 3), row("cy", 4)];
    expect(await measureDemo(rubric, rows)).toMatchObject({
      value: expect.closeTo(212.5 / 3, 10),
      n: 3,
      interval: { lower: expect.closeTo(23.4010454134, 9), upper: expect.closeTo(118.2656212533, 9) },
    });
  });

  it("needs enough raters", async () => {
    const rows = [row("ann", 4), row("ann", 4), row("bo", 3), row("", 5), row("cy", "")];
    expect(await measureDemo({ ...rubric, minimumRaters: 3 }, rows)).toMatchObject({
      status: "not-computable",
      reason: "too-few-raters",
      base: { valid: 3, missing: 2, excluded: { "no rater": 1, blank: 1 } },
    });
  });

  it("refuses a level that the rubric lacks, or counts it", async () => {
    const rows = [row("ann", 4), row("bo", 7), row("cy", 3)];
    await expect(measureDemo(rubric, rows)).rejects.toMatchObject({ code: "cell.unknown-level" });
    expect(await measureDemo({ ...rubric, onInvalid: "count" }, rows)).toMatchObject({
      n: 2,
      base: { invalid: 1 },
    });
  });
});

describe("duration-percentile", () => {
  const cases = [4, 9, 1, 6, null].map((hours) => ({
    from: 1e12,
    to: hours === null ? "" : 1e12 + hours * 3.6e6,
  }));
  const duration = { kind: "duration-percentile", start: "from", end: "to", percentile: 0.5, as: "h" };

  it("counts open cases as longer than every completed one", async () => {
    expect(await measureDemo(duration, cases)).toMatchObject({
      value: 6 * 3.6e6,
      unit: "milliseconds",
      n: 5,
    });
  });

  it("does not know a percentile among open cases", async () => {
    expect(await measureDemo({ ...duration, percentile: 0.9 }, cases)).toMatchObject({
      status: "not-computable",
      reason: "too-many-open-cases",
      base: { valid: 5 },
    });
  });

  it("divides by the promised time", async () => {
    const rows = [
      { ms: 30, promised: 20 },
      { ms: 10, promised: 20 },
      { ms: 18, promised: 20 },
    ];
    expect(
      await measureDemo(
        { kind: "duration-percentile", duration: "ms", dividedBy: "promised", percentile: 0.5 },
        rows,
      ),
    ).toMatchObject({
      value: 0.9,
      unit: "ratio",
    });
  });

  it("refuses a case that ends before it begins, or counts it", async () => {
    const rows = [
      { from: 5, to: 3 },
      { from: 5, to: 9 },
    ];
    await expect(measureDemo(duration, rows)).rejects.toMatchObject({
      code: "cell.negative-span",
      values: { row: 1 },
    });
    expect(await measureDemo({ ...duration, onInvalid: "count" }, rows)).toMatchObject({
      value: 4,
      base: { invalid: 1, excluded: { "cell.negative-span": 1 } },
    });
  });

  it("refuses a promise of no time", async () => {
    const measure = { kind: "duration-percentile", duration: "ms", dividedBy: "promised", percentile: 0.5 };
    await expect(measureDemo(measure, [{ ms: 5, promised: 0 }])).rejects.toMatchObject({
      code: "cell.promise-not-positive",
    });
  });

  it("wants either a duration or its two ends", async () => {
    await expect(measureDemo({ ...duration, duration: "ms" }, cases)).rejects.toMatchObject({
      code: "plan.either-or",
    });
    await expect(measureDemo({ ...duration, end: undefined }, cases)).rejects.toMatchObject({
      code: "plan.either-or",
    });
  });
});

describe("ratio-of-sums", () => {
  const ratio = { kind: "ratio-of-sums", numerator: "complaints", denominator: "customers", times: 1e7 };

  it("sums complete rows", async () => {
    const rows = [
      { complaints: 12, customers: 1_500_000 },
      { complaints: "", customers: 900_000 },
      { complaints: 9, customers: 2_000_000 },
    ];
    expect(await measureDemo(ratio, rows)).toMatchObject({
      value: 60,
      unit: "ratio",
      n: 2,
      interval: { status: "not-computable", reason: "no-sampling-model" },
      base: { missing: 1 },
    });
  });

  it("has no ratio to nothing", async () => {
    expect(await measureDemo(ratio, [{ complaints: 3, customers: 0 }])).toMatchObject({
      status: "not-computable",
      reason: "zero-denominator",
    });
    expect(await measureDemo(ratio, [{ complaints: "", customers: 5 }])).toMatchObject({
      reason: "no-valid-rows",
    });
  });
});

describe("given", () => {
  it("tells the figure without an interval", async () => {
    expect(await measureDemo({ kind: "given", values: { app: 1.42 }, basis: "trial" }, [])).toMatchObject({
      value: 1.42,
      standardError: null,
      interval: { status: "not-computable", reason: "given-value" },
    });
  });

  it("is missing where no figure is given", async () => {
    for (const values of [{ app: null }, { web: 3 }])
      expect(await measureDemo({ kind: "given", values, basis: "trial" }, [])).toMatchObject({
        status: "not-computable",
        reason: "given-missing",
      });
  });

  it("wants either one value or values by unit", async () => {
    await expect(measureDemo({ kind: "given", basis: "x" }, [])).rejects.toMatchObject({
      code: "plan.either-or",
    });
  });
});

describe("funnel", () => {
  const steps = ["open", "fill", "done"].map((event) => ({ name: event, event }));
  const funnel = { kind: "funnel", actor: "who", event: "what", time: "ms", steps, windowMs: 60 };
  const event = (who: string, what: string, ms: number) => ({ who, what, ms });
  const rows = [
    event("a", "open", 0),
    event("a", "fill", 10),
    event("a", "done", 20),
    event("b", "open", 0),
    event("b", "fill", 61),
    event("c", "open", 5),
    event("c", "fill", 6),
    event("d", "browse", 1),
    event("e", "open", 9),
  ];

  it("tells conversion from the first step", async () => {
    expect(await measureDemo(funnel, rows)).toMatchObject({ value: 0.25, unit: "share", n: 4 });
    expect(await measureDemo({ ...funnel, take: "fill" }, rows)).toMatchObject({
      value: 0.5,
      interval: { method: "wilson" },
      base: { valid: 4, missing: 1 },
    });
  });

  it("has no conversion of nobody", async () => {
    expect(await measureDemo(funnel, [event("d", "browse", 1)])).toMatchObject({ reason: "no-entries" });
  });

  it("refuses an unknown step and a blank time", async () => {
    await expect(measureDemo({ ...funnel, take: "don" }, rows)).rejects.toMatchObject({
      code: "plan.unknown-step",
    });
    await expect(measureDemo(funnel, [{ ...event("a", "open", 0), ms: "" }])).rejects.toMatchObject({
      code: "cell.not-a-number",
    });
  });
});

describe("score", () => {
  const score = { kind: "score", definition: "nps@1.0.0", rating: "nps" };

  it("weights, and names the interval it was asked for", async () => {
    const rows = [
      { nps: 10, w: 2 },
      { nps: 3, w: 1 },
      { nps: 8, w: 1 },
    ];
    expect(await measureDemo({ ...score, weight: "w", interval: "nps-adjusted-wald" }, rows)).toMatchObject({
      value: 25,
      n: 3,
      // V = ¾ − ¼², Z = (4·(¾)² + (5/4)² + (¼)²) / 4² of docs/decisions/0003-effective-n.md.
      effectiveN: expect.closeTo(0.6875 / 0.2421875, 10),
      interval: { method: "nps-adjusted-wald" },
    });
  });

  it("names the row of a weight that cannot be one", async () => {
    await expect(
      measureDemo({ ...score, weight: "w" }, [
        { nps: 9, w: 1 },
        { nps: 9, w: -1 },
      ]),
    ).rejects.toMatchObject({
      code: "weight.not-allowed",
      path: ["sources", "data", 2, "w"],
    });
  });
});
