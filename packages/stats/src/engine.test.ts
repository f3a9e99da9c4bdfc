import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { engine } from "./engine.js";

test("the engine is this package at its version", () => {
  expect(engine).toBe(`${manifest.name}@${manifest.version}`);
});
