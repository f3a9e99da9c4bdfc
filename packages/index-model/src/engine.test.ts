import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { engine } from "./engine.js";

test("the engine names the package and version of the manifest", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(engine).toBe(`${manifest.name}@${manifest.version}`);
});
