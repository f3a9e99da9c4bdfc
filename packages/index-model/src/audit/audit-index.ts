import { digestTable } from "../calibration/digest-table.js";
import { engine } from "../engine.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { auditContext } from "./audit-context.js";
import type { AuditFinding, AuditSection, AuditSections, AuditVerdict, IndexAudit } from "./audit-result.js";
import type { Examined } from "./criteria/criterion.js";
import { criteria } from "./criteria/registry.js";
import { type AuditOptions, checkFactors, readAuditOptions, readEvaluators } from "./read-audit-options.js";

/**
 * Audits an index on a table in one call, as a statistical audit of a composite indicator does: is there enough data, do
 * outliers or caps decide, do the indicators go one way, do they repeat one another, do the data group them as the tree does,
 * do weights mean what they say, do ranks stand when decisions are taken otherwise, and does every part say where it comes from.
 *
 * Each section passes, warns, fails, or cannot be computed, against thresholds of which `auditThresholds` tells default and
 * source. A threshold is crossed by values beyond it; a value on it passes. Correlations over fewer than `units` units warn at most. Correlations of pairs use the units that have
 * both values; KMO, Bartlett's test, principal components, reliabilities and variance inflation the units that have all. A
 * definition with `scope: "batch"` is fitted once on the table, and its parameters are held for what varies.
 *
 * Rank intervals: every weight is drawn from ±`weightVariation` around the written one, arithmetic or geometric means, and
 * written goalposts, observed extremes or three standard deviations, all independently; `factors` replaces this plan.
 *
 * The audit carries seed, generator, engine, and digests of definition and data: the same input gives the same audit.
 *
 * Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008); Kaiser and Rice, Educational and Psychological
 * Measurement 34 (1974) 111–117; Bartlett, British Journal of Psychology (Statistical Section) 3 (1950) 77–85; Paruolo, Saisana and
 * Saltelli, JRSS A 176 (2013).
 *
 * @param definition an index definition, calibrated or with `scope: "batch"` where methods must be fitted
 * @param table the table to audit it on
 * @param options seed, draws, thresholds, criteria, numbers of evaluators, factors
 * @returns the audit: plain data, `renderAudit` puts it into words
 * @throws `CxMetricsError` as `scoreIndex` does for definition and table, as `analyseSensitivity` does for factors;
 * `audit.not-an-indicator`, `audit.evaluator-rows`; `document.*` for options
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 0, best: 100 } };
 * const children = ["ease", "speed", "trust"].map((node) => ({ node, weight: 1 }));
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, speed: leaf, trust: leaf, index },
 * });
 * const units = ["App", "Web", "Phone", "Branch", "Kiosk"];
 * const columns = { ease: [10, 30, 50, 70, 90], speed: [12, 35, 41, 77, 80], trust: [90, 60, 70, 30, 40] };
 * const audit = auditIndex(definition, { units, columns }, { seed: 1, draws: 100, thresholds: { units: 5 } });
 * audit.verdict; // => "fail"
 * audit.sections.direction.findings[0].nodes; // => ["trust", "index"]
 * audit.sections.redundancy.values.pairs[0].r; // => 0.9690528500553288
 * ```
 */
export function auditIndex(
  definition: IndexDefinition,
  table: IndexTable,
  options: AuditOptions,
): IndexAudit {
  const { asked, evaluators, ...settings } = readAuditOptions(options);
  const context = auditContext(definition, table, { ...settings, evaluators: new Map() });
  const { document, result, thresholds } = context;
  checkFactors(document, settings.factors);
  const whole = { ...context, evaluators: readEvaluators(document, table, evaluators) };
  const sections = criteria
    .filter(({ id }) => asked.has(id))
    .map((criterion) => {
      const applied = criterion.thresholds.map((name) => [name, thresholds[name]] as const);
      const examined = criterion.examine(whole);
      return [criterion.id, sectionOf(criterion.title, Object.fromEntries(applied), examined)] as const;
    });
  const verdicts = sections.map(([, { verdict }]) => verdict);
  const count = (wanted: AuditVerdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    definition: result.definition,
    title: document.title,
    engine,
    dataDigest: digestTable(document, table),
    units: table.units.length,
    indicators: context.leaves.length,
    seed: settings.seed,
    generator: "xoroshiro128plus",
    draws: settings.draws,
    verdict: worst(verdicts),
    counts: {
      pass: count("pass"),
      warn: count("warn"),
      fail: count("fail"),
      "not-computable": count("not-computable"),
    },
    thresholds,
    sections: Object.fromEntries(sections) as AuditSections,
  };
}

function sectionOf(
  title: AuditSection["title"],
  thresholds: AuditSection["thresholds"],
  { message, findings, values }: Examined<unknown>,
): AuditSection {
  const found = findings
    .map(({ verdict }: AuditFinding) => verdict)
    .filter((verdict) => verdict !== "not-computable");
  const verdict = values === null ? "not-computable" : worst(["pass", ...found]);
  return { title, verdict, message, thresholds, findings, values };
}

function worst(verdicts: readonly AuditVerdict[]): AuditVerdict {
  const order = ["fail", "warn", "pass"] as const;
  return order.find((verdict) => verdicts.includes(verdict)) ?? "not-computable";
}
