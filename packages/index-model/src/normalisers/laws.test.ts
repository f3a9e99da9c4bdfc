import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samples } from "../../fixtures/normalisers/samples.js";
import { leafOn, oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import { fitIndex, type Normaliser, normalisers, renderFormula, scoreIndex } from "../index.js";
import { IndexDefinitionSchema } from "../schema.js";
import { normaliserKind, normaliserOf } from "./registry.js";

const name = ({ parameters }: { parameters: Normaliser }) => JSON.stringify(parameters);
const named = samples.map((sample) => [name(sample), sample] as const);

/** Positive, whole numbers of hundredths, so that a change of unit keeps ties. */
const cells = fc.array(fc.integer({ min: 100, max: 9900 }), { minLength: 4, maxLength: 12 });
const panel = (values: readonly number[]) =>
  oneColumn(values, {
    units: values.map((_, row) => `u${row % 3}`),
    periods: values.map((_, row) => `p${Math.floor(row / 3)}`),
  });
const scores = (normalise: Normaliser, values: readonly number[]) => {
  const table = panel(values);
  return leafOn({ normalise }, table, table);
};
const near = (a: number | null | undefined, b: number | null | undefined) =>
  a === b ||
  (typeof a === "number" &&
    typeof b === "number" &&
    Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b)));

describe.each(named)("%s", (_, { parameters, invariance }) => {
  const cohort = normaliserKind(parameters) === "cohort";
  const direction = normaliserOf(parameters).direction(parameters);

  test("better raw values never score lower", () => {
    fc.assert(
      fc.property(cells, (values) => {
        const raw = values.map((value) => value / 100);
        const { values: scored } = scores(parameters, raw);
        // The cyclical position compares a unit with itself only.
        const own = parameters.method === "cyclical" ? 3 : 1;
        raw.forEach((a, i) => {
          raw.forEach((b, j) => {
            const [low, high] = [scored[i] ?? null, scored[j] ?? null];
            if (i % own !== j % own || a >= b || low === null || high === null) return;
            const ahead = direction === "more" ? high - low : low - high;
            expect(ahead).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, Math.abs(low)));
          });
        });
      }),
      { numRuns: 12 },
    );
  });

  test("a change of unit moves nothing that it may not move", () => {
    const changes = {
      scale: (x: number) => 4 * x,
      shift: (x: number) => x + 512,
      bend: (x: number) => x ** 3,
    };
    const free = {
      "any-rising": ["scale", "shift", "bend"] as const,
      "shift-and-scale": ["scale", "shift"] as const,
      scale: ["scale"] as const,
      none: [] as const,
    }[invariance];
    fc.assert(
      fc.property(cells, (values) => {
        const raw = values.map((value) => value / 4);
        const before = scores(parameters, raw);
        for (const change of free) {
          const after = scores(parameters, raw.map(changes[change]));
          before.values.forEach((value, row) => {
            expect(near(value, after.values[row]), `${change} ${value} ${after.values[row]}`).toBe(true);
          });
        }
      }),
      { numRuns: 12 },
    );
    // What is not free does move: a ratio is another one in degrees Fahrenheit.
    const raw = [10, 20, 40, 45, 80, 81];
    const before = scores(parameters, raw).values;
    for (const change of ["scale", "shift"] as const)
      if (!(free as readonly string[]).includes(change))
        expect(scores(parameters, raw.map(changes[change])).values).not.toEqual(before);
  });

  test.skipIf(cohort)("one at a time = the batch = fitted on the spot", () => {
    fc.assert(
      fc.property(cells, (values) => {
        const table = panel(values.map((value) => value / 100));
        const definition = oneLeaf({ normalise: parameters });
        const fit = normaliserKind(parameters) === "fit";
        const ready = fit ? fitIndex(definition, table) : definition;
        const batch = scoreIndex(ready, table).nodes["x"];
        values.forEach((value, row) => {
          const alone = scoreIndex(ready, oneColumn([value / 100])).nodes["x"];
          expect(alone?.values[0]).toBe(batch?.values[row]);
          expect(alone?.reasons?.[0] ?? null).toBe(batch?.reasons?.[row] ?? null);
        });
        if (!fit) return;
        const spot = scoreIndex(oneLeaf({ normalise: parameters }, { scope: "batch" }), table);
        expect(spot.nodes["x"]?.values).toEqual(batch?.values);
        expect(spot.comparable).toBe(false);
      }),
      { numRuns: 8 },
    );
  });

  test("whatever the data, a value is finite or has a reason", () => {
    const wild = fc.array(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1e-300),
        fc.constant(null),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(wild, wild, (reference, raw) => {
        const node = leafOn({ normalise: parameters }, oneColumn(reference), oneColumn(raw));
        node.values.forEach((value, row) => {
          if (value === null) expect(node.reasons?.[row]).toBeTypeOf("string");
          else expect(Number.isFinite(value)).toBe(true);
        });
      }),
      { numRuns: 25 },
    );
  });

  test("the order of the reference rows is nothing to the scores", () => {
    if (parameters.method === "ampi" || parameters.method === "cyclical") return;
    fc.assert(
      fc.property(cells, (values) => {
        const raw = values.map((value) => value / 100);
        const before = leafOn({ normalise: parameters }, oneColumn(raw), oneColumn(raw)).values;
        const turned = [...raw].reverse();
        const after = leafOn({ normalise: parameters }, oneColumn(turned), oneColumn(turned)).values;
        before.forEach((value, row) => {
          expect(near(value, after[raw.length - 1 - row])).toBe(true);
        });
      }),
      { numRuns: 8 },
    );
  });

  test("it can be written in every form, before and after the fit, and zod takes it", () => {
    const definition = oneLeaf({ normalise: parameters });
    expect(IndexDefinitionSchema.safeParse(JSON.parse(JSON.stringify(definition))).success).toBe(true);
    const ready =
      normaliserKind(parameters) === "fit"
        ? fitIndex(definition, panel([10, 20, 40, 45, 80, 81]))
        : definition;
    if (!cohort)
      for (const one of [definition, ready])
        for (const form of ["latex", "text", "prose", "sql"] as const)
          expect(renderFormula(one, "x", form, { lang: "zh" }).length).toBeGreaterThan(5);
  });
});

