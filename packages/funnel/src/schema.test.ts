import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defineFunnel } from "./define-funnel.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { sceneFunnel } from "./scene/scene-funnel.js";
import { FunnelDefinitionSchema, funnelDefinitionJsonSchema } from "./schema.js";

const file = new URL("../schemas/funnel-definition-1.schema.json", import.meta.url);
const plain = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 60 });

describe("the schema of funnel definitions", () => {
  it("is shipped as JSON Schema", () => {
    if (process.env["REGEN"] === "1") {
      mkdirSync(new URL("../schemas/", import.meta.url), { recursive: true });
      writeFileSync(file, `${JSON.stringify(funnelDefinitionJsonSchema, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(
      JSON.parse(JSON.stringify(funnelDefinitionJsonSchema)),
    );
  });

  it.each([
    ["the default rules", {}],
    ["gaps", { gapMs: [5, null] }],
    ["a breakdown by a step", { breakdown: { property: "p", attribution: { step: "B" } } }],
    ["exclusions", { exclusions: [{ event: "X", between: ["A", "B"], effect: "drop-actor" }] }],
    ["sessions", { count: "sessions", session: "visit", actor: { unit: "account", property: "a" } }],
    ["a scene", sceneFunnel({ visit: "v", tag: "t", convert: "c", activate: ["a", "b"] })],
    [
      "predicates",
      {
        steps: [
          {
            name: "A",
            event: "A",
            firstEver: true,
            where: {
              all: [
                { not: { property: "p", isNull: true } },
                { property: "q", range: { from: 1, inclusive: "from" } },
              ],
            },
          },
        ],
      },
    ],
  ])("accepts %s, as the door does", (_, change) => {
    const document = JSON.parse(JSON.stringify({ ...plain, ...change }));
    expect(FunnelDefinitionSchema.safeParse(document).error?.issues).toBeUndefined();
    expect(() => defineFunnel(document)).not.toThrow();
  });

  it.each<[string, Record<string, unknown>]>([
    ["no steps", { steps: [] }],
    ["an unknown rule", { ties: "strict" }],
    ["an unknown key", { windowDays: 7 }],
    ["a window of nothing", { windowMs: 0 }],
    ["an optional step that says false", { steps: [{ name: "A", event: "A", optional: false }] }],
    ["an empty predicate", { steps: [{ name: "A", event: "A", where: {} }] }],
    [
      "a predicate that says two things",
      { steps: [{ name: "A", event: "A", where: { property: "p", equals: 1, isNull: true } }] },
    ],
    ["an exclusion with one bound", { exclusions: [{ event: "X", between: ["A"], effect: "drop-actor" }] }],
    ["another format", { formatVersion: 2 }],
  ])("refuses %s, as the door does", (_, change) => {
    const document = JSON.parse(JSON.stringify({ ...plain, ...change }));
    expect(FunnelDefinitionSchema.safeParse(document).success).toBe(false);
    expect(() => defineFunnel(document)).toThrow();
  });
});
