import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels, channelTable } from "../fixtures/channels.js";
import { randomIndex } from "../fixtures/random-index.js";
import { explainIndex, type IndexResult, scoreIndex } from "./index.js";

const result = scoreIndex(channels, channelTable);
const nodeOf = (unit: string | number, id: string) =>
  explainIndex(result, unit).nodes.find((node) => node.id === id);

describe("the example of four channels", () => {
  test("tells the root first, every node once, parts after their wholes", () => {
    const ids = explainIndex(result, "App").nodes.map((node) => node.id);
    expect(ids[0]).toBe("score");
    expect(new Set(ids).size).toBe(12);
    expect(ids.indexOf("base")).toBeLessThan(ids.indexOf("use"));
    expect(ids.indexOf("use")).toBeLessThan(ids.indexOf("ease"));
  });

  test("a leaf: raw, capped, value, formula, weights", () => {
    const leaf = nodeOf("Web", "completion");
    expect(leaf?.leaf).toEqual({ column: "completion_percent", unit: "%", raw: 97, capped: 95 });
    expect(leaf?.value).toBe(100);
    expect(leaf?.formula).toMatch(/^completion = /);
    expect(leaf?.formula).toContain("completion.raw");
    expect(leaf?.globalWeight).toBeCloseTo(0.3, 12);
  });

  test("weights renormalise where something does not apply", () => {
    expect(nodeOf("App", "availability")?.effectiveGlobalWeight).toBeCloseTo(0.15, 12);
    expect(nodeOf("Web", "availability")?.effectiveGlobalWeight).toBeCloseTo(0.2, 12);
    expect(nodeOf("Web", "start")?.reason?.code).toBe("not-applicable");
    expect(
      nodeOf("Web", "speed")?.parts.map((part) => [part.weightAsWritten, part.weight, part.effectiveWeight]),
    ).toEqual([
      [1, 0.25, 0],
      [3, 0.75, 1],
    ]);
  });

  test("a formula names what it read and has no contributions", () => {
    const score = nodeOf("App", "score");
    expect(score?.parts.map(({ node, raw, contribution }) => ({ node, raw, contribution }))).toEqual([
      { node: "base", raw: false, contribution: null },
      { node: "late", raw: true, contribution: null },
    ]);
    expect(nodeOf("App", "late")?.globalWeight).toBeNull();
    expect(explainIndex(result, "App").weightBase).toBe("base");
  });

  test("a lacking value has a reason in both languages", () => {
    const use = nodeOf("Phone", "use");
    expect(use?.value).toBeNull();
    expect(use?.reason?.code).toBe("insufficient-coverage");
    expect(use?.reason?.message.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(use?.parts.map((part) => part.contribution)).toEqual([null, null]);
  });

  test("a result that went through JSON explains itself the same way", () => {
    const stored = JSON.parse(JSON.stringify(result)) as IndexResult;
    expect(explainIndex(stored, 0)).toEqual(explainIndex(result, "App"));
  });

  test("the grade stands beside it", () => {
    expect(explainIndex(result, "Phone").grade?.status).toBe("withheld-by-veto");
  });
});

describe("laws", () => {
  test("contributions sum to the value of an arithmetic mean, and to the logarithm of a geometric one", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const scored = scoreIndex(definition, table);
        table.units.forEach((_, row) => {
          for (const node of explainIndex(scored, row).nodes) {
            if (node.kind !== "aggregate" || node.value === null) continue;
            const parts = node.parts.map((part) => part.contribution);
            const weights = node.parts.reduce((sum, part) => sum + (part.effectiveWeight ?? 0), 0);
            expect(weights).toBeCloseTo(1, 12);
            if (node.value === 0 && parts.some((part) => part === null)) continue;
            const sum = parts.reduce((total, part) => total + (part?.value ?? Number.NaN), 0);
            const whole = parts[0]?.kind === "log-share" ? Math.log(node.value) : node.value;
            expect(Math.abs(sum - whole)).toBeLessThan(1e-9 * Math.max(1, Math.abs(whole)));
          }
        });
      }),
    );
  });

  test("global weights of the leaves sum to 1, before and after renormalising", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const scored = scoreIndex(definition, table);
        const { nodes } = explainIndex(scored, 0);
        const leaves = nodes.filter((node) => node.leaf);
        expect(leaves.reduce((sum, leaf) => sum + (leaf.globalWeight ?? 0), 0)).toBeCloseTo(1, 10);
        if (nodes[0]?.value !== null)
          expect(leaves.reduce((sum, leaf) => sum + (leaf.effectiveGlobalWeight ?? 0), 0)).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe("refusals", () => {
  const codeOf = (run: () => unknown) => {
    try {
      run();
    } catch (thrown) {
      return isCxMetricsError(thrown) ? thrown.code : String(thrown);
    }
    return "no error";
  };

  test.each<[string, unknown]>([
    ["index.unknown-unit", "app"],
    ["index.unknown-unit", 4],
    ["index.unknown-unit", -1],
    ["index.unknown-unit", 0.5],
    ["index.unknown-unit", Number.NaN],
    ["index.unknown-unit", undefined],
    ["index.unknown-unit", { toString: () => "App" }],
  ])("%s for %j", (code, unit) => {
    expect(codeOf(() => explainIndex(result, unit as string))).toBe(code);
  });

  test("a name that stands twice asks for the row", () => {
    const twice = scoreIndex(channels, { ...channelTable, units: ["App", "App", "Phone", "Kiosk"] });
    expect(codeOf(() => explainIndex(twice, "App"))).toBe("index.ambiguous-unit");
    expect(explainIndex(twice, 1).row).toBe(1);
  });

  test.each([
    undefined,
    null,
    {},
    [],
    "x",
    { ...result, nodes: {} },
    { ...result, units: [] },
    { ...result, nodes: null },
    { ...result, definition: undefined },
  ])("no result: %#", (value) => {
    expect(codeOf(() => explainIndex(value as IndexResult, 0))).toMatch(/^(document|index)\./);
  });
});
