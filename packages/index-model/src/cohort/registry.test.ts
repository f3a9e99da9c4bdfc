import { evaluate } from "@cxmetrics/formula";
import { describe, expect, test } from "vitest";
import { cohortMethods } from "./catalogue.js";
import { cohortMethodNames, cohortMethodOf, cohortRegistry, readCohortMethod } from "./registry.js";

describe.each(cohortMethodNames)("%s", (name) => {
  const method = cohortMethodOf(cohortRegistry[name].example.parameters);
  const { parameters, columns, weights, values } = method.example;
  const table = weights === undefined ? { columns } : { columns, weights };

  test("its worked example is right", () => {
    const result = method.compute(parameters, table);
    if (result.status !== "ok") throw new Error(result.reason);
    expect(result.values).toHaveLength(values.length);
    for (const [unit, value] of values.entries()) expect(result.values[unit]).toBeCloseTo(value, 12);
  });

  test("is described in both languages, and frozen", () => {
    const entry = cohortMethods[name];
    for (const text of [entry.title, entry.edgeCases, ...entry.steps]) {
      expect(text.en).not.toBe("");
      expect(text.zh).toMatch(/\p{Script=Han}|TOPSIS/u);
    }
    expect(Object.isFrozen(entry.steps)).toBe(true);
  });

  test("checks its parameters with the path in the document", () => {
    readCohortMethod(parameters, ["nodes", "x"], columns.length);
    expect(() => readCohortMethod({ ...parameters, typo: 1 }, ["nodes", "x"])).toThrowError(
      expect.objectContaining({ code: "document.unknown-key", path: ["nodes", "x", "typo"] }),
    );
    expect(() => readCohortMethod({ method: "nonsense" }, ["x"])).toThrowError(
      expect.objectContaining({ code: "document.not-allowed", path: ["x", "method"] }),
    );
  });

  test.runIf(method.kind === "fit")("fitted on the cohort, row and formula give the cohort's values", () => {
    const fitted = method.fit?.(parameters, table);
    if (fitted?.status !== "ok") throw new Error("not fitted");
    // A stored calibration has gone through JSON.
    const stored = JSON.parse(JSON.stringify(fitted)) as typeof fitted;
    const names = columns.map((_, column) => `c${column}`);
    const formula = method.lower?.(parameters, stored, names, weights) ?? 0;
    for (const [unit, value] of values.entries()) {
      const row = columns.map((column) => column[unit] ?? null);
      expect(method.row?.(parameters, stored, row, weights)).toMatchObject({ status: "ok" });
      const scored = method.row?.(parameters, stored, row, weights);
      expect(scored?.status === "ok" && scored.value).toBeCloseTo(value, 12);
      const inputs = Object.fromEntries(names.map((id, column) => [id, row[column] ?? null]));
      const told = evaluate(formula, inputs);
      expect(told.status === "ok" && told.value).toBeCloseTo(value, 12);
    }
  });
});

test("nested parameters are told with their path", () => {
  const bounds = { kind: "weight-shares", lower: 0.6 };
  expect(() => readCohortMethod({ method: "benefit-of-doubt", bounds }, ["n"], 2)).toThrowError(
    expect.objectContaining({ code: "cohort.bounds-impossible", path: ["n", "bounds"] }),
  );
  expect(() => readCohortMethod({ method: "benefit-of-doubt" }, ["n"])).toThrowError(
    expect.objectContaining({ code: "document.missing-key", path: ["n", "bounds"] }),
  );
  expect(() => readCohortMethod({ method: "grey-relational", reference: [1] }, ["n"], 2)).toThrowError(
    expect.objectContaining({ code: "cohort.wrong-count", path: ["n", "reference"] }),
  );
});
