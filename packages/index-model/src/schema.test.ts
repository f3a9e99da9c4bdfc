import { readFileSync, writeFileSync } from "node:fs";
import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels } from "../fixtures/channels.js";
import { randomIndex } from "../fixtures/random-index.js";
import { defineIndex } from "./index.js";
import { IndexDefinitionSchema, indexDefinitionJsonSchema } from "./schema.js";

const accepted = (value: unknown): boolean => {
  try {
    defineIndex(value);
    return true;
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return false;
    throw thrown;
  }
};

test("the shipped JSON Schema is the generated one (REGEN=1 writes it anew)", () => {
  const file = new URL("../schemas/index-definition-1.schema.json", import.meta.url);
  if (process.env["REGEN"]) writeFileSync(file, `${JSON.stringify(indexDefinitionJsonSchema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(
    JSON.parse(JSON.stringify(indexDefinitionJsonSchema)),
  );
});

describe("zod and defineIndex agree on the shape", () => {
  test("both accept the example and random trees", () => {
    expect(IndexDefinitionSchema.parse(channels)).toEqual(channels);
    fc.assert(
      fc.property(
        randomIndex,
        ({ definition }) => IndexDefinitionSchema.safeParse(definition).success && accepted(definition),
      ),
    );
  });

  test("whatever zod refuses defineIndex refuses: 600 single mutations", () => {
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]) => {
      if (typeof value !== "object" || value === null) return;
      for (const key of Object.keys(value)) {
        const at = [...path, Array.isArray(value) ? Number(key) : key];
        places.push(at);
        walk((value as Record<string, unknown>)[key], at);
      }
    };
    walk(channels, []);
    const other = fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0.5,
      1e308,
      "",
      " ",
      "x",
      "1/0",
      "2/3",
      [],
      {},
      [1],
      { op: "add" },
    );
    const refused = { zod: 0, both: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom("delete", "add", "change"),
        other,
        (place, kind, value) => {
          const draft = structuredClone(channels) as unknown as Record<string | number, unknown>;
          let at = draft;
          for (const key of place.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
          const last = place.at(-1) as string | number;
          if (kind === "delete") Array.isArray(at) ? at.splice(Number(last), 1) : delete at[last];
          else if (kind === "add") Array.isArray(at) ? at.push(value) : Object.assign(at, { extra: value });
          else at[last] = value;
          if (IndexDefinitionSchema.safeParse(draft).success) return;
          refused.zod += 1;
          expect(accepted(draft), `${kind} at ${place.join(".")}`).toBe(false);
          refused.both += 1;
        },
      ),
      { numRuns: 600 },
    );
    expect(refused.both).toBe(refused.zod);
    expect(refused.zod).toBeGreaterThan(200);
  });
});
