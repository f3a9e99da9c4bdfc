import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { EvaluationPlan } from "./evaluation-plan.js";
import type { SourceEvidence } from "./evaluation-result.js";
import type { Measure } from "./measures/measure.js";
import { missingColumn } from "./problems.js";
import { type PlanGroup, readingsOf } from "./readings-of.js";
import type { SourceDescription, TallyEngine } from "./tally-engine.js";

/** Checks, before anything is tallied, that every column that is read is there; tells what will be read. */
export async function checkColumns(
  plan: EvaluationPlan,
  engine: TallyEngine,
  groups: Readonly<Record<PlanGroup, ReadonlyMap<string, readonly Measure[]>>>,
): Promise<readonly SourceEvidence[]> {
  const sources = new Map<
    string,
    { readonly file: string; about: SourceDescription; columns: Set<string> }
  >();
  for (const reading of readingsOf(plan, groups)) {
    let known = sources.get(reading.source);
    if (!known) {
      known = { file: reading.file, about: await engine.describeSource(reading.source), columns: new Set() };
      sources.set(reading.source, known);
    }
    const headers = known.about.headers.map((header) => header.trim());
    for (const { name, header } of reading.columns) {
      known.columns.add(header);
      if (headers.includes(header)) continue;
      throw new CxMetricsError(missingColumn, {
        path: [reading.group, reading.id],
        values: {
          source: reading.source,
          column: header,
          alias:
            name === header ? "" : { en: ` (called "${name}" in the plan)`, zh: `（方案中称为 “${name}”）` },
          reader: { en: `the measure "${reading.id}"`, zh: `度量 “${reading.id}” ` },
          hint: didYouMean(header, headers),
          allowed: headers.join(", "),
        },
      });
    }
  }
  return [...sources].map(([source, { file, about, columns }]) => ({
    source,
    file,
    rows: about.rowCount,
    columns: [...columns].sort(),
    digest: about.digest ?? null,
  }));
}
