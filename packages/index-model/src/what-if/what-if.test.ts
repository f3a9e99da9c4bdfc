import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solve } from "yalps";
import { channels, channelTable } from "../../fixtures/channels.js";
import { randomIndex } from "../../fixtures/random-index.js";
import { hdi } from "../../fixtures/versions/hdi.js";
import type { Aggregate, IndexDefinition, IndexNode } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { scoreIndex } from "../score-index.js";
import type { ImprovementOptions } from "./improvement.js";
import { mergePatch } from "./merge-patch.js";
import { smallestImprovement } from "./smallest-improvement.js";
import { whatIf } from "./what-if.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const leaf = (worst = 0, best = 100): IndexNode => ({
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "survey",
  normalise: { method: "goalposts", worst, best },
});
const indexOf = (
  leaves: Readonly<Record<string, IndexNode>>,
  weights: Readonly<Record<string, number>>,
  method: Aggregate["method"] = "arithmetic-mean",
): IndexDefinition => ({
  formatVersion: 1,
  id: "test.index",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
  root: "index",
  nodes: {
    ...leaves,
    index: {
      kind: "aggregate",
      title,
      provenance,
      method,
      missing: { policy: "propagate" },
      children: Object.entries(weights).map(([node, weight]) => ({ node, weight })),
    },
  },
});

