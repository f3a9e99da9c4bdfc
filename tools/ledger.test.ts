import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Holds every package to the numbers that its ledger pins. */
interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select?: string;
  readonly expected: unknown;
  readonly tolerance?: number;
  readonly source: string;
}

const at = (value: unknown, path: string) =>
  path.split(".").reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

function agree(actual: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === "number" && typeof actual === "number" && tolerance > 0)
    expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(wanted), Number.MIN_VALUE),
    );
  else if (typeof wanted === "object" && wanted !== null && typeof actual === "object" && actual !== null)
    for (const [key, member] of Object.entries(wanted))
      agree((actual as Record<string, unknown>)[key], member, tolerance);
  else expect(actual).toEqual(wanted);
}

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
