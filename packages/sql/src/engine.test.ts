import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { engine } from "./engine.js";

test("results name the version of the package", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(engine).toBe(`${manifest.name}@${manifest.version}`);
});
