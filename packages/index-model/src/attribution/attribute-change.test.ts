import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels, channelTable } from "../../fixtures/channels.js";
import { randomIndex } from "../../fixtures/random-index.js";
import { hdi } from "../../fixtures/versions/hdi.js";
import type { Aggregate, IndexDefinition, IndexNode } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { attributeChange } from "./attribute-change.js";
import type { ChangeAttribution, ChangeAttributionOutcome, DataAttribution } from "./change-attribution.js";
import { logMean } from "./log-mean.js";
import { shapleyValues } from "./shapley-values.js";

interface PublishedCase {
  readonly country: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly hdi: readonly [number, number];
  readonly lmdi: readonly number[];
  readonly shapley: readonly number[];
}
const published = JSON.parse(
  readFileSync(new URL("../../fixtures/versions/attribution.json", import.meta.url), "utf8"),
) as { readonly columns: readonly string[]; readonly cases: readonly PublishedCase[] };

const ok = (outcome: ChangeAttributionOutcome): ChangeAttribution & { readonly data: DataAttribution } => {
  if (outcome.status !== "ok") throw new Error(`${outcome.reason}: ${outcome.message.en}`);
  if (!("inputs" in outcome.data)) throw new Error("no details");
  return { ...outcome, data: outcome.data };
};
const reason = (outcome: ChangeAttributionOutcome) => (outcome.status === "ok" ? "ok" : outcome.reason);
const parts = (outcome: ChangeAttributionOutcome) => ok(outcome).data.inputs.map((part) => part.contribution);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const row = (values: readonly (number | null)[]): IndexTable => ({
  units: ["u"],
  columns: Object.fromEntries(published.columns.map((name, index) => [name, [values[index] ?? null]])),
});

describe("Human Development Index 1990 to 2021, against Python (mpmath, 50 digits)", () => {
  test.each(published.cases.map((item) => [item.country, item] as const))("%s", (_, item) => {
    const lmdi = attributeChange(hdi, row(item.before), row(item.after), { method: "lmdi" });
    const shapley = attributeChange(hdi, row(item.before), row(item.after), { method: "shapley" });
    expect(ok(lmdi).before).toBeCloseTo(item.hdi[0], 13);
    expect(ok(lmdi).after).toBeCloseTo(item.hdi[1], 13);
    parts(lmdi).forEach((part, index) => {
      expect(part).toBeCloseTo(item.lmdi[index] ?? Number.NaN, 13);
    });
    parts(shapley).forEach((part, index) => {
      expect(part).toBeCloseTo(item.shapley[index] ?? Number.NaN, 13);
    });
    expect(ok(attributeChange(hdi, row(item.before), row(item.after))).data.method).toBe("lmdi");
  });

  test("branches hold the parts of their leaves, under either method", () => {
    const [china] = published.cases;
    if (!china) throw new Error("a case");
    for (const method of ["lmdi", "shapley"] as const) {
      const { data } = ok(attributeChange(hdi, row(china.before), row(china.after), { method }));
      const at = (node: string) => data.nodes.find((entry) => entry.node === node);
      const [, expected, years] = data.inputs.map((part) => part.contribution);
      expect(at("EI")?.contribution).toBeCloseTo((expected ?? 0) + (years ?? 0), 14);
      expect(sum(at("HDI")?.parts.map((part) => part.contribution) ?? [])).toBeCloseTo(data.change, 14);
      expect(sum(at("EI")?.parts.map((part) => part.contribution) ?? [])).toBeCloseTo(
        at("EI")?.change ?? 0,
        14,
      );
    }
  });
});

