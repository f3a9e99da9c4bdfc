import { describe, expect, test } from "vitest";
import { score, title } from "../../fixtures/one-index.js";
import { nodeKindEntries } from "./catalogue.js";

describe.each(Object.entries(nodeKindEntries))("%s", (kind, entry) => {
  test("its worked example comes out", () => {
    const { node, inputs, attributes = {}, value } = entry.example;
    const vectors = new Map<string, Record<string, number>>();
    const columns: Record<string, number[]> = {};
    for (const [name, number] of Object.entries(inputs)) {
      const [id = "", grade] = name.split(".");
      if (grade === undefined) columns[id] = [number];
      else vectors.set(id, { ...vectors.get(id), [grade]: number });
    }
    const nodes = Object.fromEntries(
      [...vectors].map(([id, counts]) => [
        id,
        { kind: "membership", from: { method: "shares", counts }, normalise: "none" },
      ]),
    );
    const items = node["items"] as readonly object[] | undefined;
    const whole = { ...node, ...(items ? { items: items.map((item) => ({ title, ...item })) } : {}) };
    const texts = Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name, [text]]));
    const result = score({ ...nodes, root: whole }, columns, "root", {}, texts);
    expect(result.nodes["root"]?.values[0]).toBeCloseTo(value, 12);
    expect(node["kind"]).toBe(kind);
  });

  test("it is told in both languages", () => {
    for (const text of [entry.title, entry.edgeCases]) {
      expect(text.en.length).toBeGreaterThan(2);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
