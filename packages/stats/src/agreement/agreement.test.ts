import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa } from "./cohen-kappa.js";
import { cronbachAlpha } from "./cronbach-alpha.js";
import { fleissKappa } from "./fleiss-kappa.js";
import { gwetAc1 } from "./gwet-ac1.js";
import { type IntraclassForm, intraclassCorrelation } from "./intraclass-correlation.js";
import { kendallW } from "./kendall-w.js";
import { krippendorffAlpha } from "./krippendorff-alpha.js";
import { mcDonaldOmega } from "./mcdonald-omega.js";

const code = (wanted: string) => expect.objectContaining({ code: wanted });

/** The figure of an outcome, or its reason. */
function figure(outcome: { status: string; value?: number; reason?: string }): number | string | undefined {
  return outcome.status === "ok" ? outcome.value : outcome.reason;
}

function same(found: number | string | undefined, wanted: number | string | undefined): void {
  if (typeof wanted === "number") expect(found).toBeCloseTo(wanted, 9);
  else expect(found).toBe(wanted);
}

const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((q) =>
    fc.array(fc.array(fc.nat(12), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }),
  );

const matrices = fc.integer({ min: 2, max: 4 }).chain((k) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
    minLength: 2,
    maxLength: 9,
  }),
);

const gapped = fc.integer({ min: 2, max: 4 }).chain((k) =>
  fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: k, maxLength: k }), {
    minLength: 1,
    maxLength: 9,
  }),
);

const forms: readonly IntraclassForm[] = [
  "ICC(1,1)",
  "ICC(2,1)",
  "ICC(3,1)",
  "ICC(1,k)",
  "ICC(2,k)",
  "ICC(3,k)",
];
const levels = ["nominal", "ordinal", "interval", "ratio"] as const;