describe("Shapley axioms", () => {
  const game = fc.integer({ min: 1, max: 6 }).chain((players) =>
    fc
      .array(fc.double({ min: -100, max: 100, noNaN: true }), {
        minLength: 2 ** players,
        maxLength: 2 ** players,
      })
      .map((worth) => ({ players, worth })),
  );
  const has = (coalition: number, player: number) => Math.floor(coalition / 2 ** player) % 2 === 1;

  test("efficiency: values sum to the worth of all less that of none", () => {
    fc.assert(
      fc.property(game, ({ players, worth }) => {
        expect(sum(shapleyValues(worth, players))).toBeCloseTo((worth.at(-1) ?? 0) - (worth[0] ?? 0), 9);
      }),
    );
  });

  test("dummy: a player that adds a constant gets it", () => {
    fc.assert(
      fc.property(game, fc.integer({ min: -50, max: 50 }), ({ players, worth }, constant) => {
        const grown = [...worth, ...worth.map((value) => value + constant)];
        expect(shapleyValues(grown, players + 1)[players]).toBeCloseTo(constant, 9);
      }),
    );
  });

  test("symmetry: players whose names are exchanged exchange their values", () => {
    fc.assert(
      fc.property(game, ({ players, worth }) => {
        if (players < 2) return;
        const exchanged = worth.map((_, coalition) => {
          const [a, b] = [has(coalition, 0), has(coalition, 1)];
          return worth[coalition - Number(a) - 2 * Number(b) + Number(b) + 2 * Number(a)] ?? 0;
        });
        const [first, second] = shapleyValues(worth, players);
        expect(shapleyValues(exchanged, players)[0]).toBeCloseTo(second ?? 0, 9);
        expect(shapleyValues(exchanged, players)[1]).toBeCloseTo(first ?? 0, 9);
      }),
    );
  });

  test("additivity: values of a sum of games are sums of values", () => {
    fc.assert(
      fc.property(game, fc.double({ min: -3, max: 3, noNaN: true }), ({ players, worth }, factor) => {
        const other = [...worth].reverse().map((value) => value * factor);
        const both = shapleyValues(
          worth.map((value, index) => value + (other[index] ?? 0)),
          players,
        );
        const [a, b] = [shapleyValues(worth, players), shapleyValues(other, players)];
        both.forEach((value, player) => {
          expect(value).toBeCloseTo((a[player] ?? 0) + (b[player] ?? 0), 8);
        });
      }),
    );
  });

  test("the glove game: one left glove, two right ones (2/3, 1/6, 1/6)", () => {
    // Players 0 (left), 1 and 2 (right); a pair is worth 1. Roth (1988), The Shapley Value, Cambridge, 1.
    const worth = [0, 0, 0, 1, 0, 1, 0, 1];
    const values = shapleyValues(worth, 3);
    [2 / 3, 1 / 6, 1 / 6].forEach((value, player) => {
      expect(values[player]).toBeCloseTo(value, 14);
    });
  });
});

describe("logarithmic mean", () => {
  test("lies between geometric and arithmetic mean, and is smooth where they meet", () => {
    expect(logMean(81, 16)).toBeCloseTo(65 / Math.log(81 / 16), 13);
    expect(logMean(2, 2)).toBe(2);
    expect(logMean(2, 2 + 1e-9)).toBeCloseTo(2 + 0.5e-9, 15);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (a, b) => {
          const mean = logMean(a, b);
          expect(mean).toBeGreaterThanOrEqual(Math.sqrt(a * b) * (1 - 1e-12));
          expect(mean).toBeLessThanOrEqual(((a + b) / 2) * (1 + 1e-12));
          expect(mean).toBe(logMean(b, a));
        },
      ),
    );
  });
});

const single = (table: IndexTable, at: number): IndexTable => ({
  units: [table.units[at] ?? "u"],
  columns: Object.fromEntries(
    Object.entries(table.columns).map(([name, cells]) => [name, [cells[at] ?? null]]),
  ),
});

