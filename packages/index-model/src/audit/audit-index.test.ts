import { readFileSync } from "node:fs";
import { canonicalJson, isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index, leaf } from "../../fixtures/one-index.js";
import { hdi } from "../../fixtures/versions/hdi.js";
import {
  type AuditCriterion,
  type AuditOptions,
  auditCriteria,
  auditIndex,
  auditThresholds,
  defineIndex,
  type IndexDefinition,
  type IndexTable,
} from "../index.js";

interface Figures {
  readonly kmo: number;
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
  readonly eigenvalues: readonly number[];
}
interface Psych extends Figures {
  readonly n: number;
  readonly kmoOf: Readonly<Record<string, number>>;
  readonly varianceInflation: Readonly<Record<string, number>>;
  readonly skewness: Readonly<Record<string, number>>;
  readonly kurtosis: Readonly<Record<string, number>>;
  readonly alpha: Readonly<Record<string, { readonly raw: number; readonly standardised: number }>>;
}
interface Numpy extends Figures {
  readonly loadings: readonly (readonly number[])[];
  readonly correlations: readonly (readonly number[])[];
}
type Data = { readonly units: string[]; readonly columns: Readonly<Record<string, number[]>> };
const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/audit/${name}.json`, import.meta.url), "utf8")) as T;
const data = read<{ hdi: Data; random: Data }>("tables");
/** R psych, fixtures/audit/audit.R. */
const psych = read<{ hdi: Psych; random: Psych }>("psych");
/** numpy and scipy, fixtures/audit/audit.py. */
const numpy = read<{ hdi: Numpy; random: Numpy; capped: Record<string, number> }>("numpy");

const renamed = {
  LE: "life_expectancy",
  EYS: "expected_schooling",
  MYS: "mean_schooling",
  GNI: "gni_pc_ppp",
};
const hdiTable: IndexTable = {
  units: data.hdi.units,
  columns: Object.fromEntries(
    Object.entries(renamed).map(([id, column]) => [column, data.hdi.columns[id] ?? []]),
  ),
};
const mean = (nodes: readonly string[], more = {}) => ({
  kind: "aggregate",
  method: "arithmetic-mean",
  missing: { policy: "propagate" },
  children: nodes.map((node) => ({ node, weight: 1 })),
  ...more,
});
const twoByThree = index(
  {
    ...Object.fromEntries([..."abcdef"].map((id) => [id, leaf()])),
    one: mean(["a", "b", "c"]),
    two: mean(["d", "e", "f"]),
    root: mean(["one", "two"]),
  },
  "root",
);
const randomTable: IndexTable = { units: data.random.units, columns: data.random.columns };
const near = (found: number | null | undefined, wanted: number | undefined) =>
  expect(Math.abs((found ?? Number.NaN) / (wanted ?? Number.NaN) - 1)).toBeLessThan(1e-9);

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return undefined;
};
const look = (
  definition: IndexDefinition,
  table: IndexTable,
  criterion: AuditCriterion,
  options: Partial<AuditOptions> = {},
) => {
  const audit = auditIndex(definition, table, { seed: 1, draws: 200, criteria: [criterion], ...options });
  const section = audit.sections[criterion];
  if (!section) throw new Error("no section");
  return section;
};
const codes = (section: { readonly findings: readonly { readonly code: string }[] }) =>
  section.findings.map(({ code }) => code);
const simple = (ids: readonly string[], more = {}) =>
  index({ ...Object.fromEntries(ids.map((id) => [id, leaf()])), root: mean(ids, more) }, "root");
const tableOf = (columns: Readonly<Record<string, readonly (number | null)[]>>): IndexTable => ({
  units: Array.from({ length: Object.values(columns)[0]?.length ?? 0 }, (_, row) => `u${row}`),
  columns,
});

describe("figures of R psych, numpy and scipy", () => {
  const cases = [
    ["the HDI of 2021", hdi, hdiTable, psych.hdi, numpy.hdi],
    ["a random table", twoByThree, randomTable, psych.random, numpy.random],
  ] as const;

  test.each(cases)("KMO and Bartlett of %s", (_, definition, table, r) => {
    const { values } = look(definition, table, "factorability") as {
      values: NonNullable<ReturnType<typeof auditIndex>["sections"]["factorability"]>["values"];
    };
    expect(values?.n).toBe(r.n);
    near(values?.kmo, r.kmo);
    for (const [id, value] of Object.entries(r.kmoOf)) near(values?.indicators[id], value);
    near(values?.bartlett?.chiSquared, r.chiSquared);
    expect(values?.bartlett?.degreesOfFreedom).toBe(r.df);
    near(values?.bartlett?.p, r.p);
  });

  test.each(cases)("eigenvalues and varimax loadings of %s", (_, definition, table, r, py) => {
    const values = auditIndex(definition, table, { seed: 1, criteria: ["structure"] }).sections.structure
      ?.values;
    r.eigenvalues.forEach((value, k) => {
      near(values?.eigenvalues[k], value);
    });
    py.loadings.forEach((row, i) => {
      row.forEach((value, k) => {
        expect(Math.abs((values?.loadings[i]?.[k] ?? Number.NaN) - value)).toBeLessThan(1e-9);
      });
    });
  });

  test.each(cases)("variance inflation, correlations and moments of %s", (_, definition, table, r, py) => {
    const { redundancy, outliers } = auditIndex(definition, table, {
      seed: 1,
      criteria: ["redundancy", "outliers"],
      thresholds: { redundantCorrelation: 0 },
    }).sections;
    const ids = Object.keys(r.kmoOf);
    for (const id of ids) {
      near(redundancy?.values?.varianceInflation?.[id], r.varianceInflation[id]);
      near(outliers?.values?.indicators[id]?.before?.skewness, r.skewness[id]);
      near(outliers?.values?.indicators[id]?.before?.kurtosis, r.kurtosis[id]);
    }
    for (const { a, b, r: found } of redundancy?.values?.pairs ?? [])
      near(found, py.correlations[ids.indexOf(a)]?.[ids.indexOf(b)]);
    expect(redundancy?.values?.pairs).toHaveLength((ids.length * (ids.length - 1)) / 2);
  });

  test.each(cases)("alpha of %s", (_, definition, table, r) => {
    const values = auditIndex(definition, table, { seed: 1, criteria: ["consistency"] }).sections.consistency
      ?.values;
    for (const [id, { raw, standardised }] of Object.entries(r.alpha)) {
      near(values?.dimensions[id]?.alpha, raw);
      near(values?.dimensions[id]?.standardisedAlpha, standardised);
    }
  });

  test("caps of the HDI", () => {
    const values = auditIndex(hdi, hdiTable, { seed: 1, criteria: ["clamps"] }).sections.clamps?.values;
    for (const [id, count] of Object.entries(numpy.capped))
      expect(values?.indicators[id]?.lowered).toHaveLength(count);
  });
});

describe("what each criterion is there to find", () => {
  test("size: fewer units than indicators", () => {
    const table = tableOf({ a: [1, 2], b: [2, 1], c: [1, 3] });
    const section = look(simple(["a", "b", "c"]), table, "size");
    expect(codes(section)).toEqual(["audit.few-units", "audit.more-indicators-than-units"]);
    expect(section.values).toEqual({ units: 2, indicators: 3, completeUnits: 2 });
    expect(look(hdi, hdiTable, "size").verdict).toBe("pass");
  });

  test("coverage: missing, refused and not applicable are told apart", () => {
    const definition = index(
      {
        a: leaf({ codes: { refused: [98], notApplicable: [99] } }),
        b: leaf(),
        root: mean(["a", "b"], { missing: { policy: "renormalise", minimumAvailable: 0 } }),
      },
      "root",
    );
    const table = tableOf({ a: [1, 98, 99, null, 5], b: [1, 2, null, null, 4] });
    const { coverage } = auditIndex(definition, table, { seed: 1, criteria: ["coverage"] }).sections;
    expect(coverage?.verdict).toBe("fail");
    expect(coverage?.values?.indicators["a"]).toEqual({
      available: 2,
      missing: 1,
      refused: 1,
      withheld: 0,
      notApplicable: 1,
      imputed: 0,
      share: 0.5,
    });
    expect(coverage?.values?.units).toEqual([1, 0.5, 0, 0, 1]);
    expect(coverage?.values?.nodes["root"]).toEqual({ share: 0.6, leastWeight: 0.5 });
    const found = coverage?.findings ?? [];
    expect(found.map(({ code, nodes, units }) => [code, nodes, units.map(({ row }) => row)])).toEqual([
      ["audit.indicator-coverage", ["a", "b"], []],
      ["audit.unit-coverage", [], [1, 2, 3]],
      ["audit.node-coverage", ["root"], []],
    ]);
  });

  test("coverage exactly on the threshold passes", () => {
    const table = tableOf({ a: [...Array(13).fill(2), ...Array(7).fill(null)], b: Array(20).fill(3) });
    const options = { thresholds: { unitCoverage: 0.5 } };
    expect(look(simple(["a", "b"]), table, "coverage", options).verdict).toBe("pass");
    expect(
      look(simple(["a", "b"]), table, "coverage", {
        thresholds: { unitCoverage: 0.5, indicatorCoverage: 0.66 },
      }).verdict,
    ).toBe("fail");
  });

  test("imputed values do not hide a gap", () => {
    const definition = index(
      { a: leaf({ impute: { method: "constant", value: 3 } }), b: leaf(), root: mean(["a", "b"]) },
      "root",
    );
    const table = tableOf({ a: [1, null, null], b: [1, 2, 3] });
    const { coverage } = auditIndex(definition, table, { seed: 1, criteria: ["coverage"] }).sections;
    expect(coverage?.values?.indicators["a"]).toMatchObject({ available: 1, missing: 2, imputed: 2 });
    expect(codes(coverage ?? { findings: [] })).toContain("audit.indicator-coverage");
  });

  test("applicability: units that are measured by different things", () => {
    const definition = index(
      {
        a: leaf({ appliesTo: { attribute: "kind", values: ["app"] } }),
        b: leaf(),
        root: mean(["a", "b"], { missing: { policy: "renormalise", minimumAvailable: 0 } }),
      },
      "root",
    );
    const table = {
      ...tableOf({ a: [1, 2, null], b: [3, 4, 5] }),
      attributes: { kind: ["app", "app", "web"] },
    };
    const section = look(definition, table, "applicability");
    expect(section.findings[0]).toMatchObject({ code: "audit.unequal-applicability", nodes: ["a"] });
    expect(section.findings[0]?.units).toEqual([{ unit: "u2", row: 2 }]);
    expect(look(definition, table, "applicability", { thresholds: { applicabilitySets: 2 } }).verdict).toBe(
      "pass",
    );
  });

  test("constancy: an indicator, and an index, that tell nothing apart", () => {
    const one = look(simple(["a", "b"]), tableOf({ a: [5, 5, 5], b: [1, 2, 3] }), "constancy");
    expect([one.verdict, one.findings[0]?.nodes]).toEqual(["warn", ["a"]]);
    const all = look(simple(["a", "b"]), tableOf({ a: [5, 5], b: [1, 1] }), "constancy");
    expect([all.verdict, codes(all)]).toEqual(["fail", ["audit.constant-indicator", "audit.constant-index"]]);
  });

  test("outliers: the units whose winsorising ends it, else a transformation", () => {
    const { outliers } = auditIndex(twoByThree, randomTable, { seed: 1, criteria: ["outliers"] }).sections;
    expect(outliers?.values?.indicators["c"]?.winsorise).toEqual([7]);
    expect(outliers?.findings[0]).toMatchObject({ code: "audit.outliers", units: [{ unit: "u8", row: 7 }] });
    const skewed = look(
      simple(["a", "b"]),
      tableOf({ a: Array.from({ length: 40 }, (_, i) => Math.exp(i / 3)), b: Array(40).fill(1) }),
      "outliers",
      { thresholds: { winsorisedUnits: 1 } },
    );
    expect(codes(skewed)).toEqual(["audit.skewed"]);
  });

  test("outliers that a cap or a logarithm takes care of are no finding", () => {
    const { outliers } = auditIndex(hdi, hdiTable, { seed: 1, criteria: ["outliers"] }).sections;
    expect(outliers?.values?.indicators["GNI"]?.before?.kurtosis).toBeGreaterThan(3.5);
    expect(outliers?.verdict).toBe("pass");
  });

  test("outliers that a treatment has moved are no finding", () => {
    const treated = index(
      {
        ...Object.fromEntries([..."abdef"].map((id) => [id, leaf()])),
        c: leaf({
          treat: { method: "percentile-fence", lower: 0.05, upper: 0.95, quantileType: 7, over: "pooled" },
        }),
        root: mean([..."abcdef"]),
      },
      "root",
      { scope: "batch" },
    );
    expect(look(treated, randomTable, "outliers").verdict).toBe("pass");
  });

  test("clamps: caps that bind too often", () => {
    const posts = leaf({ normalise: { method: "goalposts", worst: 10, best: 20 } });
    const definition = index({ a: posts, b: leaf(), root: mean(["a", "b"]) }, "root");
    const table = tableOf({ a: [5, 12, 25, 30], b: [1, 2, 3, 4] });
    const { clamps } = auditIndex(definition, table, { seed: 1, criteria: ["clamps"] }).sections;
    expect(clamps?.values?.indicators["a"]).toEqual({ n: 4, raised: [0], lowered: [2, 3], share: 0.75 });
    expect(clamps?.findings[0]?.units.map(({ row }) => row)).toEqual([0, 2, 3]);
  });

  test("direction: a part against its whole, and siblings against one another", () => {
    const table = tableOf({ a: [1, 2, 3, 4], b: [2, 3, 4, 5], c: [4, 3, 2, 1] });
    const section = look(simple(["a", "b", "c"]), table, "direction", { thresholds: { units: 4 } });
    expect(section.verdict).toBe("fail");
    // Four units are too few to fail an index, unless the caller says otherwise.
    expect(look(simple(["a", "b", "c"]), table, "direction").verdict).toBe("warn");
    expect(section.findings.map(({ code, nodes }) => [code, ...nodes])).toEqual([
      ["audit.against-parent", "c", "root"],
      ["audit.against-sibling", "a", "c"],
      ["audit.against-sibling", "b", "c"],
    ]);
    // The same indicator turned round goes along.
    const turned = index(
      {
        a: leaf(),
        b: leaf(),
        c: leaf({ normalise: { method: "goalposts", worst: 100, best: 0 } }),
        root: mean(["a", "b", "c"]),
      },
      "root",
    );
    expect(look(turned, table, "direction").verdict).toBe("pass");
  });

  test("redundancy: pairs that say the same; identical ones fail", () => {
    const table = tableOf({
      a: [1, 2, 3, 4, 7],
      b: [2, 4, 6, 8, 14],
      c: [1, 2, 3, 4.1, 6.8],
      d: [3, 1, 2, 2, 1],
    });
    const { redundancy } = auditIndex(simple(["a", "b", "c", "d"]), table, {
      seed: 1,
      thresholds: { units: 5 },
      criteria: ["redundancy"],
    }).sections;
    expect(redundancy?.verdict).toBe("fail");
    expect(redundancy?.findings.slice(0, 3).map(({ code, nodes }) => [code, ...nodes])).toEqual([
      ["audit.identical-pair", "a", "b"],
      ["audit.redundant-pair", "a", "c"],
      ["audit.redundant-pair", "b", "c"],
    ]);
    expect(redundancy?.values?.varianceInflation).toBeNull();
  });

  test("consistency: parts that go against one another", () => {
    const table = tableOf({ a: [1, 2, 3, 4, 5], b: [5, 4, 3, 2, 2], c: [2, 1, 2, 1, 2] });
    const section = look(simple(["a", "b", "c"]), table, "consistency");
    expect([section.verdict, section.findings[0]?.code]).toEqual(["warn", "audit.negative-consistency"]);
    expect(look(twoByThree, randomTable, "consistency").findings.map(({ nodes }) => nodes[0])).toContain(
      "one",
    );
  });

  test("factorability: unrelated indicators warn, and fail weights that are taken from them", () => {
    const rows = Array.from({ length: 24 }, (_, i) => i);
    const table = tableOf({
      a: rows.map((i) => (i * 7) % 11),
      b: rows.map((i) => (i * i) % 13),
      c: rows.map((i) => (i * i * i) % 17),
    });
    const thresholds = { kmo: 0.9, kmoUnacceptable: 0.9 };
    expect(look(simple(["a", "b", "c"]), table, "factorability", { thresholds }).verdict).toBe("warn");
    const weighted = index(
      {
        a: leaf(),
        b: leaf(),
        c: leaf(),
        root: {
          ...mean([]),
          children: ["a", "b", "c"].map((node) => ({ node })),
          weighting: { method: "pca", over: "pooled" },
        },
      },
      "root",
      { scope: "batch" },
    );
    const section = look(weighted, table, "factorability", { thresholds });
    expect([section.verdict, codes(section)]).toEqual(["fail", ["audit.low-kmo", "audit.spherical"]]);
  });

  test("structure: an indicator that the data group elsewhere", () => {
    const moved = index(
      {
        ...Object.fromEntries([..."abcdef"].map((id) => [id, leaf()])),
        one: mean(["a", "b", "f"]),
        two: mean(["d", "e", "c"]),
        root: mean(["one", "two"]),
      },
      "root",
    );
    const right = auditIndex(twoByThree, randomTable, { seed: 1, criteria: ["structure"] }).sections
      .structure;
    expect(right?.values?.places["a"]).toEqual({ dimension: "one", component: 1, own: 1 });
    // Its outlier is what c is about, so it follows neither.
    expect(right?.findings.find(({ code }) => code === "audit.loads-elsewhere")?.nodes).toEqual(["c"]);
    const wrong = auditIndex(moved, randomTable, { seed: 1, criteria: ["structure"] }).sections.structure;
    expect(wrong?.findings.find(({ code }) => code === "audit.loads-elsewhere")?.nodes).toEqual(["f"]);
  });

  test("structure: dimensions that the data do not tell apart", () => {
    const x = Array.from({ length: 30 }, (_, i) => i + ((i * 7) % 5));
    const noise = (k: number) => x.map((value, i) => value + ((i * k) % 7));
    const table = tableOf({ a: x, b: noise(3), c: noise(2), d: noise(5), e: noise(4), f: noise(6) });
    const section = look(twoByThree, table, "structure");
    expect(section.findings[0]).toMatchObject({
      code: "audit.other-number-of-components",
      values: { kept: 1, dimensions: 2 },
    });
  });

  test("importance: nominal weights that are none", () => {
    const table = tableOf({ a: [50, 51, 50, 51, 50, 52], b: [10, 90, 30, 70, 20, 60] });
    const { importance } = auditIndex(simple(["a", "b"]), table, {
      seed: 1,
      criteria: ["importance"],
    }).sections;
    expect(importance?.findings[0]).toMatchObject({ code: "audit.weight-not-importance", nodes: ["a"] });
    const told = Object.values(importance?.values?.indicators ?? {});
    expect(told.reduce((sum, { effective }) => sum + (effective ?? 0), 0)).toBeCloseTo(1, 12);
    expect(told.map(({ nominal }) => nominal)).toEqual([0.5, 0.5]);
  });

  test("leave-one-out: an indicator that moves no rank", () => {
    const table = tableOf({ a: [10, 60, 30, 40], b: [1, 1.1, 1.2, 1.3], c: [40, 20, 90, 95] });
    const section = look(simple(["a", "b", "c"]), table, "leave-one-out");
    expect(section.findings[0]).toMatchObject({ code: "audit.idle-indicator", nodes: ["b"] });
  });

  test("robustness: rank intervals follow from the choices that are drawn", () => {
    const table = tableOf({ a: [90, 40, 10], b: [10, 45, 10] });
    const factors = [
      {
        id: "weights",
        choices: [
          { id: "as written" },
          { id: "b counts", set: [{ path: "nodes.root.children.a.weight", value: 0.001 }] },
        ],
      },
    ];
    const { robustness } = auditIndex(simple(["a", "b"]), table, {
      seed: 3,
      draws: 500,
      criteria: ["robustness"],
      factors,
    }).sections;
    // With a counting, u0 is first; with b alone, u1 is first and u0 is still above u2.
    expect(robustness?.values?.units.map((unit) => unit && [unit.rank, unit.lower, unit.upper])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [3, 3, 3],
    ]);
    expect(robustness?.verdict).toBe("fail");
  });

  test("robustness: a unit that is ahead in everything stays ahead", () => {
    const table = tableOf({ a: [9, 5, 1], b: [8, 6, 2], c: [7, 5, 1] });
    const { robustness } = auditIndex(simple(["a", "b", "c"]), table, {
      seed: 1,
      criteria: ["robustness"],
    }).sections;
    expect(robustness?.verdict).toBe("pass");
    expect(robustness?.values?.meanRankShift).toBe(0);
    expect(robustness?.values?.factors).toEqual([
      "weight of a in root",
      "weight of b in root",
      "weight of c in root",
      "means",
    ]);
  });

  test("robustness: a geometric mean that would lose a unit is not drawn, and that is told", () => {
    const table = tableOf({ a: [9, -5, 1], b: [8, 6, 2] });
    const section = look(simple(["a", "b"]), table, "robustness");
    expect(section.findings.at(-1)).toMatchObject({ code: "audit.not-varied", verdict: "not-computable" });
    expect(section.findings.at(-1)?.message.en).toContain("means: geometric-mean");
  });

  test("rounding: ranks that rounding makes", () => {
    const definition = index(
      {
        a: leaf(),
        root: { kind: "formula", expression: { op: "round", of: ["a"], digits: 0, mode: "half-even" } },
      },
      "root",
    );
    const table = tableOf({ a: [71.4, 71.1, 60] });
    const { rounding } = auditIndex(definition, table, { seed: 1, criteria: ["rounding"] }).sections;
    expect(rounding?.values).toEqual({ of: "root", rounds: ["root"], rows: [1] });
    expect(rounding?.verdict).toBe("warn");
    const ranked = index({ a: leaf() }, "a", {
      ranking: { of: "a", order: "descending", ties: "minimum", rounded: 0 },
    });
    expect(look(ranked, table, "rounding").findings[0]?.units).toEqual([{ unit: "u1", row: 1 }]);
    expect(look(simple(["a", "b"]), tableOf({ a: [1, 2], b: [3, 4] }), "rounding").verdict).toBe("pass");
  });

  test("double counting: shared nodes and shared columns", () => {
    const definition = index(
      {
        a: leaf(),
        b: leaf({ column: "a" }),
        c: leaf(),
        one: mean(["a", "c"]),
        root: mean(["one", "a", "b"]),
      },
      "root",
    );
    const { "double-counting": section } = auditIndex(definition, tableOf({ a: [1, 2], c: [2, 3] }), {
      seed: 1,
      criteria: ["double-counting"],
    }).sections;
    expect(section?.values).toEqual({ nodes: { a: ["one", "root"] }, columns: { a: ["a", "b"] } });
    expect(codes(section ?? { findings: [] })).toEqual(["audit.shared-node", "audit.shared-column"]);
  });

  test("weight evidence: written weights, judgements and their consistency", () => {
    const written = index(
      {
        a: leaf(),
        b: leaf(),
        root: {
          ...mean([]),
          children: [
            { node: "a", weight: 2 },
            { node: "b", weight: 1 },
          ],
        },
      },
      "root",
    );
    const table = tableOf({ a: [1, 2], b: [2, 3], c: [1, 2] });
    expect(codes(look(written, table, "weight-evidence"))).toEqual(["audit.weights-without-evidence"]);
    expect(look(simple(["a", "b"]), table, "weight-evidence").verdict).toBe("pass");
    const input = [
      [1, 9, "1/9"],
      ["1/9", 1, 9],
      [9, "1/9", 1],
    ];
    const judged = index(
      {
        a: leaf(),
        b: leaf(),
        c: leaf(),
        root: {
          ...mean([]),
          children: ["a", "b", "c"].map((node) => ({ node })),
          weighting: { method: "ahp", input, options: { randomIndex: "saaty-1980" } },
        },
      },
      "root",
    );
    expect(codes(look(judged, table, "weight-evidence"))).toContain("audit.inconsistent-judgements");
  });

  test("evaluators: too few, and nobody knows how many", () => {
    const definition = index({ a: leaf({ source: "expert" }), b: leaf(), root: mean(["a", "b"]) }, "root");
    const table = tableOf({ a: [1, 2, 3], b: [3, 4, 5] });
    expect(codes(look(definition, table, "evaluators"))).toEqual(["audit.unknown-evaluators"]);
    const few = look(definition, table, "evaluators", { evaluators: { a: [3, 2, null] } });
    expect(few.findings[0]?.units.map(({ row }) => row)).toEqual([1, 2]);
    expect(look(definition, table, "evaluators", { evaluators: { a: 5 } }).verdict).toBe("pass");
    expect(look(hdi, hdiTable, "evaluators").verdict).toBe("not-computable");
  });

  test("provenance: placeholders and sources that cannot be looked up", () => {
    const section = look(hdi, hdiTable, "provenance");
    expect(codes(section)).toEqual(["audit.source-without-place"]);
    const illustrative = look(simple(["a", "b"]), tableOf({ a: [1, 2], b: [2, 3] }), "provenance");
    expect(codes(illustrative)).toEqual(["audit.illustrative"]);
    expect(illustrative.findings[0]?.nodes).toEqual(["a", "b", "root"]);
  });
});

describe("the whole audit", () => {
  const whole = auditIndex(hdi, hdiTable, { seed: 7, draws: 300 });

  test("holds every criterion, and only finite numbers", () => {
    expect(Object.keys(whole.sections)).toEqual(auditCriteria.map(({ id }) => id));
    expect(JSON.parse(canonicalJson(whole))).toEqual(whole);
    expect(Object.values(whole.counts).reduce((a, b) => a + b)).toBe(auditCriteria.length);
  });

  test("is the same for the same seed, and carries it", () => {
    expect(auditIndex(hdi, hdiTable, { seed: 7, draws: 300 })).toEqual(whole);
    expect([whole.seed, whole.draws, whole.dataDigest.slice(0, 7)]).toEqual([7, 300, "sha256:"]);
    expect(whole.definition.digest).toMatch(/^sha256:/);
  });

  test("says everything in two languages, no place left open", () => {
    for (const section of Object.values(whole.sections))
      for (const { en, zh } of [
        section.title,
        section.message,
        ...section.findings.flatMap((f) => [f.message, f.remedy]),
      ]) {
        expect(en).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(zh).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
  });

  test("fits a batch definition and a calibrated one alike, weights by a method included", () => {
    const normalise = {
      method: "min-max",
      direction: "more",
      over: "pooled",
      cap: "both",
      whenConstant: "undefined",
    };
    const definition = index(
      {
        ...Object.fromEntries([..."abcdef"].map((id) => [id, leaf({ normalise })])),
        root: {
          ...mean([]),
          children: [..."abcdef"].map((node) => ({ node })),
          weighting: { method: "entropy", over: "pooled" },
        },
      },
      "root",
      { scope: "batch" },
    );
    const { robustness, importance } = auditIndex(definition, randomTable, {
      seed: 1,
      draws: 200,
      criteria: ["robustness", "importance"],
    }).sections;
    expect(robustness?.values?.factors).toHaveLength(8);
    expect(importance?.values?.indicators["a"]?.effective).toBeTypeOf("number");
  });

  test("refuses what it cannot read", () => {
    const table = tableOf({ a: [1, 2], b: [2, 3] });
    const definition = simple(["a", "b"]);
    const run = (options: unknown) => codeOf(() => auditIndex(definition, table, options as AuditOptions));
    expect(run(undefined)).toBe("document.wrong-type");
    expect(run({})).toBe("document.missing-key");
    expect(run({ seed: 0.5 })).toBe("document.wrong-type");
    expect(run({ seed: 1, thresholds: { coverage: 0.5 } })).toBe("document.unknown-key");
    expect(run({ seed: 1, thresholds: { indicatorCoverage: 2 } })).toBe("document.wrong-type");
    expect(run({ seed: 1, criteria: ["beauty"] })).toBe("document.not-allowed");
    expect(run({ seed: 1, evaluators: { root: 3 } })).toBe("audit.not-an-indicator");
    expect(run({ seed: 1, evaluators: { a: [1] } })).toBe("audit.evaluator-rows");
    expect(run({ seed: 1, evaluators: { c: 1 } })).toBe("index.dangling-node");
    expect(run({ seed: 1, factors: [{ id: "x", path: "nodes.none", options: [1, 2] }] })).toBe(
      "sensitivity.no-such-path",
    );
  });

  test("every threshold has a default within its range, a source and two titles", () => {
    for (const { value, least, most, source, title } of Object.values(auditThresholds)) {
      expect(value >= least && value <= most).toBe(true);
      expect([source, title.en, title.zh].every((text) => text.length > 0)).toBe(true);
    }
  });
});

describe("laws", () => {
  const cell = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 6 });
  const any = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
    .chain(([units, leaves]) =>
      fc.array(fc.array(cell, { minLength: units, maxLength: units }), {
        minLength: leaves,
        maxLength: leaves,
      }),
    );
  const ids = (columns: readonly unknown[]) => columns.map((_, at) => `x${at}`);
  const tableFrom = (columns: readonly (readonly (number | null)[])[]) =>
    tableOf(Object.fromEntries(columns.map((column, at) => [`x${at}`, column])));

  test("any table gives an audit of finite numbers", () => {
    fc.assert(
      fc.property(any, fc.boolean(), (columns, geometric) => {
        const more = {
          method: geometric ? "geometric-mean" : "arithmetic-mean",
          missing: { policy: "renormalise", minimumAvailable: 0 },
        };
        const audit = auditIndex(simple(ids(columns), more), tableFrom(columns), { seed: 1, draws: 100 });
        expect(JSON.parse(canonicalJson(audit))).toEqual(audit);
      }),
      { numRuns: 30 },
    );
  });

  test("the order of the units changes no statistic", () => {
    const order = data.random.units.map((_, row) => (row * 7) % 40);
    const turned = {
      units: order.map((row) => data.random.units[row] ?? ""),
      columns: Object.fromEntries(
        Object.entries(data.random.columns).map(([id, column]) => [id, order.map((row) => column[row] ?? 0)]),
      ),
    };
    const figures = (table: IndexTable) => {
      const { sections } = auditIndex(twoByThree, table, {
        seed: 1,
        criteria: ["factorability", "outliers", "direction"],
      });
      const { factorability, outliers, direction } = sections;
      return [
        factorability?.values?.kmo,
        ...Object.values(outliers?.values?.indicators ?? {}).map(({ skewness }) => skewness),
        ...(direction?.values?.parents ?? []).map(({ r }) => r),
      ];
    };
    const [one, other] = [figures(randomTable), figures(turned)];
    one.forEach((value, at) => {
      near(other[at], value ?? Number.NaN);
    });
  });

  test("other units of measurement change no correlation, moment or component", () => {
    const scaled = {
      units: data.random.units,
      columns: Object.fromEntries(
        Object.entries(data.random.columns).map(([id, column], at) => [
          id,
          column.map((x) => 10 ** at * x + at),
        ]),
      ),
    };
    const figures = (table: IndexTable) => {
      const { sections } = auditIndex(twoByThree, table, {
        seed: 1,
        criteria: ["structure", "redundancy", "outliers"],
      });
      return [
        ...(sections.structure?.values?.eigenvalues ?? []),
        ...Object.values(sections.redundancy?.values?.varianceInflation ?? {}),
        ...Object.values(sections.outliers?.values?.indicators ?? {}).map(({ kurtosis }) => kurtosis),
      ];
    };
    const [one, other] = [figures(randomTable), figures(scaled)];
    one.forEach((value, at) => {
      expect(Math.abs((other[at] ?? Number.NaN) - (value ?? Number.NaN))).toBeLessThan(
        1e-9 * Math.max(1, Math.abs(value ?? 0)),
      );
    });
  });

  test("a frozen definition is not touched", () => {
    const before = canonicalJson(twoByThree);
    auditIndex(defineIndex(twoByThree), randomTable, { seed: 1, draws: 100 });
    expect(canonicalJson(twoByThree)).toBe(before);
  });
});
