import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoDefinition, demoPlan, demoRows, evaluateDemo } from "../fixtures/demo.js";
import { engineName } from "./engine.js";

describe("evaluatePlan", () => {
  it("tallies, estimates and scores", async () => {
    const result = await evaluateDemo();
    // App: ease 4 of 7 in the top 2 → 57.14; median start 2.1 s → (5 − 2.1)/4 = 72.5; (3·57.14 + 72.5)/4.
    expect(result.estimates["ease"]?.["app"]).toMatchObject({
      status: "ok",
      value: 4 / 7,
      n: 7,
      base: { valid: 7, missing: 3, invalid: 0, excluded: { "code 9": 1, "code n/a": 1, blank: 1 } },
    });
    expect(result.estimates["start"]?.["app"]).toMatchObject({
      status: "ok",
      value: 2100,
      unit: "milliseconds",
    });
    expect(result.roots["app"]).toMatchObject({
      status: "ok",
      value: expect.closeTo((3 * (400 / 7) + 72.5) / 4, 10),
      interval: { status: "not-computable", reason: "inference-not-stated" },
    });
    // Web: the start does not apply, so the index is ease alone: 3 of 4.
    expect(result.estimates["start"]?.["web"]).toMatchObject({
      status: "not-computable",
      reason: "not-applicable",
    });
    expect(result.roots["web"]).toMatchObject({ status: "ok", value: 75 });
    expect(result.traces["app"]?.nodes[0]?.parts.map(({ node }) => node)).toEqual(["ease", "start"]);
  });

  it("cites plan, definition, measures, engines and sources", async () => {
    const result = await evaluateDemo();
    expect(result.definition).toMatchObject({
      id: "demo.index",
      version: "1.0.0",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(result.index.definition.digest).toBe(result.definition.digest);
    expect(result.plan).toMatchObject({ id: "demo.plan", digest: expect.stringMatching(/^sha256:/) });
    expect(result.measures["start"]?.forms).toEqual([
      {
        kind: "duration-percentile",
        units: ["app"],
        factor: 0.001,
        suffix: "s",
        reference: { id: "demo.plan.start", version: "1.0.0", digest: expect.stringMatching(/^sha256:/) },
      },
    ]);
    expect(result.engines).toContain(engineName);
    expect(result.evidence).toEqual([
      { source: "survey", file: "survey.csv", rows: 14, columns: ["Q1 ease", "channel"], digest: null },
      { source: "starts", file: "starts.csv", rows: 5, columns: ["channel", "ms"], digest: null },
    ]);
  });

  it("is plain data and deterministic", async () => {
    const result = await evaluateDemo();
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify(await evaluateDemo())).toBe(JSON.stringify(result));
  });

  it("gives a unit without rows no estimate and no index, never 0", async () => {
    const units = [
      ...demoPlan().units,
      { id: "phone", title: { en: "Phone", zh: "电话" }, attributes: { channel: "R" } },
    ];
    const result = await evaluateDemo(demoPlan({ units }));
    expect(result.estimates["ease"]?.["phone"]).toMatchObject({
      status: "not-computable",
      reason: "no-rows",
    });
    expect(result.roots["phone"]).toMatchObject({ status: "not-computable" });
    expect(result.index.nodes["index"]?.values[2]).toBeNull();
    expect(result.roots["app"]).toMatchObject({ status: "ok" });
  });

  it("suppresses estimates on few records and keeps them out of the index", async () => {
    const result = await evaluateDemo(demoPlan({ options: { minimumN: 5 } }));
    expect(result.estimates["ease"]?.["web"]).toEqual({
      status: "suppressed",
      reason: "below-minimum-n",
      message: expect.anything(),
      n: 4,
      definition: expect.objectContaining({ id: "csat.top-2-of-5" }),
    });
    expect(result.index.nodes["ease"]?.raw?.[1]).toBeNull();
    expect(result.roots["web"]).toMatchObject({ status: "not-computable" });
  });

  it("passes the confidence level on", async () => {
    const result = await evaluateDemo(demoPlan({ options: { level: 0.9 } }));
    expect(result.estimates["ease"]?.["app"]).toMatchObject({ interval: { status: "ok", level: 0.9 } });
  });

  it("measures an indicator by unit in different ways", async () => {
    const measures = {
      ...demoPlan().measures,
      ease: [
        { ...demoPlan().measures["ease"], units: ["app"] },
        { kind: "given", units: ["web"], value: 61, basis: "study of 2025" },
      ],
    };
    const result = await evaluateDemo(demoPlan({ measures }));
    expect(result.roots["web"]).toMatchObject({ value: 61 });
    expect(result.measures["ease"]?.forms.map(({ kind, units }) => [kind, units])).toEqual([
      ["score", ["app"]],
      ["given", ["web"]],
    ]);
  });

  it("chooses a file by an attribute and maps its headers", async () => {
    const units = ["2024", "2025"].map((wave) => ({
      id: wave,
      title: { en: wave, zh: wave },
      attributes: { wave, channel: "M" },
    }));
    const plan = demoPlan({
      units,
      sources: {
        survey: { by: "wave", from: { "2024": "old", "2025": "new" }, rows: {} },
        old: { file: "old.csv", columns: { ease: "Ease  " } },
        new: { file: "new.csv", columns: { ease: "EASE_1_5" }, where: { country: ["DE", "AT"] } },
      },
      measures: { ...demoPlan().measures, start: { kind: "given", value: 2, basis: "test" } },
      changes: [{ from: "2024", to: "2025" }],
    });
    const result = await evaluateDemo(plan, {
      old: [5, 4, 3, 2].map((Ease) => ({ Ease })),
      new: [...[5, 4, 4, 2].map((EASE_1_5) => ({ EASE_1_5, country: "DE" })), { EASE_1_5: 1, country: "FR" }],
    });
    expect(result.estimates["ease"]?.["2024"]).toMatchObject({ value: 0.5 });
    expect(result.estimates["ease"]?.["2025"]).toMatchObject({ value: 0.75, n: 4 });
    expect(result.changes[0]).toMatchObject({
      from: "2024",
      to: "2025",
      root: expect.closeTo(18.75, 10),
      nodes: { ease: 25, start: 0 },
      comparability: { status: "comparable" },
    });
  });

  it("says when a change compares unequal sets of indicators", async () => {
    const result = await evaluateDemo(demoPlan({ changes: [{ from: "web", to: "app" }] }));
    expect(result.changes[0]?.comparability).toMatchObject({
      status: "limited",
      onlyFrom: [],
      onlyTo: ["start"],
    });
    expect(result.changes[0]?.nodes["start"]).toBeNull();
  });

  it("gives the difference of a criterion an interval only where the rows cannot overlap", async () => {
    const title = { en: "Ease", zh: "易用" };
    const units = [
      ...demoPlan().units,
      { id: "all", title: { en: "All", zh: "全部" }, attributes: { channel: "*" } },
    ];
    const plan = demoPlan({
      units,
      criteria: { top: { ...demoPlan().measures["ease"], title } },
      changes: [
        { from: "web", to: "app" },
        { from: "all", to: "app" },
      ],
      measures: { ...demoPlan().measures, start: { kind: "given", value: 2, basis: "test" } },
    });
    const [apart, overlapping] = (await evaluateDemo(plan)).changes;
    expect(apart?.criteria["top"]).toMatchObject({
      difference: expect.closeTo(400 / 7 - 75, 10),
      interval: { status: "ok", method: "unpooled-z" },
    });
    expect(overlapping?.criteria["top"]?.interval).toMatchObject({ reason: "rows-may-overlap" });
  });

  it("reports a veto that no unit states as not assessed", async () => {
    const grades = {
      of: "index",
      bands: [
        { id: "A", title: { en: "A", zh: "A" }, from: 60 },
        { id: "B", title: { en: "B", zh: "B" } },
      ],
      onFailedCondition: "lower-by-one",
      veto: { attribute: "incident", title: { en: "Incident", zh: "事故" } },
    };
    const result = await evaluateDemo(demoPlan(), demoRows, { ...demoDefinition, grades });
    expect(result.index.grades?.map(({ grade, veto }) => [grade, veto])).toEqual([
      ["A", "not-assessed"],
      ["A", "not-assessed"],
    ]);
  });

  it("does not depend on the order of the rows", async () => {
    const rows = demoRows["survey"] ?? [];
    const expected = (await evaluateDemo()).estimates["ease"];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: rows.length }), async (survey) => {
        expect((await evaluateDemo(demoPlan(), { ...demoRows, survey })).estimates["ease"]).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