describe("what if", () => {
  test("a value of 0 and a weight of 0 are tried as 0 (the defect of index-core's adjustValue)", () => {
    const definition = indexOf({ a: leaf(), b: leaf() }, { a: 1, b: 1 });
    const table = { units: ["u"], columns: { a: [50], b: [80] } };
    const value = whatIf(definition, table, { unit: "u", values: { a: 0 } });
    expect(value.nodes.find(({ node }) => node === "index")?.after).toBe(40);
    const weight = whatIf(definition, table, { unit: "u", weights: { index: { a: 0 } } });
    expect(weight.nodes.find(({ node }) => node === "index")?.after).toBe(80);
    expect(weight.definitions.after.version).toBe("1.0.0-what-if");
    expect(weight.changes.map((change) => change.shares)).toEqual([
      { before: "1/2", after: "0" },
      { before: "1/2", after: "1" },
    ]);
  });

  test("what it tells is what scoring tells", () => {
    fc.assert(
      fc.property(
        randomIndex,
        fc.option(fc.double({ min: -100, max: 100, noNaN: true })),
        fc.nat(6),
        ({ definition, table }, value, pick) => {
          const leaves = Object.keys(table.columns);
          const column = leaves[pick % leaves.length] as string;
          const tried = whatIf(definition, table, { unit: 0, values: { [column]: value } });
          const cells = Array.from(table.columns[column] ?? []);
          cells[0] = value;
          const scored = scoreIndex(definition, { ...table, columns: { ...table.columns, [column]: cells } });
          for (const node of tried.nodes) expect(node.after).toBe(scored.nodes[node.node]?.values[0]);
          if (tried.attribution.status !== "ok" || !("inputs" in tried.attribution.data)) return;
          const sum = tried.attribution.data.inputs.reduce((total, part) => total + part.contribution, 0);
          expect(sum).toBeCloseTo(tried.attribution.change, 9);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("a patch changes the definition for all units, and ranks move", () => {
    const definition = indexOf({ a: leaf(), b: leaf() }, { a: 1, b: 1 });
    const table = { units: ["u", "v"], columns: { a: [50, 90], b: [80, 20] } };
    const patch = {
      nodes: { index: { method: "geometric-mean" }, a: { note: null }, b: { normalise: { best: 200 } } },
    };
    const tried = whatIf(definition, table, { unit: "v", definitionPatch: patch });
    // u: √(50·40), v: √(90·10).
    expect(tried.nodes.find(({ node }) => node === "index")?.after).toBeCloseTo(30, 12);
    expect(tried.ranks).toEqual([
      { unit: "u", before: 1, after: 1, move: 0 },
      { unit: "v", before: 2, after: 2, move: 0 },
    ]);
    expect(tried.changes.every((change) => change.class === "breaking")).toBe(true);
    expect(
      tried.attribution.status === "ok" && tried.attribution.revision?.aspects.map((part) => part.aspect),
    ).toEqual(["goalposts", "methods"]);
  });

  test("mistakes are told", () => {
    const table = channelTable;
    expect(() => whatIf(channels, table, { unit: "App" })).toThrow(/Nothing is to be changed/);
    expect(() => whatIf(channels, table, { unit: "App", values: { eas: 1 } })).toThrow(/Did you mean "ease"/);
    expect(() => whatIf(channels, table, { unit: "App", values: { ease: Number.NaN } })).toThrow(
      /finite number/,
    );
    expect(() => whatIf(channels, table, { unit: "App", weights: { use: { eas: 1 } } })).toThrow(
      /no child of "use"/,
    );
    expect(() => whatIf(channels, table, { unit: "App", weights: { ease: { use: 1 } } })).toThrow(
      /no children/,
    );
    expect(() =>
      whatIf(channels, table, { unit: "App", definitionPatch: JSON.parse('{"__proto__":{"a":1}}') }),
    ).toThrow(/not allowed/);
    expect(() =>
      whatIf(channels, table, { unit: "Web", weights: { use: { ease: 0, completion: 0 } } }),
    ).toThrow();
  });

  test("merge patch, the examples of RFC 7396, appendix A", () => {
    const cases: readonly (readonly [unknown, unknown, unknown])[] = [
      [{ a: "b" }, { a: "c" }, { a: "c" }],
      [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
      [{ a: "b" }, { a: null }, {}],
      [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
      [{ a: ["b"] }, { a: "c" }, { a: "c" }],
      [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
      [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
      [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
      [
        ["a", "b"],
        ["c", "d"],
        ["c", "d"],
      ],
      [{ a: "b" }, ["c"], ["c"]],
      [{ a: "foo" }, null, null],
      [{ a: "foo" }, "bar", "bar"],
      [{ e: null }, { a: 1 }, { e: null, a: 1 }],
      [[1, 2], { a: "b", c: null }, { a: "b" }],
      [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    ];
    for (const [target, patch, wanted] of cases) expect(mergePatch(target, patch)).toEqual(wanted);
  });
});

const found = (definition: IndexDefinition, table: IndexTable, options: ImprovementOptions) => {
  const outcome = smallestImprovement(definition, table, options);
  if (outcome.status === "not-computable") throw new Error(outcome.reason);
  return outcome;
};

describe("smallest improvement", () => {
  const definition = indexOf({ a: leaf(), b: leaf(), c: leaf(10, 0) }, { a: 5, b: 3, c: 2 });
  const table = { units: ["u", "v"], columns: { a: [50, 90], b: [40, 60], c: [5, 1] } };
  const over = [{ indicator: "a" }, { indicator: "b" }, { indicator: "c" }];
  // u: 25 + 12 + 10 = 47; v: 45 + 18 + 18 = 81.

  test("a score, one indicator at a time, by hand", () => {
    const { single, cheapest, before } = found(definition, table, { unit: "u", target: { score: 60 }, over });
    expect(before).toEqual({ score: 47, rank: 2 });
    // 13 points: a by 26; b by 43⅓; c would have to fall by 6.5 and can fall by 5.
    expect(single.map((move) => (move.status === "ok" ? Number(move.move.toFixed(9)) : move.status))).toEqual(
      [26, 43.333333333, "unreachable"],
    );
    expect(single[2]?.status === "unreachable" && single[2].best).toEqual({ score: 57, rank: 2, value: 0 });
    expect(cheapest).toBe("a");
    for (const move of single)
      if (move.status === "ok") {
        expect(move.reached.score).toBeGreaterThanOrEqual(60);
        expect(move.reached.score).toBeLessThan(60 + 1e-9);
        expect(move.monotone).toBe(true);
      }
  });

  test("together, relative costs: the linear programme by hand", () => {
    // Gain per relative cost: a 0.5·50 = 25, b 0.3·40 = 12, c 2·5 = 10. So a alone, 26 of its 50.
    const { joint } = found(definition, table, { unit: "u", target: { score: 60 }, over });
    expect(joint?.exactness).toBe("optimal");
    expect(joint?.moves.map(({ indicator }) => indicator)).toEqual(["a"]);
    expect(joint?.cost).toBeCloseTo(0.52, 9);
    // 80 is 33 points away: a to 100 gives 25, then b by 8/0.3.
    const far = found(definition, table, { unit: "u", target: { score: 80 }, over }).joint;
    expect(far?.moves.map(({ indicator, to }) => [indicator, Number(to.toFixed(9))])).toEqual([
      ["a", 100],
      ["b", 66.666666667],
    ]);
  });

  test("a rank is reached by drawing level", () => {
    const { joint, single } = found(definition, table, { unit: "u", target: { rank: 1 }, over });
    expect(joint?.status).toBe("ok");
    expect(joint?.reached.rank).toBe(1);
    expect(joint?.reached.score).toBeCloseTo(81, 9);
    expect(single.map((move) => move.status)).toEqual(["unreachable", "unreachable", "unreachable"]);
  });

  test("out of reach is an outcome with the best that can be done", () => {
    const outcome = found(definition, table, {
      unit: "u",
      target: { score: 99 },
      over: [
        { indicator: "a", upper: 60, lower: 50 },
        { indicator: "c", lower: 4, upper: 5 },
      ],
    });
    expect(outcome.status).toBe("unreachable");
    expect(outcome.joint?.status).toBe("unreachable");
    expect(outcome.joint?.reached.score).toBeCloseTo(54, 9);
  });

  test("already reached", () => {
    expect(found(definition, table, { unit: "v", target: { rank: 1 }, over }).status).toBe("already-reached");
  });

  test("a geometric mean: the point reached is the first one, and the joint search says that it is heuristic", () => {
    const geometric = indexOf({ a: leaf(), b: leaf() }, { a: 1, b: 1 }, "geometric-mean");
    const outcome = found(
      geometric,
      { units: ["u"], columns: { a: [25], b: [64] } },
      { unit: "u", target: { score: 60 }, over: over.slice(0, 2) },
    );
    // √(x·64) = 60 → 56.25; √(25·x) = 60 → 144, out of bounds.
    expect(outcome.single[0]?.status === "ok" && outcome.single[0].to).toBeCloseTo(56.25, 9);
    expect(outcome.single[1]?.status).toBe("unreachable");
    expect(outcome.joint?.exactness).toBe("heuristic");
    expect(outcome.joint?.status).toBe("ok");
    expect(outcome.joint?.cost).toBeLessThanOrEqual(31.25 / 25 + 1e-9);
  });

  test("HDI: China 2021 to 0.800 by income alone, solved backwards", () => {
    const china = {
      units: ["China"],
      columns: {
        life_expectancy: [78.2107],
        expected_schooling: [14.2361149],
        mean_schooling: [7.600118446],
        gni_pc_ppp: [17504.39969],
      },
    };
    const outcome = found(hdi, china, {
      unit: "China",
      target: { score: 0.8 },
      over: [{ indicator: "GNI" }],
    });
    const education = (14.2361149 / 18 + 7.600118446 / 15) / 2;
    const income = 0.8 ** 3 / (((78.2107 - 20) / 65) * education);
    const needed = Math.exp(income * Math.log(750) + Math.log(100));
    expect(outcome.single[0]?.status === "ok" && outcome.single[0].to / needed).toBeCloseTo(1, 10);
  });

  test("against a solver of linear programmes (yalps) on random indices", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            weight: fc.integer({ min: 1, max: 9 }),
            from: fc.integer({ min: 1, max: 90 }),
            cost: fc.integer({ min: 1, max: 20 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (items, reach) => {
          const ids = items.map((_, index) => `x${index}`);
          const random = indexOf(
            Object.fromEntries(ids.map((id) => [id, leaf()])),
            Object.fromEntries(items.map(({ weight }, index) => [`x${index}`, weight])),
          );
          const rows = {
            units: ["u"],
            columns: Object.fromEntries(items.map(({ from }, index) => [`x${index}`, [from]])),
          };
          const total = items.reduce((sum, { weight }) => sum + weight, 0);
          const now = items.reduce((sum, { weight, from }) => sum + (weight * from) / total, 0);
          const score = now + reach * (100 - now);
          const { joint } = found(random, rows, {
            unit: "u",
            target: { score },
            over: items.map(({ cost }, index) => ({ indicator: `x${index}`, cost })),
          });
          const { result } = solve({
            direction: "minimize",
            objective: "cost",
            constraints: {
              score: { min: score - now },
              ...Object.fromEntries(items.map(({ from }, index) => [`x${index}`, { max: 100 - from }])),
            },
            variables: Object.fromEntries(
              items.map(({ weight, cost }, index) => [
                `x${index}`,
                { score: weight / total, cost, [`x${index}`]: 1 },
              ]),
            ),
          });
          expect(joint?.exactness).toBe("optimal");
          expect(joint?.cost).toBeCloseTo(result, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("on random trees, what is said to be reached is reached, and a little less does not", () => {
    fc.assert(
      fc.property(
        randomIndex,
        fc.double({ min: 1, max: 30, noNaN: true }),
        ({ definition: random, table: rows }, more) => {
          const score = scoreIndex(random, rows).nodes["index"]?.values[0] ?? null;
          const [id] = Object.keys(rows.columns);
          const from = rows.columns[id as string]?.[0] ?? null;
          if (score === null || from === null || from === 0) return;
          const outcome = found(random, rows, {
            unit: 0,
            target: { score: score + more },
            over: [{ indicator: id as string }],
          });
          const [move] = outcome.single;
          if (move?.status !== "ok") return;
          const at = (x: number) => {
            const cells = Array.from(rows.columns[id as string] ?? []);
            cells[0] = x;
            return (
              scoreIndex(random, { ...rows, columns: { ...rows.columns, [id as string]: cells } }).nodes[
                "index"
              ]?.values[0] ?? 0
            );
          };
          expect(at(move.to)).toBeGreaterThanOrEqual(score + more);
          expect(at(move.from + move.move * (1 - 1e-9))).toBeLessThan(score + more + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("mistakes are told", () => {
    const run = (options: unknown) => () =>
      smallestImprovement(definition, table, options as ImprovementOptions);
    expect(run({ unit: "u", target: {}, over })).toThrow(/The target is/);
    expect(run({ unit: "u", target: { rank: 0 }, over })).toThrow(/The target is/);
    expect(run({ unit: "u", target: { score: 60 }, over: [] })).toThrow(/at least 1/);
    expect(run({ unit: "u", target: { score: 60 }, over: [{ indicator: "a", lower: 60 }] })).toThrow(
      /no way to move/,
    );
    expect(run({ unit: "u", target: { score: 60 }, over: [{ indicator: "a" }, { indicator: "a" }] })).toThrow(
      /twice/,
    );
  });
});