describe("laws over random trees", () => {
  const twoRows = randomIndex.filter(({ table }) => table.units.length >= 2);

  test("inputs, nodes and parts sum to the change, whatever is missing", () => {
    fc.assert(
      fc.property(
        twoRows,
        fc.constantFrom("auto", "shapley", "lmdi", "linear"),
        ({ definition, table }, method) => {
          const outcome = attributeChange(
            definition,
            single(table, 0),
            { ...single(table, 1), units: ["unit 0"] },
            {
              method: method as "auto",
            },
          );
          if (outcome.status !== "ok") return;
          const { data, change } = ok(outcome);
          expect(Math.abs(sum(data.inputs.map((part) => part.contribution)) - change)).toBeLessThan(1e-10);
          for (const node of data.nodes) {
            if (node.parts.length === 0) continue;
            const total = sum(node.parts.map((part) => part.contribution));
            // Under lmdi and linear a node that has no value in either period has no parts.
            expect(Math.abs(total - (node.change ?? 0))).toBeLessThan(1e-10);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("turning time round turns every part round", () => {
    fc.assert(
      fc.property(twoRows, fc.constantFrom("shapley", "auto"), ({ definition, table }, method) => {
        const [a, b] = [single(table, 0), { ...single(table, 1), units: ["unit 0"] }];
        const forth = attributeChange(definition, a, b, { method: method as "auto" });
        const back = attributeChange(definition, b, a, { method: method as "auto" });
        expect(reason(forth).replace("before", "after")).toBe(reason(back).replace("before", "after"));
        if (forth.status !== "ok") return;
        parts(forth).forEach((part, index) => {
          expect(part + (parts(back)[index] ?? 0)).toBeCloseTo(0, 9);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("on trees of arithmetic means, linear and Shapley agree", () => {
    fc.assert(
      fc.property(twoRows, ({ definition, table }) => {
        const nodes = Object.fromEntries(
          Object.entries(definition.nodes).map(([id, node]) => [
            id,
            node.kind === "aggregate" ? { ...node, method: "arithmetic-mean" as const } : node,
          ]),
        ) as IndexDefinition["nodes"];
        const flat = { ...definition, nodes };
        const [a, b] = [single(table, 0), { ...single(table, 1), units: ["unit 0"] }];
        const linear = attributeChange(flat, a, b, { method: "linear" });
        if (linear.status !== "ok") return;
        const shapley = attributeChange(flat, a, b, { method: "shapley" });
        parts(linear).forEach((part, index) => {
          expect(part).toBeCloseTo(parts(shapley)[index] ?? Number.NaN, 9);
        });
      }),
      { numRuns: 150 },
    );
  });
});

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const leaf: IndexNode = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "survey",
  normalise: { method: "identity" },
};
const indexOf = (
  method: Aggregate["method"],
  weights: Readonly<Record<string, number>>,
  missing: Aggregate["missing"] = { policy: "propagate" },
  extra: Readonly<Record<string, IndexNode>> = {},
): IndexDefinition => ({
  formatVersion: 1,
  id: "test.index",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
  root: "index",
  nodes: {
    ...Object.fromEntries(Object.keys(weights).map((id) => [id, leaf])),
    ...extra,
    index: {
      kind: "aggregate",
      title,
      provenance,
      method,
      missing,
      children: Object.entries(weights).map(([node, weight]) => ({ node, weight })),
    },
  },
});
const table = (columns: Readonly<Record<string, number | null>>): IndexTable => ({
  units: ["u"],
  columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, [value]])),
});

describe("availability", () => {
  const definition = indexOf(
    "arithmetic-mean",
    { a: 1, b: 1 },
    { policy: "renormalise", minimumAvailable: 0 },
  );

  test("a value that appears is a cause of its own, by hand", () => {
    // Before: a alone, 60. After: (70 + 90)/2 = 80. Orders: a first 60→70→80, b first 60→75→80.
    const outcome = attributeChange(definition, table({ a: 60, b: null }), table({ a: 70, b: 90 }));
    expect(
      ok(outcome).data.inputs.map(({ input, availability, contribution }) => [
        input,
        availability,
        contribution,
      ]),
    ).toEqual([
      ["a", "same", 7.5],
      ["b", "appeared", 12.5],
    ]);
    expect(ok(outcome).data.method).toBe("shapley");
  });

  test("linear and lmdi refuse it", () => {
    const run = (method: "linear" | "lmdi") =>
      reason(attributeChange(definition, table({ a: 60, b: null }), table({ a: 70, b: 90 }), { method }));
    expect([run("linear"), run("lmdi")]).toEqual(["availability-changed", "availability-changed"]);
  });

  test("where the policy propagates, there is no change to share", () => {
    const strict = indexOf("arithmetic-mean", { a: 1, b: 1 });
    expect(reason(attributeChange(strict, table({ a: 60, b: null }), table({ a: 70, b: 90 })))).toBe(
      "no-value-before",
    );
    expect(reason(attributeChange(strict, table({ a: 60, b: 1 }), table({ a: 70, b: null })))).toBe(
      "no-value-after",
    );
  });

  test("missing in both periods weighs nothing", () => {
    expect(parts(attributeChange(definition, table({ a: 60, b: null }), table({ a: 70, b: null })))).toEqual([
      10,
    ]);
  });
});

describe("typed reasons", () => {
  test("zero under a geometric mean: lmdi says so, auto goes on with Shapley", () => {
    const definition = indexOf("geometric-mean", { a: 1, b: 1 });
    const run = (method: "lmdi" | "auto") =>
      attributeChange(definition, table({ a: 0, b: 4 }), table({ a: 9, b: 16 }), { method });
    expect(reason(run("lmdi"))).toBe("value-not-positive");
    // 0 → 12. a first: 6 then 6; b first: 0 then 12.
    expect(parts(run("auto")).map((part) => Number(part.toFixed(9)))).toEqual([9, 3]);
  });

  test("a formula is shared by Shapley alone", () => {
    const definition = indexOf("arithmetic-mean", { a: 1, b: 1 }, { policy: "propagate" }, {});
    const product: IndexDefinition = {
      ...definition,
      root: "product",
      nodes: {
        ...definition.nodes,
        product: { kind: "formula", title, provenance, expression: { op: "multiply", of: ["a", "b"] } },
      },
    };
    const run = (method: "linear" | "lmdi" | "auto") =>
      attributeChange(product, table({ a: 2, b: 3 }), table({ a: 4, b: 5 }), { method });
    expect([reason(run("linear")), reason(run("lmdi"))]).toEqual(["not-linear", "no-logarithmic-form"]);
    // 6 → 20. Mean of both orders: a (6 + 10)/2, b (4 + 8)/2.
    expect(parts(run("auto"))).toEqual([8, 6]);
  });

  test("a score that depends on the other units is not shared among the unit's own causes", () => {
    const plain = indexOf("arithmetic-mean", { a: 1, b: 1 });
    const normalise = {
      method: "min-max",
      direction: "more",
      over: "pooled",
      cap: "none",
      whenConstant: "undefined",
    };
    const fitted = Object.assign({}, leaf, { normalise });
    const batch: IndexDefinition = { ...plain, scope: "batch", nodes: { ...plain.nodes, a: fitted } };
    const units = (a: readonly number[]): IndexTable => ({
      units: ["u", "v"],
      columns: { a: [...a], b: [1, 2] },
    });
    expect(reason(attributeChange(batch, units([1, 5]), units([2, 5]), { unit: "u" }))).toBe(
      "looks-sideways",
    );
  });

  test("sampled orders sum to the change and lie near the exact parts", () => {
    const definition = indexOf("geometric-mean", { a: 1, b: 2, c: 3, d: 1 });
    const [before, after] = [table({ a: 10, b: 40, c: 20, d: 90 }), table({ a: 50, b: 20, c: 60, d: 30 })];
    const exact = parts(attributeChange(definition, before, after, { method: "shapley" }));
    const sampled = ok(
      attributeChange(definition, before, after, {
        method: "shapley",
        exactUpTo: 2,
        permutations: 500,
        seed: 7,
      }),
    );
    expect(sampled.data.exactness).toBe("sampled");
    expect(sampled.data.sampling).toEqual({ seed: 7, generator: "xoroshiro128plus", permutations: 500 });
    expect(sum(sampled.data.inputs.map((part) => part.contribution))).toBeCloseTo(sampled.change, 11);
    sampled.data.inputs.forEach((part, index) => {
      expect(Math.abs(part.contribution - (exact[index] ?? 0))).toBeLessThan(
        4 * (part.standardError ?? 0) + 1e-12,
      );
    });
  });

  test("the example of channels: formula, shared inputs, attributes", () => {
    const before: IndexTable = { ...channelTable };
    const columns = { ...channelTable.columns, ease: [6.2, 6.4, null, 4], late: [1, 0, 9, 1] };
    const outcome = ok(attributeChange(channels, before, { ...channelTable, columns }, { unit: "App" }));
    expect(outcome.data.inputs.map((part) => part.input)).toEqual(["ease", "late"]);
    expect(sum(outcome.data.inputs.map((part) => part.contribution))).toBeCloseTo(outcome.change, 11);
    expect(() => attributeChange(channels, before, before)).toThrow(/have 4 units/);
    expect(() => attributeChange(channels, before, before, { unit: "Ap" })).toThrow(/no unit "Ap"/);
  });
});

describe("revision of the definition", () => {
  const old = indexOf("arithmetic-mean", { a: 1, b: 1 });
  const now: IndexDefinition = { ...indexOf("arithmetic-mean", { a: 1, b: 3 }), version: "2.0.0" };
  const [before, after] = [table({ a: 40, b: 60 }), table({ a: 50, b: 80 })];

  test("data and weights apart, in order and on average, by hand", () => {
    // (40+60)/2 = 50; new data 65; new weights 72.5. The other way: weights first 55, then data 72.5.
    const ordered = ok(attributeChange(old, before, after, { revised: now }));
    expect([ordered.change, ordered.data.change]).toEqual([22.5, 15]);
    expect(ordered.revision?.aspects).toEqual([{ aspect: "weights", contribution: 7.5 }]);
    expect(ordered.data.inputs.map((part) => part.contribution)).toEqual([5, 10]);
    const average = attributeChange(old, before, after, { revised: now, revision: "shapley" });
    expect(average.status === "ok" && average.data.change).toBe(16.25);
    expect(average.status === "ok" && average.revision?.aspects).toEqual([
      { aspect: "weights", contribution: 6.25 },
    ]);
  });

  test("membership: a column that one period lacks does not move", () => {
    const grown: IndexDefinition = { ...indexOf("arithmetic-mean", { a: 1, b: 1, c: 2 }), version: "2.0.0" };
    const outcome = ok(attributeChange(old, before, table({ a: 50, b: 80, c: 25 }), { revised: grown }));
    // Data 50 → 65; membership and weights to (50 + 80 + 2·25)/4 = 45. Shares there: a 1/2, b 1/2, c 1/2 → 155/3 after membership.
    expect(outcome.data.change).toBe(15);
    expect(sum(outcome.revision?.aspects.map((part) => part.contribution) ?? [])).toBeCloseTo(45 - 65, 11);
    expect(outcome.revision?.aspects.map((part) => part.aspect)).toEqual(["membership", "weights"]);
    expect(outcome.after).toBeCloseTo(45, 11);
  });

  test("goalposts, methods, names and scale at once still sum to the change", () => {
    const first = published.cases[0] as PublishedCase;
    const text = JSON.stringify({ ...hdi, version: "2.0.0" }).replaceAll('"EI"', '"education"');
    const copy = JSON.parse(text) as { nodes: Record<string, Record<string, unknown>> };
    copy.nodes["HDI"] = { ...copy.nodes["HDI"], method: "arithmetic-mean" };
    copy.nodes["GNI"] = {
      ...copy.nodes["GNI"],
      normalise: { method: "goalposts", worst: 100, best: 40000, cap: "best" },
    };
    const revised = copy as unknown as IndexDefinition;
    for (const revision of [undefined, "shapley"] as const) {
      const outcome = attributeChange(hdi, row(first.before), row(first.after), {
        revised,
        ...(revision ? { revision } : {}),
      });
      if (outcome.status !== "ok") throw new Error(outcome.message.en);
      const total =
        outcome.data.change + sum(outcome.revision?.aspects.map((part) => part.contribution) ?? []);
      expect(total).toBeCloseTo(outcome.change, 13);
      expect(outcome.revision?.aspects.map((part) => part.aspect)).toEqual(["goalposts", "methods"]);
      expect(outcome.before).toBeCloseTo(first.hdi[0], 12);
    }
  });

  test("an order that does not name every cause is refused", () => {
    expect(() => attributeChange(old, before, after, { revised: now, revision: ["data"] })).toThrow(
      /each of/,
    );
  });
});
