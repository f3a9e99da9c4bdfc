import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Text {
  readonly en: string;
  readonly zh: string;
}

/** One measure, and where it is computed. */
export interface CoverageRow {
  readonly measure: Text;
  /** Seed that names it. */
  readonly seed: string;
  /** Package and export, or a definition; left out where it is computed nowhere yet. */
  readonly where?: string;
  readonly note?: Text;
}

const file = fileURLToPath(new URL("../coverage.json", import.meta.url));

/** Reads `docs/coverage.json`: `{ rows: [{ measure: { en, zh }, seed, where?, note? }] }`; a table of another form stops the build. */
function readCoverage(): readonly CoverageRow[] {
  if (!existsSync(file)) return [];
  const { rows } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly rows?: readonly Partial<CoverageRow>[];
  };
  if (!Array.isArray(rows)) throw new Error("docs/coverage.json needs a list of rows");
  return rows.map(({ measure, seed, where, note }, at) => {
    const texts = [measure?.en, measure?.zh, seed, where ?? "", note?.en ?? "", note?.zh ?? ""];
    if (!measure || !seed || !texts.every((text) => typeof text === "string"))
      throw new Error(`docs/coverage.json: row ${at} needs measure.en, measure.zh and seed as texts`);
    return { measure, seed, ...(where ? { where } : {}), ...(note ? { note } : {}) };
  });
}

/** What the loader below becomes in a page. */
export declare const data: readonly CoverageRow[];

/**
 * The coverage table as the site was built with; empty as long as nobody wrote it.
 *
 * @public
 */
export default { watch: [file], load: readCoverage };
