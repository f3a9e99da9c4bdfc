import { describe, expect, test } from "vitest";
import { weightMethods } from "./registry.js";

describe.each(Object.entries(weightMethods))("%s", (name, entry) => {
  test("the worked example holds and names its method", () => {
    const [input, options] = entry.example.arguments;
    const result = entry.weigh(input, options);
    if (result.status !== "ok") throw new Error(result.reason);
    expect(result.method).toBe(name);
    expect(result.weights).toHaveLength(entry.example.weights.length);
    for (const [index, weight] of entry.example.weights.entries())
      expect(result.weights[index]).toBeCloseTo(weight, 13);
  });
  test("the entry is whole", () => {
    expect(entry.method).toBe(name);
    expect(entry.title.en && entry.title.zh && entry.edgeCases.en && entry.edgeCases.zh).toBeTruthy();
    expect(entry.formula).toContain("\\");
    expect(entry.source).not.toBe("");
    expect(JSON.parse(JSON.stringify(entry.example))).toEqual(entry.example);
  });
});
