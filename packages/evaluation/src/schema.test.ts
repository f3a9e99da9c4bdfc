import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "@cxmetrics/definition";
import { describe, expect, it } from "vitest";
import { demoPlan } from "../fixtures/demo.js";
import { defineEvaluationPlan } from "./define-evaluation-plan.js";
import { EvaluationPlanSchema, evaluationPlanJsonSchema } from "./schema.js";

const file = new URL("../schemas/evaluation-plan-1.schema.json", import.meta.url);
const examples = new URL("../../../docs/examples/", import.meta.url);

describe("the schema of plans", () => {
  it("is shipped as JSON Schema", () => {
    if (process.env["REGEN"] === "1") {
      mkdirSync(new URL("../schemas/", import.meta.url), { recursive: true });
      writeFileSync(file, `${JSON.stringify(evaluationPlanJsonSchema, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(evaluationPlanJsonSchema);
  });

  it.each(["airport", "bank"])("accepts the %s example, as the door does", (name) => {
    const document = parseDocument(readFileSync(new URL(`${name}/evaluation.yaml`, examples), "utf8"));
    expect(EvaluationPlanSchema.safeParse(document).error?.issues).toBeUndefined();
    expect(() => defineEvaluationPlan(document)).not.toThrow();
  });

  // The two validators must agree on shape; what only the door knows (units, sources, attributes) is left out here.
  it.each<[string, Record<string, unknown>]>([
    ["no purpose", { purpose: undefined }],
    ["an unknown key", { extra: 1 }],
    ["another format", { formatVersion: 2 }],
    ["no units", { units: [] }],
    ["a unit with an unsafe name", { units: [{ id: "__proto__", title: { en: "x", zh: "x" } }] }],
    ["a blank title", { title: { en: " ", zh: "x" } }],
    ["a definition without version", { definition: "demo.index" }],
    ["an unknown kind", { measures: { ease: { kind: "scor" } } }],
    [
      "a member of another kind",
      { measures: { ease: { kind: "given", basis: "x", value: 1, rating: "y" } } },
    ],
    ["a percentile of 50", { measures: { start: { ...demoPlan().measures["start"], percentile: 50 } } }],
    ["an unknown interval", { measures: { ease: { ...demoPlan().measures["ease"], interval: "exact" } } }],
    [
      "an empty list of values",
      { measures: { ease: { kind: "share", source: "survey", column: "a", in: [] } } },
    ],
    ["a level of 95", { options: { level: 95 } }],
    ["an unknown language", { options: { lang: "fr" } }],
  ])("refuses %s, as the door does", (_, changes) => {
    const document = JSON.parse(JSON.stringify({ ...demoPlan(), ...changes }));
    expect(EvaluationPlanSchema.safeParse(document).success).toBe(false);
    expect(() => defineEvaluationPlan(document)).toThrow();
  });
});