describe("Cohen's kappa", () => {
  test("does not change with the size of the table or the order of the raters", () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom("none" as const, "linear" as const, "quadratic" as const),
        (table, weights) => {
          const kappa = cohenKappa(table, { weights });
          const turned = table.map((_, i) => table.map((row) => (row[i] ?? 0) * 3));
          same(figure(cohenKappa(turned, { weights })), figure(kappa));
          if (kappa.status !== "ok") return;
          expect(kappa.value).toBeLessThanOrEqual(1);
          expect(kappa.value).toBeGreaterThanOrEqual(-1 - 1e-12);
        },
      ),
    );
  });

  test("pairs and table say the same, and the order of categories matters to weights only", () => {
    const pairs = [
      ["low", "low"], ["low", "mid"], ["mid", "mid"], ["high", "mid"], ["high", "high"], ["low", "high"], ["high", null],
    ] as ["low", "mid"][]; // biome-ignore format: a table
    const ordered = ["low", "mid", "high"];
    const table = [[1, 1, 1], [0, 1, 0], [0, 1, 1]]; // biome-ignore format: a table
    for (const weights of ["none", "linear", "quadratic"] as const) {
      const byPairs = cohenKappa({ pairs, categories: ordered }, { weights });
      expect(byPairs).toEqual({ ...cohenKappa(table, { weights }), droppedPairs: 1 });
    }
    same(figure(cohenKappa({ pairs })), figure(cohenKappa(table)));
    const shuffled = cohenKappa({ pairs, categories: ["low", "high", "mid"] }, { weights: "quadratic" });
    expect(figure(shuffled)).not.toBeCloseTo(
      figure(cohenKappa(table, { weights: "quadratic" })) as number,
      3,
    );
    expect(() => cohenKappa({ pairs }, { weights: "linear" })).toThrow(code("ratings.order-needed"));
  });

  test("edges", () => {
    expect(cohenKappa([])).toMatchObject({ reason: "no-observations" });
    expect(cohenKappa([[0, 0], [0, 0]])).toMatchObject({ reason: "no-observations" }); // biome-ignore format: a table
    expect(cohenKappa([[9]])).toMatchObject({ reason: "no-variation" });
    expect(cohenKappa([[9, 0], [0, 0]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    const perfect = cohenKappa([[3, 0], [0, 4]]); // biome-ignore format: a table
    expect(perfect).toMatchObject({ value: 1, standardError: 0, interval: { reason: "no-variation" } });
    // One rater knows one category only: no error, no test.
    expect(cohenKappa([[3, 7], [0, 0]])).toMatchObject({ value: 0, standardError: 0, z: null, p: null }); // biome-ignore format: a table
  });
});

describe("Fleiss' kappa and AC1", () => {
  test("ratings and counts say the same; the order of raters and units changes nothing", () => {
    fc.assert(
      fc.property(matrices, (ratings) => {
        const counts = ratings.map((row) =>
          [1, 2, 3, 4, 5].map((c) => row.filter((value) => value === c).length),
        );
        const categories = [5, 4, 3, 2, 1];
        const turned = [...ratings].reverse().map((row) => [...row].reverse());
        same(figure(fleissKappa({ ratings: turned })), figure(fleissKappa(counts)));
        same(figure(gwetAc1({ ratings: turned, categories })), figure(gwetAc1(counts)));
      }),
    );
  });

  test("two raters: Fleiss' kappa follows Krippendorff's alpha by the small-sample term", () => {
    fc.assert(
      fc.property(matrices, (ratings) => {
        const two = ratings.map((row) => row.slice(0, 2));
        const kappa = figure(fleissKappa({ ratings: two }));
        const alpha = figure(krippendorffAlpha(two, { level: "nominal" }));
        const n = 2 * two.length;
        same(alpha, typeof kappa === "number" ? 1 - ((n - 1) / n) * (1 - kappa) : kappa);
      }),
    );
  });

  test("edges", () => {
    expect(fleissKappa([])).toMatchObject({ reason: "no-observations" });
    expect(fleissKappa([[1, 0], [0, 1]])).toMatchObject({ reason: "too-few-raters" }); // biome-ignore format: a table
    expect(fleissKappa([[0, 0]])).toMatchObject({ reason: "too-few-raters" });
    expect(fleissKappa([[3, 0], [3, 0]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    expect(fleissKappa([[2, 1]])).toMatchObject({
      status: "ok",
      standardError: null,
      interval: { status: "not-computable" },
    });
    expect(fleissKappa([[3, 0], [0, 3]])).toMatchObject({ value: 1, standardError: 0, interval: { reason: "no-variation" } }); // biome-ignore format: a table
    expect(fleissKappa({ ratings: [["a", "a"], ["a", null], ["b", "a"]] })).toMatchObject({ units: 2, droppedUnits: 1 }); // biome-ignore format: a table
    expect(() => fleissKappa([[1, 2], [2, 2]])).toThrow(code("ratings.unequal-raters")); // biome-ignore format: a table
    expect(() => fleissKappa([[1, 2.5]])).toThrow(code("ratings.not-a-count"));
    // One category of two is agreement for AC1: chance does not explain it.
    expect(gwetAc1([[3, 0], [3, 0]])).toMatchObject({ value: 1 }); // biome-ignore format: a table
    expect(gwetAc1([[3], [3]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    expect(gwetAc1([[1, 0], [0, 1]])).toMatchObject({ reason: "no-observations" }); // biome-ignore format: a table
    expect(gwetAc1([[0, 0], [2, 1], [1, 0]])).toMatchObject({ units: 1, singleUnits: 1, droppedUnits: 1 }); // biome-ignore format: a table
    expect(() => gwetAc1({ ratings: [["a", "b"]], categories: ["a"] })).toThrow(
      code("ratings.unknown-category"),
    );
    expect(() => gwetAc1({ ratings: [["a", "b"]], categories: ["a", "a"] })).toThrow(
      code("ratings.bad-categories"),
    );
  });

  test("names that plain objects know are categories like others", () => {
    const ratings = [["__proto__", "constructor"], ["__proto__", "__proto__"], ["constructor", "constructor"]]; // biome-ignore format: a table
    const plain = ratings.map((row) => row.map((name) => (name === "__proto__" ? "a" : "b")));
    expect(fleissKappa({ ratings })).toEqual(fleissKappa({ ratings: plain }));
  });
});

describe("Krippendorff's alpha", () => {
  test("order changes nothing; each level allows its own changes of scale", () => {
    fc.assert(
      fc.property(gapped, fc.constantFrom(...levels), (ratings, level) => {
        const alpha = figure(krippendorffAlpha(ratings, { level }));
        const change = {
          nominal: (value: number) => [0, 3, 1, 5, 2, 4][value] ?? 0,
          ordinal: (value: number) => value ** 3,
          interval: (value: number) => 7 * value - 40,
          ratio: (value: number) => 7 * value,
        }[level];
        const turned = [...ratings]
          .reverse()
          .map((row) => [...row].reverse().map((value) => (value === null ? null : change(value))));
        same(figure(krippendorffAlpha(turned, { level })), alpha);
        if (typeof alpha === "number") expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("units with a single rating change nothing but their count", () => {
    const ratings = [[1, 1, 2], [3, 3, 3], [4, null, 5]]; // biome-ignore format: a table
    const more = [...ratings, [9, null, null], [null, null, null]];
    const alpha = krippendorffAlpha(ratings, { level: "interval" });
    expect(krippendorffAlpha(more, { level: "interval" })).toEqual({ ...alpha, droppedUnits: 2 });
  });

  test("bootstrap over units", () => {
    const ratings = [[1, 1], [2, 2], [3, 2], [4, 4], [5, 5], [1, 3]]; // biome-ignore format: a table
    const options = { level: "ordinal", bootstrap: { resamples: 500, seed: 8, level: 0.9 } } as const;
    const alpha = krippendorffAlpha(ratings, options);
    if (alpha.status !== "ok" || alpha.interval?.status !== "ok") throw new Error("no interval");
    expect(alpha.interval).toMatchObject({
      estimate: alpha.value,
      level: 0.9,
      method: "bootstrap-percentile",
      seed: 8,
    });
    expect(alpha.interval.lower).toBeLessThan(alpha.value);
    expect(alpha.interval.upper).toBeLessThanOrEqual(1);
    expect(krippendorffAlpha(ratings, options)).toEqual(alpha);
    const few = krippendorffAlpha([[1, 1], [2, 2]], { level: "nominal", bootstrap: { resamples: 100, seed: 1 } }); // biome-ignore format: a table
    expect(few).toMatchObject({ value: 1, interval: { reason: "no-variation" } });
  });

  test("edges", () => {
    expect(krippendorffAlpha([], { level: "ratio" })).toMatchObject({ reason: "no-observations" });
    expect(krippendorffAlpha([[1, null]], { level: "ratio" })).toMatchObject({ reason: "no-observations" });
    for (const level of levels) expect(krippendorffAlpha([[4, 4], [4, 4]], { level })).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    expect(krippendorffAlpha([[0, 0], [0, 1e308]], { level: "ratio" })).toMatchObject({ status: "ok" }); // biome-ignore format: a table
    expect(() => krippendorffAlpha([[-1, 1]], { level: "ratio" })).toThrow(code("ratings.negative"));
    expect(() => krippendorffAlpha([["a", "b"]], { level: "ordinal" })).toThrow(code("ratings.not-a-rating"));
    expect(() => krippendorffAlpha([[1, 2], [1]], { level: "ordinal" })).toThrow(code("ratings.ragged")); // biome-ignore format: a table
    expect(() => krippendorffAlpha([[1e308, -1e308]], { level: "interval" })).toThrow(
      code("result.not-representable"),
    );
    expect(() => krippendorffAlpha([[1, 2]], {} as never)).toThrow(code("document.not-allowed"));
    expect(() =>
      krippendorffAlpha([[1, 2]], { level: "nominal", bootstrap: { resamples: 100 } as never }),
    ).toThrow(code("seed.out-of-range"));
    expect(figure(krippendorffAlpha([["a", "a"], ["b", "b"], ["a", "b"]], { level: "nominal" }))).toBeCloseTo(4 / 9, 12); // biome-ignore format: a table
  });
});

describe("intraclass correlation", () => {
  test("moves of the scale and order change nothing; at most 1; the mean of raters follows Spearman and Brown", () => {
    fc.assert(
      fc.property(matrices, (ratings) => {
        const k = ratings[0]?.length ?? 0;
        const turned = [...ratings]
          .reverse()
          .map((row) => [...row].reverse().map((value) => 1000 - 7 * value));
        const values = forms.map((form) => {
          const icc = intraclassCorrelation(ratings, { form });
          same(figure(intraclassCorrelation(turned, { form })), figure(icc));
          if (icc.status === "ok" && icc.interval.status === "ok")
            expect(icc.interval.lower).toBeLessThanOrEqual(icc.value + 1e-9);
          return figure(icc);
        });
        for (const at of [0, 1, 2]) {
          const [one, mean] = [values[at], values[at + 3]];
          if (typeof one !== "number" || typeof mean !== "number") continue;
          expect(one).toBeLessThanOrEqual(1 + 1e-12);
          expect(mean).toBeCloseTo((k * one) / (1 + (k - 1) * one), 8);
        }
      }),
    );
  });

  test("edges", () => {
    const form = "ICC(2,1)";
    expect(intraclassCorrelation([], { form })).toMatchObject({ reason: "no-observations" });
    expect(intraclassCorrelation([[1, 2], [3, null]], { form })).toMatchObject({ reason: "single-observation" }); // biome-ignore format: a table
    expect(intraclassCorrelation([[1], [2]], { form })).toMatchObject({ reason: "too-few-raters" }); // biome-ignore format: a table
    for (const each of forms) expect(intraclassCorrelation([[0.1, 0.1], [0.1, 0.1]], { form: each })).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    // Raters a constant apart: consistency is perfect, agreement is not.
    const apart = [[0.1, 1.1], [0.2, 1.2], [0.7, 1.7]]; // biome-ignore format: a table
    expect(intraclassCorrelation(apart, { form: "ICC(3,1)" })).toMatchObject({
      value: 1,
      f: null,
      p: null,
      interval: { reason: "no-variation" },
    });
    expect(intraclassCorrelation(apart, { form })).toMatchObject({
      status: "ok",
      f: null,
      interval: { status: "ok" },
    });
    expect(() => intraclassCorrelation([[1, 2]], { form: "ICC2" as never })).toThrow(
      code("document.not-allowed"),
    );
    expect(() => intraclassCorrelation([[1e200, 2], [1, -1e200]], { form })).toThrow(code("result.not-representable")); // biome-ignore format: a table
  });

  test("units with a gap are left out and counted", () => {
    const ratings = [[1, 2, 3], [4, 4, 6], [7, 8, 8]]; // biome-ignore format: a table
    const whole = intraclassCorrelation(ratings, { form: "ICC(2,k)" });
    expect(intraclassCorrelation([...ratings, [5, null, 4]], { form: "ICC(2,k)" })).toEqual({
      ...whole,
      droppedUnits: 1,
    });
  });
});

describe("Kendall's W", () => {
  test("lies in 0…1 and looks at the order only", () => {
    fc.assert(
      fc.property(matrices, (ratings) => {
        const w = figure(kendallW(ratings));
        same(
          figure(
            kendallW([...ratings].reverse().map((row) => [...row].reverse().map((value) => value ** 5))),
          ),
          w,
        );
        if (typeof w !== "number") return;
        expect(w).toBeGreaterThanOrEqual(0);
        expect(w).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("edges", () => {
    expect(kendallW([])).toMatchObject({ reason: "no-observations" });
    expect(kendallW([[1, 2]])).toMatchObject({ reason: "single-observation" });
    expect(kendallW([[1], [2]])).toMatchObject({ reason: "too-few-raters" }); // biome-ignore format: a table
    expect(kendallW([[1, 5], [1, 5]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    expect(kendallW([[1, 5], [2, 6], [3, 7]])).toMatchObject({ value: 1, meanSpearman: 1 }); // biome-ignore format: a table
    expect(kendallW([[1, 2], [2, 1]])).toMatchObject({ value: 0, meanSpearman: -1 }); // biome-ignore format: a table
  });
});

describe("Cronbach's alpha", () => {
  test("is ICC(3,k) and does not change with order or shift", () => {
    fc.assert(
      fc.property(matrices, (answers) => {
        const alpha = cronbachAlpha(answers);
        const turned = [...answers]
          .reverse()
          .map((row) => [...row].reverse().map((value) => value * 3 - 100));
        same(figure(cronbachAlpha(turned)), figure(alpha));
        const icc = figure(intraclassCorrelation(answers, { form: "ICC(3,k)" }));
        if (alpha.status === "ok" && typeof icc === "number") expect(alpha.value).toBeCloseTo(icc, 8);
        if (alpha.status !== "ok") expect(alpha.reason).toBe(icc);
      }),
    );
  });

  test("edges", () => {
    expect(cronbachAlpha([])).toMatchObject({ reason: "no-observations" });
    expect(cronbachAlpha([[1, 2], [null, 4]])).toMatchObject({ reason: "single-observation" }); // biome-ignore format: a table
    expect(cronbachAlpha([[1], [2]])).toMatchObject({ reason: "too-few-items" }); // biome-ignore format: a table
    expect(cronbachAlpha([[0.1, 0.7], [0.1, 0.7]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    expect(cronbachAlpha([[1, 3], [2, 2], [3, 1]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    const still = cronbachAlpha([[1, 3, 2], [2, 3, 2], [4, 3, 3]]); // biome-ignore format: a table
    expect(still).toMatchObject({ status: "ok", standardised: null, meanCorrelation: null });
    expect(still.status === "ok" && still.items[1]?.itemRestCorrelation).toBe(null);
    const two = cronbachAlpha([[1, 2], [2, 2], [4, 5], [null, 3]]); // biome-ignore format: a table
    expect(two).toMatchObject({
      droppedRespondents: 1,
      items: [{ alphaWithout: null }, { alphaWithout: null }],
    });
    expect(cronbachAlpha([[1, 1], [2, 2], [4, 4]])).toMatchObject({ interval: { reason: "no-variation" } }); // biome-ignore format: a table
  });
});

describe("McDonald's omega", () => {
  test("a known factor is found again", () => {
    // Orthogonal columns of ±1: two of them for the factor and one for each item make exact correlations.
    const parts = hadamard(8);
    const loadings = [0.9, 0.7, 0.5, 0.8];
    const answers = parts.map((row) =>
      loadings.map(
        (loading, item) =>
          10 + (item + 1) * (loading * (row[1] ?? 0) + Math.sqrt(1 - loading ** 2) * (row[item + 2] ?? 0)),
      ),
    );
    const omega = mcDonaldOmega(answers);
    if (omega.status !== "ok") throw new Error(omega.reason);
    for (const [item, loading] of loadings.entries()) expect(omega.loadings[item]).toBeCloseTo(loading, 10);
    expect(omega.rootMeanSquareResidual).toBeCloseTo(0, 10);
    expect(omega.standardised).toBeCloseTo(2.9 ** 2 / (2.9 ** 2 + 0.19 + 0.51 + 0.75 + 0.36), 10);
    const raw = 0.9 + 1.4 + 1.5 + 3.2;
    expect(omega.value).toBeCloseTo(raw ** 2 / (raw ** 2 + 0.19 + 4 * 0.51 + 9 * 0.75 + 16 * 0.36), 10);
  });

  test("lies in 0…1 and does not change with order and shift", () => {
    fc.assert(
      fc.property(matrices, (answers) => {
        const omega = mcDonaldOmega(answers);
        const shifted = mcDonaldOmega(answers.map((row) => row.map((value) => 5 * value + 3)));
        if (omega.status !== "ok") return;
        expect(omega.value).toBeGreaterThanOrEqual(0);
        expect(omega.value).toBeLessThanOrEqual(1);
        expect(omega.loadings.every((loading) => Math.abs(loading) <= 1)).toBe(true);
        expect(shifted.status).toBe("ok");
      }),
    );
  });

  test("edges", () => {
    expect(mcDonaldOmega([])).toMatchObject({ reason: "no-observations" });
    expect(mcDonaldOmega([[1, 2, 3]])).toMatchObject({ reason: "single-observation" });
    expect(mcDonaldOmega([[1, 2], [3, 4]])).toMatchObject({ reason: "too-few-items" }); // biome-ignore format: a table
    expect(mcDonaldOmega([[1, 2, 3], [2, 3, 3], [4, 3, 3]])).toMatchObject({ reason: "item-without-variation" }); // biome-ignore format: a table
    expect(mcDonaldOmega([[5, 4, 1], [4, 2, 4]])).toMatchObject({ reason: "no-variation" }); // biome-ignore format: a table
    const independent = hadamard(8).map((row) => row.slice(1, 5));
    expect(mcDonaldOmega(independent)).toMatchObject({ reason: "factor-not-identified" });
    expect(mcDonaldOmega([[1, 1, 1], [2, 2, 2], [4, 4, 4]])).toMatchObject({ status: "ok", heywood: true }); // biome-ignore format: a table
    const many = [0, 1].map((row) => Array.from({ length: 201 }, (_, item) => row * item));
    expect(mcDonaldOmega(many)).toMatchObject({ status: "not-computable" });
  });
});

/** Rows of Sylvester's matrix of order n, a power of 2. */
function hadamard(n: number): number[][] {
  const parity = (bits: number): number => (bits === 0 ? 0 : (bits & 1) ^ parity(bits >> 1));
  return Array.from({ length: n }, (_, row) =>
    Array.from({ length: n }, (_, column) => 1 - 2 * parity(row & column)),
  );
}
