import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, it } from "vitest";
import { demoDefinition, demoPlan, demoRows, evaluateDemo } from "../fixtures/demo.js";
import { defineEvaluationPlan } from "./define-evaluation-plan.js";
import { evaluatePlan } from "./evaluate-plan.js";
import { inMemoryEngine } from "./in-memory-engine.js";
import { parseEvaluationPlan } from "./parse-evaluation-plan.js";
import { tableFromRows } from "./table-from-rows.js";

const plan = demoPlan();
const ease = plan.measures["ease"];
const [app, web] = plan.units;
const given = { kind: "given", value: 1, basis: "test" };

/** What is thrown, as data; the test fails when nothing is. */
function thrownBy(call: () => unknown) {
  try {
    call();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.toJSON();
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

async function rejectionOf(promise: Promise<unknown>) {
  const thrown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isCxMetricsError(thrown)) throw new Error(`rejected with ${String(thrown)}`);
  return thrown.toJSON();
}

describe("a plan that cannot be right is refused with its path", () => {
  it.each<[string, Record<string, unknown>, string, readonly (string | number)[]]>([
    ["a missing part", { purpose: undefined }, "document.missing-key", ["purpose"]],
    ["a misspelt part", { criterai: {} }, "document.unknown-key", ["criterai"]],
    ["another format", { formatVersion: 2 }, "document.not-allowed", ["formatVersion"]],
    ["no units", { units: [] }, "document.wrong-type", ["units"]],
    ["a unit twice", { units: [app, web, app] }, "plan.duplicate-unit", ["units", 2]],
    ["an unsafe unit", { units: [{ ...app, id: "constructor" }] }, "plan.bad-name", ["units", 0, "id"]],
    ["a unit with a blank", { units: [{ ...app, id: "a b" }] }, "plan.bad-name", ["units", 0, "id"]],
    [
      "an attribute that is a number",
      { units: [{ ...app, attributes: { channel: 1 } }] },
      "document.wrong-type",
      ["units", 0, "attributes", "channel"],
    ],
    [
      "a definition without version",
      { definition: "demo.index" },
      "plan.unpinned-definition",
      ["definition"],
    ],
    [
      "an unknown kind",
      { measures: { ease: { kind: "scor" } } },
      "document.not-allowed",
      ["measures", "ease", "kind"],
    ],
    [
      "an unknown source",
      { measures: { ease: { ...ease, source: "survy" } } },
      "plan.unknown-source",
      ["measures", "ease", "source"],
    ],
    [
      "a member of another kind",
      { measures: { ease: { ...ease, percentile: 0.5 } } },
      "document.unknown-key",
      ["measures", "ease", "percentile"],
    ],
    [
      "rows that belong to nobody",
      { sources: { survey: { file: "a.csv" }, starts: { file: "b.csv" } } },
      "plan.rows-unbound",
      ["measures", "ease", "rows"],
    ],
    [
      "an attribute that a unit lacks",
      { units: [app, { id: "web", title: web?.title, attributes: { chanel: "W" } }] },
      "plan.missing-attribute",
      ["measures", "ease", "rows", "channel"],
    ],
    [
      "a value without a file",
      { sources: { ...plan.sources, survey: { by: "channel", from: { M: "starts" } } } },
      "plan.no-file-for-unit",
      ["sources", "survey", "from"],
    ],
    [
      "a choice of a choice",
      { sources: { ...plan.sources, survey: { by: "channel", from: { M: "survey", W: "survey" } } } },
      "plan.unknown-source",
      ["sources", "survey", "from"],
    ],
    [
      "two measures of one unit",
      { measures: { ease: [ease, given] } },
      "plan.overlapping-measures",
      ["measures", "ease"],
    ],
    [
      "a measure of an unknown unit",
      { measures: { ease: { ...given, units: ["ap"] } } },
      "plan.unknown-unit",
      ["measures", "ease", "units", 0],
    ],
    [
      "a criterion without title",
      { criteria: { nps: given } },
      "plan.untitled-criterion",
      ["criteria", "nps"],
    ],
    [
      "a change of nothing",
      { changes: [{ from: "app", to: "app" }] },
      "plan.same-unit-twice",
      ["changes", 0],
    ],
    [
      "a change to nowhere",
      { changes: [{ from: "app", to: "wev" }] },
      "plan.unknown-unit",
      ["changes", 0, "to"],
    ],
    ["a level of 95", { options: { level: 95 } }, "document.wrong-type", ["options", "level"]],
    ["defaults of no kind", { defaults: { scores: {} } }, "document.unknown-key", ["defaults", "scores"]],
  ])("%s", (_, changes, code, path) => {
    const error = thrownBy(() => defineEvaluationPlan({ ...plan, ...changes }));
    expect(error).toMatchObject({ code, path });
    expect(error.messages.zh).toMatch(/\p{Script=Han}/u);
    expect(`${error.messages.en}${error.messages.zh}`).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it("names the nearest unit, source and attribute", () => {
    const message = (changes: Record<string, unknown>) =>
      thrownBy(() => defineEvaluationPlan({ ...plan, ...changes })).messages.en;
    expect(message({ changes: [{ from: "app", to: "wev" }] })).toContain('Did you mean "web"?');
    expect(message({ measures: { ease: { ...ease, source: "survy" } } })).toContain('Did you mean "survey"?');
    expect(message({ units: [{ ...app, attributes: { chanel: "M" } }, web] })).toContain(
      'Did you mean "chanel"?',
    );
  });

  it("refuses keys that reach a prototype, in JSON and YAML", () => {
    const hostile = JSON.stringify(plan).replace('"ease":', '"__proto__":');
    expect(thrownBy(() => parseEvaluationPlan(hostile)).code).toBe("document.unsafe-key");
    expect(thrownBy(() => parseEvaluationPlan("measures: { constructor: {} }")).code).toBe(
      "document.unsafe-key",
    );
    expect(Object.hasOwn(Object.prototype, "kind")).toBe(false);
  });

  it.each([undefined, null, 3, "", [], () => 1])("refuses %s", (value) => {
    expect(thrownBy(() => defineEvaluationPlan(value)).code).toMatch(/^document\./);
    expect(thrownBy(() => parseEvaluationPlan(value as string)).code).toMatch(/^document\./);
  });
});

describe("a plan that does not fit its definition or data is refused", () => {
  it("lists indicators without a measure", async () => {
    const error = await rejectionOf(evaluateDemo(demoPlan({ measures: {} })));
    expect(error).toMatchObject({
      code: "plan.missing-measure",
      values: { count: 2, indicators: "ease, start" },
    });
  });

  it("needs no measure for an indicator that applies to no unit", async () => {
    const changes = { units: [web], measures: { ease } };
    await expect(evaluateDemo(demoPlan(changes))).resolves.toMatchObject({ roots: { web: { value: 75 } } });
  });

  it("names the nearest indicator for a measure of none", async () => {
    const error = await rejectionOf(evaluateDemo(demoPlan({ measures: { ...plan.measures, eas: given } })));
    expect(error).toMatchObject({ code: "plan.unknown-indicator", path: ["measures", "eas"] });
    expect(error.messages.en).toContain('Did you mean "ease"?');
  });

  it("refuses a criterion with the id of an indicator", async () => {
    const criteria = { ease: { ...given, title: app?.title } };
    expect(await rejectionOf(evaluateDemo(demoPlan({ criteria })))).toMatchObject({ code: "plan.id-twice" });
  });

  it("names a missing column with its source, its name in the plan and the nearest header", async () => {
    const survey = [{ channel: "M", "Q1 eas": 5 }];
    const error = await rejectionOf(evaluateDemo(plan, { ...demoRows, survey }));
    expect(error).toMatchObject({ code: "source.missing-column", path: ["measures", "ease"] });
    expect(error.messages.en).toContain('"survey" has no column "Q1 ease" (called "ease" in the plan)');
    expect(error.messages.en).toContain('Did you mean "Q1 eas"?');
  });

  it("names the row of a rating off the scale", async () => {
    const survey = [
      { channel: "W", "Q1 ease": 5 },
      { channel: "M", "Q1 ease": 4 },
      { channel: "M", "Q1 ease": 7 },
    ];
    const error = await rejectionOf(evaluateDemo(plan, { ...demoRows, survey }));
    expect(error).toMatchObject({ code: "rating.off-scale", path: ["sources", "survey", 3, "Q1 ease"] });
    expect(error.messages.en).toContain('Row 3 of "survey"');
  });

  it("names the row of a text where a number is needed", async () => {
    const survey = [{ channel: "M", "Q1 ease": "five" }];
    const error = await rejectionOf(evaluateDemo(plan, { ...demoRows, survey }));
    expect(error).toMatchObject({ code: "cell.not-a-number", path: ["sources", "survey", 1, "Q1 ease"] });
  });

  it("counts both where the plan says so", async () => {
    const survey = ["five", 7, 4, 5].map((value) => ({ channel: "M", "Q1 ease": value }));
    const measures = { ...plan.measures, ease: { ...ease, onInvalid: "count" } };
    const result = await evaluateDemo(demoPlan({ measures }), { ...demoRows, survey });
    expect(result.estimates["ease"]?.["app"]).toMatchObject({ n: 2, base: { invalid: 2 } });
  });

  it("refuses percent of a score that is no share", async () => {
    const measures = { ...plan.measures, ease: { ...ease, definition: "csat.mean-5@1.0.0" } };
    expect(await rejectionOf(evaluateDemo(demoPlan({ measures })))).toMatchObject({
      code: "plan.wrong-form",
      path: ["measures", "ease", "as"],
    });
  });

  it("says which definition is unknown, and holds the caller to the name", async () => {
    const options = {
      engine: inMemoryEngine(
        Object.fromEntries(Object.entries(demoRows).map(([name, rows]) => [name, tableFromRows(rows)])),
      ),
      resolveIndexDefinition: () => undefined,
      resolveScoreDefinition: () => undefined,
    };
    expect(await rejectionOf(evaluatePlan(plan, options))).toMatchObject({
      code: "plan.unknown-definition",
      path: ["definition"],
    });
    const other = {
      ...options,
      resolveIndexDefinition: () => ({ ...demoDefinition, version: "2.0.0" }) as never,
    };
    expect(await rejectionOf(evaluatePlan(plan, other))).toMatchObject({ code: "plan.different-definition" });
    const noScore = { ...options, resolveIndexDefinition: () => demoDefinition as never };
    expect(await rejectionOf(evaluatePlan(plan, noScore))).toMatchObject({
      code: "plan.unknown-definition",
      path: ["measures", "ease", "definition"],
    });
  });

  it("refuses an engine without the table, and options that are none", async () => {
    const options = {
      engine: inMemoryEngine({ survy: tableFromRows([]) }),
      resolveIndexDefinition: () => demoDefinition as never,
      resolveScoreDefinition: () => undefined,
    };
    const error = await rejectionOf(evaluatePlan(plan, options));
    expect(error.code).toBe("source.unknown");
    expect(error.messages.en).toContain('Did you mean "survy"?');
    expect((await rejectionOf(evaluatePlan(plan, undefined as never))).code).toMatch(/^document\./);
    const noEngine = { ...options, engine: { name: "x" } as never };
    expect((await rejectionOf(evaluatePlan(plan, noEngine))).code).toBe("evaluation.bad-option");
  });
});
