import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { estimateScore, type ScoreDefinition, scoreDefinitions, tallyFromCounts } from "@cxmetrics/scores";
import { expect, test } from "vitest";
import { spreadsheetForm } from "./spreadsheet-form.js";

/** The cell formulas of the score pages, recomputed by LibreOffice from one file without cached values. */
const program = "soffice";
const office = spawnSync(program, ["--version"]).status === 0;
const definitions = Object.values<ScoreDefinition>(scoreDefinitions);
const countsFor = ({ scale }: ScoreDefinition) =>
  Array.from({ length: scale.max - scale.min + 1 }, (_, at) => ((at * 7) % 11) + 3);

function sheet(definition: ScoreDefinition, at: number): string {
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const rows = countsFor(definition).map(
    (count, row) =>
      `<table:table-row>${number(definition.scale.min + row)}${number(count)}</table:table-row>`,
  );
  const formula = `<table:table-cell table:formula="msoxl:${spreadsheetForm(definition)}"/>`;
  return `<table:table table:name="s${at}"><table:table-row>${formula}</table:table-row>${rows.join("")}</table:table>`;
}

test.skipIf(!office && !process.env["CX_REQUIRE_SYSTEM"])("cell formulas give the package's numbers", () => {
  const folder = mkdtempSync(join(tmpdir(), "cx-score-sheets-"));
  try {
    const namespaces = ["office", "table"]
      .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
      .join(" ");
    const body = `<office:body><office:spreadsheet>${definitions.map(sheet).join("")}</office:spreadsheet></office:body>`;
    writeFileSync(
      join(folder, "scores.fods"),
      `<?xml version="1.0"?><office:document ${namespaces} xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${body}</office:document>`,
    );
    // Full precision: cell contents as stored, every sheet a file.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    spawnSync(
      program,
      [
        "--headless",
        "--norestore",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        filter,
        "scores.fods",
      ],
      { cwd: folder, timeout: 60_000 },
    );
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    expect(files).toHaveLength(definitions.length);
    for (const [at, definition] of definitions.entries()) {
      const outcome = estimateScore(tallyFromCounts(countsFor(definition), definition.scale), definition);
      if (outcome.status !== "ok") throw new Error(definition.id);
      const [first = ""] = readFileSync(join(folder, `scores-s${at}.csv`), "utf8")
        .replaceAll('"', "")
        .split(/[,\n]/);
      expect(Number(first), definition.id).toBeCloseTo(outcome.value, 9);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
