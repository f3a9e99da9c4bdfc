import { readFileSync } from "node:fs";
import {
  type EvaluationResult,
  evaluatePlan,
  inMemoryEngine,
  parseEvaluationPlan,
  renderSummary,
  sourcesOf,
  tableFromRows,
  type UncertaintySettings,
} from "@cxmetrics/evaluation";
import { resolveIndexDefinition } from "@cxmetrics/guides";
import { resolveScoreDefinition } from "@cxmetrics/scores";
import { beforeAll, describe, expect, it } from "vitest";

const here = new URL(".", import.meta.url);

const recount = JSON.parse(
  readFileSync(new URL("../../../packages/evaluation/fixtures/airport.json", here), "utf8"),
) as { estimates: { measure: string; unit: string; n: number; value: number }[] };

const errors = JSON.parse(
  readFileSync(new URL("../../../packages/evaluation/fixtures/index-errors.json", here), "utf8"),
) as { airport: Record<string, number> };

/** Reads some columns of a file; quoted cells may hold commas, none holds a line break. */
function readTable(file: string, columns: readonly string[]) {
  const [head = "", ...lines] = readFileSync(new URL(file, here), "utf8").trimEnd().split(/\r?\n/);
  const headers = cells(head).map((header) => header.trim());
  const rows = lines.map((line) => {
    const found = cells(line);
    return Object.fromEntries(columns.map((column) => [column, found[headers.indexOf(column)] ?? ""]));
  });
  return { ...tableFromRows(rows), headers };
}

function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].map(([, cell = ""]) =>
    cell.replace(/^"|"$/g, ""),
  );
}

function evaluate(uncertainty: UncertaintySettings = {}): Promise<EvaluationResult> {
  const plan = parseEvaluationPlan(readFileSync(new URL("evaluation.yaml", here), "utf8"));
  const tables = sourcesOf(plan).map(({ name, file, columns }) => [name, readTable(file, columns)]);
  return evaluatePlan(
    { ...plan, options: { ...plan.options, uncertainty } },
    {
      engine: inMemoryEngine(Object.fromEntries(tables)),
      resolveIndexDefinition: (source) => resolveIndexDefinition(String(source)),
      resolveScoreDefinition: (source) => resolveScoreDefinition(String(source)),
    },
  );
}

describe("the airport example", () => {
  let result: EvaluationResult;
  beforeAll(async () => {
    result = await evaluate();
  });

  // Recounted by packages/evaluation/fixtures/python/airport.py from the same files.
  it.each(recount.estimates)("$measure of $unit", ({ measure, unit, n, value }) => {
    const outcome = (result.estimates[measure] ?? result.criteria[measure])?.[unit];
    expect(outcome).toMatchObject({ status: "ok", n, value: expect.closeTo(value, 10) });
  });

  it("gives the Net Promoter Scores that are known of this survey", () => {
    expect(result.criteria["nps"]?.["2017"]).toMatchObject({ value: expect.closeTo(39.84, 2) });
    expect(result.criteria["nps_weighted"]?.["2017"]).toMatchObject({ value: expect.closeTo(40.4, 2) });
  });

  it("finds the same question under other headers in the second wave", () => {
    expect(result.evidence.map(({ source, rows }) => [source, rows])).toEqual([
      ["sfo-2017", 2831],
      ["sfo-2018", 2809],
    ]);
    expect(result.evidence[0]?.columns).toContain("Q7WALKWAYS");
    expect(result.evidence[1]?.columns).toContain("Q7WALKWAY");
  });

  it("counts every person of a wave in exactly one area", () => {
    for (const wave of ["2017", "2018"]) {
      const n = (unit: string) => {
        const outcome = result.estimates["safety"]?.[unit];
        return outcome?.status === "ok" ? outcome.n : 0;
      };
      const areas = ["A", "B", "C", "D", "E", "F", "G"].map((area) => n(`${wave}-${area}`));
      expect(areas.reduce((sum, value) => sum + value, 0)).toBe(n(wave));
    }
  });

  it("has an index and a comparable change for every area", () => {
    expect(Object.values(result.roots).every((root) => root.status === "ok")).toBe(true);
    expect(result.changes).toHaveLength(8);
    expect(result.changes.every(({ comparability }) => comparability.status === "comparable")).toBe(true);
    const whole = result.changes[0];
    expect(whole?.root).toBeLessThan(0);
    expect(whole?.criteria["nps"]?.interval).toMatchObject({ status: "ok", method: "unpooled-z" });
  });

  // One linearised value a person, in packages/evaluation/fixtures/python/index-errors.py.
  it.each(Object.entries(errors.airport))("has the standard error of %s by persons", (unit, expected) => {
    const root = result.roots[unit];
    expect(root).toMatchObject({ method: "linearised", interval: { status: "ok", method: "delta-normal" } });
    expect(root?.status === "ok" ? root.standardError : null).toBeCloseTo(expected, 12);
  });

  it("has simulated standard errors within 2 % of the linearised ones", async () => {
    const { roots } = await evaluate({ method: "monte-carlo", draws: 20_000, seed: 7 });
    for (const [unit, expected] of Object.entries(errors.airport)) {
      const root = roots[unit];
      const ratio = (root?.status === "ok" ? (root.standardError ?? 0) : 0) / expected;
      expect(Math.abs(ratio - 1), unit).toBeLessThan(0.02);
    }
  });

  it("gives the change between the waves an interval: other rows, other people", () => {
    expect(result.changes[0]?.interval).toMatchObject({ status: "ok", method: "mover" });
    expect(result.changes.every(({ interval }) => interval.status === "ok")).toBe(true);
  });

  it("is told in both languages", () => {
    expect(renderSummary(result, "en")).toContain("| 2017, all areas | 39.8 | 2746 |");
    expect(renderSummary(result, "zh")).toContain("| 2017 年全部候机区 | 39.8 | 2746 |");
  });
});
