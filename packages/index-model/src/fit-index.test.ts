import { digestDefinition, isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defineIndex,
  fitIndex,
  type IndexDefinition,
  type IndexTable,
  type Normaliser,
  renderFormulaPage,
  scoreIndex,
} from "./index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const minMax: Normaliser = {
  method: "min-max",
  direction: "more",
  over: "pooled",
  cap: "none",
  whenConstant: "undefined",
};
const zScore: Normaliser = {
  method: "z-score",
  direction: "less",
  over: "pooled",
  deviation: "sample",
  center: 100,
  spread: 10,
};

function leaf(normalise: Normaliser, more: object = {}) {
  return { kind: "indicator", title, provenance, unit: "u", source: "statistic", normalise, ...more };
}
function index(nodes: Record<string, unknown>, more: object = {}): IndexDefinition {
  const ids = Object.keys(nodes);
  return defineIndex({
    formatVersion: 1,
    id: "test.fit",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "index",
    nodes: {
      ...nodes,
      index: {
        kind: "aggregate",
        title,
        provenance,
        method: "arithmetic-mean",
        children: ids.map((node, at) => ({ node, weight: at + 1 })),
        missing: { policy: "renormalise", minimumAvailable: 0 },
      },
    },
    ...more,
  });
}
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}
const two = index({ a: leaf(minMax), b: leaf(zScore) });
const table: IndexTable = { units: ["u", "v", "w"], columns: { a: [2, 4, 10], b: [1, 3, 8] } };

describe("fitting", () => {
  const calibrated = fitIndex(two, table, { period: "2025", population: title });

  test("parameters are frozen into the document, with their population and their data", () => {
    expect(calibrated.calibration?.nodes["a"]).toEqual({
      normalise: { minimum: 2, maximum: 10 },
      n: { normalise: 3 },
    });
    // R 4.x: mean(c(1,3,8)) = 4, sd(c(1,3,8)) = 3.605551275463989
    expect(calibrated.calibration?.nodes["b"]?.normalise).toEqual({ mean: 4, deviation: 3.605551275463989 });
    expect(calibrated.calibration).toMatchObject({ n: 3, period: "2025", population: title });
    expect(calibrated.calibration?.source.digest).toBe(digestDefinition(two));
    expect(digestDefinition(calibrated)).not.toBe(digestDefinition(two));
    expect(defineIndex(JSON.parse(JSON.stringify(calibrated)))).toEqual(calibrated);
  });

  test("other data give another digest, other columns and unread attributes do not", () => {
    const digest = (other: Partial<IndexTable>) =>
      fitIndex(two, { ...table, ...other }).calibration?.dataDigest;
    const own = digest({});
    expect(digest({ columns: { ...table.columns, c: [1, 2, 3] }, attributes: { x: ["a", "b", "c"] } })).toBe(
      own,
    );
    expect(digest({ columns: { ...table.columns, a: [2, 4, 11] } })).not.toBe(own);
    expect(digest({ units: ["u", "v", "x"] })).not.toBe(own);
  });

  test("an unfitted definition is refused; scope batch fits on the table and is not comparable", () => {
    expect(codeOf(() => scoreIndex(two, table))).toBe("index.not-fitted");
    const batch = scoreIndex(defineIndex({ ...two, scope: "batch" }), table);
    expect(batch.comparable).toBe(false);
    expect(batch.calibration?.nodes).toEqual(calibrated.calibration?.nodes);
    const frozen = scoreIndex(calibrated, table);
    expect(frozen.comparable).toBe(true);
    expect(frozen.nodes["index"]?.values).toEqual(batch.nodes["index"]?.values);
  });

  test("refusals", () => {
    expect(codeOf(() => fitIndex(calibrated, table))).toBe("index.already-fitted");
    const rowOnly = index({ a: leaf({ method: "identity" }) });
    expect(codeOf(() => fitIndex(rowOnly, table))).toBe("index.nothing-to-fit");
    const base = index({ a: leaf({ ...minMax, over: { period: "2020" } } as Normaliser) });
    expect(codeOf(() => fitIndex(base, table))).toBe("index.unknown-period");
    expect(codeOf(() => fitIndex(two, table, { period: 3 } as never))).toBe("document.wrong-type");
    const { b: _, ...nodes } = calibrated.calibration?.nodes ?? {};
    const broken = { ...calibrated, calibration: { ...calibrated.calibration, nodes } };
    expect(codeOf(() => defineIndex(broken))).toBe("index.bad-calibration");
  });

  test("a base period fits on its own rows alone", () => {
    const base = index({ a: leaf({ ...minMax, over: { period: "2020" } } as Normaliser) });
    const reference = { ...table, periods: ["2020", "2020", "2021"] };
    const fitted = fitIndex(base, reference);
    expect(fitted.calibration?.nodes["a"]?.normalise).toEqual({ minimum: 2, maximum: 4 });
    expect(scoreIndex(fitted, reference).nodes["a"]?.values).toEqual([0, 100, 400]);
  });

  test("each period by itself looks sideways and says so", () => {
    const each = index({ a: leaf({ ...minMax, over: "each-period" } as Normaliser) });
    const result = scoreIndex(each, {
      units: ["u", "v", "u", "v"],
      periods: ["2020", "2020", "2021", "2021"],
      columns: { a: [1, 3, 10, 30] },
    });
    expect(result.nodes["a"]?.values).toEqual([0, 100, 0, 100]);
    expect(result.comparable).toBe(false);
  });

  test("a reference that cannot support a fit: no value, with a reason and a warning", () => {
    const fitted = fitIndex(two, { units: ["u"], columns: { a: [null], b: [3] } });
    const result = scoreIndex(fitted, table);
    expect(fitted.calibration?.nodes["a"]?.notFitted?.["normalise"]?.reason).toBe("too-few-reference-values");
    expect(result.nodes["a"]?.values).toEqual([null, null, null]);
    expect(result.nodes["a"]?.reasons).toEqual(["missing", "missing", "missing"]);
    expect(result.warnings.filter(({ code }) => code === "index.not-fitted-node")).toHaveLength(2);
  });
});

