import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type EvaluationResult,
  evaluatePlan,
  inMemoryEngine,
  parseEvaluationPlan,
  sourcesOf,
  tableFromRows,
  type UncertaintySettings,
} from "@cxmetrics/evaluation";
import { resolveIndexDefinition } from "@cxmetrics/guides";
import { resolveScoreDefinition } from "@cxmetrics/scores";
import { beforeAll, describe, expect, it } from "vitest";

const here = import.meta.dirname;

const recomputed = JSON.parse(readFileSync(join(here, "fixtures", "recomputed.json"), "utf8")) as Record<
  string,
  { raw: Record<string, number>; nodes: Record<string, number | null> }
>;

const errors = JSON.parse(
  readFileSync(join(here, "../../../packages/evaluation/fixtures/index-errors.json"), "utf8"),
) as { bank: Record<string, number> };

/** The files hold no quoted cells. */
function readTable(file: string, columns: readonly string[]) {
  const [head = "", ...lines] = readFileSync(join(here, file), "utf8").trimEnd().split("\n");
  const headers = head.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column) => [column, cells[headers.indexOf(column)] ?? ""]));
  });
  return { ...tableFromRows(rows), headers };
}

function evaluate(uncertainty: UncertaintySettings = {}): Promise<EvaluationResult> {
  const plan = parseEvaluationPlan(readFileSync(join(here, "evaluation.yaml"), "utf8"));
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

describe("the bank example", () => {
  let result: EvaluationResult;
  beforeAll(async () => {
    result = await evaluate();
  });

  // Recomputed from the same files by fixtures/recompute.py, which shares no code with us.
  const units = Object.entries(recomputed);
  it.each(units)("gives %s the raw values of an independent computation", (unit, { raw }) => {
    const position = result.index.units.indexOf(unit);
    const ours = Object.keys(raw).map((id) => [id, result.index.nodes[id]?.raw?.[position]]);
    for (const [id, value] of ours) expect(value, String(id)).toBeCloseTo(raw[id as string] as number, 9);
  });

  it.each(units)("gives %s the scores of an independent computation", (unit, { nodes }) => {
    const position = result.index.units.indexOf(unit);
    for (const [id, value] of Object.entries(nodes)) {
      const ours = result.index.nodes[id]?.values[position];
      if (value === null) expect(ours, id).toBeNull();
      else expect(ours, id).toBeCloseTo(value, 9);
    }
  });

  it("never takes a veto that nobody looked at for one that was passed", () => {
    const [mobile, , remote] = result.index.grades ?? [];
    expect(mobile).toMatchObject({ grade: "2A", veto: "none" });
    expect(remote).toMatchObject({ grade: "2A", veto: "not-assessed" });
  });

  it("simulates an index near its limits, and says where its doubt comes from", () => {
    for (const root of Object.values(result.roots)) {
      if (root.status !== "ok" || root.interval.status !== "ok") throw new Error("no interval");
      expect(root.method).toBe("monte-carlo");
      expect(root.interval.lower).toBeLessThan(root.value);
      expect(root.interval.upper).toBeGreaterThan(root.value);
      expect(Object.keys(root.shares?.sources ?? {})).toContain("operations");
      expect(Object.keys(root.shares?.sources ?? {})).not.toContain("complaints");
    }
    expect(result.warnings.map(({ code }) => code)).toContain("uncertainty.taken-as-exact");
  });

  // The same six experts rate every channel.
  it("gives no interval to the difference of channels with common raters", () => {
    expect(result.changes[0]?.interval).toMatchObject({ reason: "units-may-share" });
  });

  // Records grouped by customer, day and rater in packages/evaluation/fixtures/python/index-errors.py; slopes by differences there.
  it("has the linearised standard errors of an independent computation", async () => {
    const { roots } = await evaluate({ method: "linearised" });
    for (const [unit, expected] of Object.entries(errors.bank)) {
      const root = roots[unit];
      expect((root?.status === "ok" ? (root.standardError ?? 0) : 0) / expected, unit).toBeCloseTo(1, 8);
    }
  });
});

describe("the synthetic data", () => {
  it("are what their generator writes", () => {
    const folder = mkdtempSync(join(tmpdir(), "cxmetrics-bank-"));
    execFileSync(process.execPath, [join(here, "generate.mjs"), folder]);
    for (const name of readdirSync(join(here, "data")))
      expect(readFileSync(join(folder, name), "utf8"), name).toBe(
        readFileSync(join(here, "data", name), "utf8"),
      );
    rmSync(folder, { recursive: true });
  });
});