describe("equal reference values", () => {
  const reference = oneColumn([7, 7, 7, 7]);
  const score = (normalise: Normaliser) => leafOn({ normalise }, reference, oneColumn([7, 8]));

  test.each(
    samples
      .filter(({ parameters: { method } }) =>
        ["min-max", "z-score", "robust-z", "percentile", "categorical"].includes(method),
      )
      .map((sample) => [name(sample), sample.parameters] as const),
  )("%s has no value, and says why", (_, parameters) => {
    const node = score(parameters);
    expect(node.values).toEqual([null, null]);
    expect(node.reasons?.every((reason) => reason === "missing" || reason === "division-by-zero")).toBe(true);
  });

  test("the calibration tells the reason", () => {
    const normalise: Normaliser = {
      method: "percentile",
      direction: "more",
      rule: "hazen",
      ties: "average",
      over: "pooled",
    };
    const fitted = fitIndex(oneLeaf({ normalise }), reference).calibration?.nodes["x"];
    expect(fitted?.notFitted?.["normalise"]?.reason).toBe("constant-reference");
  });

  test("a series that does not move has no cyclical position", () => {
    const table = oneColumn([3, 3, 3], { units: ["a", "a", "a"], periods: ["1", "2", "3"] });
    const node = leafOn({ normalise: { method: "cyclical", direction: "more" } }, table, table);
    expect(node.reasons).toEqual(Array(3).fill("division-by-zero"));
  });

  test("ranks of equal values are ties and no fault", () => {
    const rank: Normaliser = {
      method: "rank",
      direction: "more",
      one: "best",
      ties: "average",
      over: "pooled",
    };
    expect(leafOn({ normalise: rank }, reference, reference).values).toEqual([2.5, 2.5, 2.5, 2.5]);
  });
});

test("every normaliser of the catalogue has a formula, a source and edge cases in both languages", () => {
  expect(Object.keys(normalisers).length).toBe(25);
  for (const entry of Object.values(normalisers)) {
    for (const text of [entry.formula, entry.source, entry.edgeCases.en, entry.edgeCases.zh, entry.title.zh])
      expect(text.length).toBeGreaterThan(0);
  }
});
