import { columnFrom, evaluateColumns, faults, faultsOf, toSqlQuery } from "@cxmetrics/formula";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { samples } from "../../fixtures/normalisers/samples.js";
import { oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import { fitIndex, lowerNode, type Normaliser, scoreIndex, type Treatment } from "../index.js";
import { normaliserKind } from "./registry.js";

const raw = [1, 2.5, 3, 10, 10, 17.25, 40, 41, 90.5, 250, null];
const reference = oneColumn([2, 3, 3, 5, 8, 10, 17.25, 40, 90.5], {
  periods: ["p0", "p0", "p0", "p0", "p0", "p1", "p1", "p1", "p1"],
});
const normalisers: readonly Normaliser[] = [
  ...samples
    .map(({ parameters }) => parameters)
    .filter((parameters) => normaliserKind(parameters) !== "cohort"),
  { method: "target", target: 10, lower: 0, upper: 50, cap: "both" },
  { method: "band", left: 2, from: 10, to: 40, right: 90 },
  { method: "membership", to: 10, right: 40 },
  { method: "ratio-to-reference", direction: "less", reference: 10 },
  {
    method: "rubric",
    between: "undefined",
    levels: [
      { level: 1, score: 0 },
      { level: 10, score: 60 },
      { level: 40, score: 100 },
    ],
  },
];
const treatments: readonly Treatment[] = [
  { method: "mad-fence", deviations: 2, over: "pooled" },
  { method: "winsorise", skewness: 1, kurtosis: 1, atMost: 3, whenNotEnough: "keep", over: "pooled" },
  { method: "box-cox", over: "pooled" },
  { method: "log", form: "ct", tail: "lower", over: "pooled" },
  { method: "log", form: "gii", tail: "upper", over: "pooled" },
];
const leaves = [
  ...normalisers.map((normalise) => ({ normalise })),
  ...treatments.map((treat) => ({ treat })),
];

let instance: DuckDBInstance;
let connection: Awaited<ReturnType<DuckDBInstance["connect"]>>;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  const rows = raw.map((value, row) => `(${row}, ${value === null ? "NULL" : `DOUBLE '${value}'`})`);
  await connection.run('CREATE TABLE t ("row" INTEGER, "x.raw" DOUBLE)');
  await connection.run(`INSERT INTO t VALUES ${rows.join(", ")}`);
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

test.each(leaves.map((leaf) => [JSON.stringify(leaf), leaf] as const))(
  "the leaf, its formula and its SQL on DuckDB agree: %s",
  async (_, leaf) => {
    const definition = oneLeaf(leaf);
    const fits = "treat" in leaf || normaliserKind(leaf.normalise) === "fit";
    const ready = fits ? fitIndex(definition, reference) : definition;
    const node = scoreIndex(ready, oneColumn(raw)).nodes["x"];
    const formula = lowerNode(ready, "x");
    const column = evaluateColumns(formula, { "x.raw": columnFrom(raw) }, raw.length);
    const query = toSqlQuery(formula, { dialect: "duckdb", from: "t", keep: ["row"] });
    const rows = await connection.runAndReadAll(`SELECT value, fault FROM (${query}) ORDER BY "row"`);
    const found = rows.getRowsJS();
    const reasons = faultsOf(column);
    raw.forEach((_value, row) => {
      const value = node?.values[row] ?? null;
      const [inSql, fault] = found[row] as [number | null, number];
      expect(node?.reasons?.[row] ?? null).toBe(reasons[row] ?? null);
      expect(faults[Number(fault)]).toBe(reasons[row] ?? "none");
      if (value === null) {
        expect(inSql).toBeNull();
        return;
      }
      expect(column.values[row]).toBeCloseTo(value, 9);
      expect(Math.abs(Number(inSql) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    });
  },
);
