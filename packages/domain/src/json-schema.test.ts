import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import * as schema from "./schema.js";

/**
 * The JSON Schemas in `schemas/` are printed from the zod schemas. After a change of a schema:
 * `REGEN=1 npx vitest run packages/domain/src/json-schema.test.ts`, then `npm run format`.
 */
const folder = join(import.meta.dirname, "..", "schemas");

const printed = Object.entries(schema as Record<string, unknown>)
  .filter((entry): entry is [string, z.ZodType] => entry[0].endsWith("Schema"))
  .map(([name, noun]) => {
    const title = name.replace(/Schema$/, "");
    const kebab = title.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
    const { $schema, ...rest } = z.toJSONSchema(noun, { target: "draft-2020-12" });
    const text = JSON.stringify({ $schema, $id: `${kebab}.schema.json`, title, ...rest }, null, 2);
    return { file: `${kebab}.schema.json`, text: `${text}\n` };
  });

if (process.env["REGEN"]) for (const { file, text } of printed) writeFileSync(join(folder, file), text);

describe("schemas/", () => {
  test.each(printed)("$file is the zod schema", ({ file, text }) => {
    // The formatter may break lines elsewhere; the order of keys counts.
    const lying = JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown;
    expect(JSON.stringify(lying)).toBe(JSON.stringify(JSON.parse(text)));
  });

  test("nothing else lies there", () => {
    expect(readdirSync(folder).sort()).toEqual(printed.map(({ file }) => file).sort());
  });

  test("every object is closed, so that a slip of the pen is noticed", () => {
    for (const { file, text } of printed) {
      const open = JSON.stringify(JSON.parse(text), (_, part) =>
        part?.type === "object" && part.additionalProperties === undefined ? { OPEN: part } : part,
      );
      expect(open, file).not.toContain("OPEN");
    }
  });
});
