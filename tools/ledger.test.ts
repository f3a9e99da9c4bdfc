import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agree, at, type Vector } from "./ledger-vector.js";

/** Holds every package to the numbers that its ledger pins. */
for (const folder of readdirSync("packages")) {
  const fixtures = `packages/${folder}/fixtures`;
  if (!existsSync(fixtures)) continue;
  const files = readdirSync(fixtures).filter((name) => /^ledger.*\.json$/.test(name));
  const vectors = files.flatMap(
    (name) => (JSON.parse(readFileSync(`${fixtures}/${name}`, "utf8")) as { vectors: Vector[] }).vectors,
  );
  if (vectors.length === 0) continue;
  const module = (await import(/* @vite-ignore */ `@cxmetrics/${folder}`)) as Record<string, unknown>;
  describe(`ledger of ${folder}`, () => {
    test("ids are unique", () => {
      expect(new Set(vectors.map((vector) => vector.id)).size).toBe(vectors.length);
    });
    test.each(vectors)("$id", (vector) => {
      const call = at(module, vector.call) as (...args: unknown[]) => unknown;
      const result = JSON.parse(JSON.stringify(call(...vector.arguments)));
      agree(vector.select ? at(result, vector.select) : result, vector.expected, vector.tolerance ?? 0);
      expect(vector.source).not.toBe("");
    });
  });
}