const cells = fc.array(
  fc.tuple(
    fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 8 }),
    fc.option(fc.integer({ min: -50, max: 50 }), { freq: 8 }),
  ),
  { minLength: 1, maxLength: 12 },
);
const tableOf = (rows: readonly (readonly (number | null)[])[]): IndexTable => ({
  units: rows.map((_, row) => `u${row}`),
  columns: { a: rows.map((row) => row[0] ?? null), b: rows.map((row) => row[1] ?? null) },
});

describe("laws", () => {
  test("one unit at a time scores as the batch does, bit for bit", () => {
    fc.assert(
      fc.property(cells, cells, (reference, rows) => {
        const calibrated = fitIndex(two, tableOf(reference));
        const batch = scoreIndex(calibrated, tableOf(rows));
        rows.forEach((row, at) => {
          const one = scoreIndex(calibrated, tableOf([row]));
          for (const id of ["a", "b", "index"])
            expect(one.nodes[id]?.values[0]).toBe(batch.nodes[id]?.values[at]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("another unit of measurement changes nothing", () => {
    const whole = fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 8 });
    const rows = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(0.001, 2, 60, 1000),
        fc.constantFrom(0, -32, 273.15),
        (cells, k, shift) => {
          const batch = defineIndex({ ...two, scope: "batch" });
          const moved = cells.map((row) => row.map((cell) => (cell === null ? null : cell * k + shift)));
          const before = scoreIndex(batch, tableOf(cells)).nodes["index"]?.values ?? [];
          const after = scoreIndex(batch, tableOf(moved)).nodes["index"]?.values ?? [];
          before.forEach((value, row) => {
            if (value === null) expect(after[row]).toBeNull();
            else expect(after[row]).toBeCloseTo(value, 6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("no result holds NaN or an infinity", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const { nodes } = scoreIndex(defineIndex({ ...two, scope: "batch" }), tableOf(rows));
        for (const { values } of Object.values(nodes))
          for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("the order of the reference units changes no parameter beyond rounding", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const forth = fitIndex(two, tableOf(rows)).calibration?.nodes;
        const back = fitIndex(two, tableOf([...rows].reverse())).calibration?.nodes;
        expect(back?.["a"]).toEqual(forth?.["a"]);
        for (const name of ["mean", "deviation"]) {
          const x = (forth?.["b"]?.normalise?.[name] ?? 0) as number;
          expect((back?.["b"]?.normalise?.[name] ?? 0) as number).toBeCloseTo(x, 10);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("the page of a calibrated definition tells the steps of a unit, in both languages", () => {
  const steps = index({
    a: leaf(minMax, { impute: { method: "mean", over: "pooled" }, codes: { refused: [98] } }),
  });
  const calibrated = fitIndex(steps, { units: ["u", "v"], columns: { a: [2, 6] } });
  const result = scoreIndex(calibrated, { units: ["w"], columns: { a: [98] } });
  const page = renderFormulaPage(calibrated, { lang: "zh", result, unit: "w" });
  expect(page).toContain("代码：拒答（98）；填补后 4");
  expect(renderFormulaPage(steps, { lang: "en" })).toContain("least reference value");
});
