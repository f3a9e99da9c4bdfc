import {
  CxMetricsError,
  expectLocalizedText,
  expectOneOf,
  isCxMetricsError,
  type Language,
} from "@cxmetrics/definition";
import { escapeMarkdown, tableMarkdown } from "../page/escape-markdown.js";
import type { AuditFinding, AuditSection, AuditVerdict, IndexAudit } from "./audit-result.js";
import { auditThresholds } from "./audit-thresholds.js";
import { labels } from "./labels.js";
import { notAnAudit } from "./problems.js";

/**
 * An audit as a Markdown page in English or Chinese: verdict, a table of the sections, then what does not pass with its remedy,
 * the thresholds with their sources, and what makes the audit repeatable. Texts of the definition are escaped.
 *
 * @param audit what `auditIndex` returned, also from storage
 * @param lang `en` or `zh`
 * @param format `markdown`
 * @returns Markdown
 * @throws `CxMetricsError` `audit.not-an-audit` for anything else, `document.not-allowed` for another language or format
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = defineIndex({ ...head, root: "ease", nodes: { ease } });
 * const audit = auditIndex(definition, { units: ["App", "Web"], columns: { ease: [71, 64] } }, { seed: 7, criteria: ["coverage"] });
 * renderAudit(audit, "en", "markdown").split("\n")[0]; // => "# Audit: Ease"
 * renderAudit(audit, "zh", "markdown").split("\n")[2]; // => "**结论：通过**"
 * ```
 */
export function renderAudit(audit: IndexAudit, lang: Language, format: "markdown" = "markdown"): string {
  expectOneOf(lang, ["lang"], ["en", "zh"]);
  expectOneOf(format, ["format"], ["markdown"]);
  const words = labels[lang];
  const read = readAudit(audit);
  const { sections } = read;
  const say = (text: { readonly [L in Language]: string }) => escapeMarkdown(text[lang]);
  const verdict = (value: AuditVerdict) => words.verdicts[value];
  const facts = [
    `${words.definition}${words.colon}${escapeMarkdown(read.definition.id)}@${escapeMarkdown(read.definition.version)}`,
    `${words.digest}${words.colon}\`${read.definition.digest}\``,
    `${words.data}${words.colon}\`${read.dataDigest}\``,
    words.size(read.units, read.indicators),
    words.simulation(read.draws, read.seed, read.generator),
    `${words.engine}${words.colon}${escapeMarkdown(read.engine)}`,
  ];
  const rows = sections.map(([, section]) => [
    say(section.title),
    verdict(section.verdict),
    say(section.message),
  ]);
  const told = (item: AuditFinding) =>
    `- **${verdict(item.verdict)}**${words.colon}${say(item.message)}${words.space}${words.remedy}${words.colon}${say(item.remedy)}`;
  const chapters = sections
    .filter(([, { findings }]) => findings.length > 0)
    .flatMap(([, section]) => ["", `## ${say(section.title)}`, "", ...section.findings.map(told)]);
  const limits = Object.entries(read.thresholds).map(([name, value]) => {
    const { title, source, value: usual } = auditThresholds[name as keyof typeof auditThresholds];
    const changed = value === usual ? "" : words.changed(String(usual));
    return [say(title), `${value}${changed}`, escapeMarkdown(source)];
  });
  return [
    `# ${words.title}${words.colon}${say(read.title)}`,
    "",
    `**${words.verdict}${words.colon}${verdict(read.verdict)}**`,
    "",
    ...facts.map((fact) => `- ${fact}`),
    "",
    tableMarkdown([words.section, words.verdict, words.finding], rows),
    ...chapters,
    "",
    `## ${words.thresholds}`,
    "",
    tableMarkdown([words.threshold, words.value, words.source], limits),
    "",
  ].join("\n");
}

type ReadAudit = Omit<IndexAudit, "sections"> & {
  readonly sections: readonly (readonly [string, AuditSection])[];
};

/** An audit may come from a file: everything that is written is looked at. */
function readAudit(value: unknown): ReadAudit {
  const audit = recordOf(value, "audit");
  const definition = recordOf(audit["definition"], "definition");
  for (const name of ["id", "version", "digest"]) textOf(definition[name], `definition.${name}`);
  for (const name of ["engine", "dataDigest", "generator"]) textOf(audit[name], name);
  for (const name of ["units", "indicators", "seed", "draws"]) numberOf(audit[name], name);
  for (const name of ["definition.digest", "dataDigest"]) {
    const digest = name === "dataDigest" ? audit["dataDigest"] : definition["digest"];
    if (!/^sha256:[0-9a-f]{64}$/.test(String(digest))) throw broken(name);
  }
  const generator = String(audit["generator"]);
  if (!/^[a-z0-9+]{1,40}$/i.test(generator)) throw broken("generator");
  sayable(audit["title"], "title");
  verdictOf(audit["verdict"], "verdict");
  const sections = Object.entries(recordOf(audit["sections"], "sections"));
  for (const [id, value] of sections) {
    const section = recordOf(value, `sections.${id}`);
    sayable(section["title"], `sections.${id}.title`);
    sayable(section["message"], `sections.${id}.message`);
    verdictOf(section["verdict"], `sections.${id}.verdict`);
    if (!Array.isArray(section["findings"])) throw broken(`sections.${id}.findings`);
    for (const found of section["findings"]) {
      const item = recordOf(found, `sections.${id}.findings`);
      sayable(item["message"], `sections.${id}.findings`);
      sayable(item["remedy"], `sections.${id}.findings`);
      verdictOf(item["verdict"], `sections.${id}.findings`);
    }
  }
  for (const [name, limit] of Object.entries(recordOf(audit["thresholds"], "thresholds"))) {
    if (!Object.hasOwn(auditThresholds, name)) throw broken(`thresholds.${name}`);
    numberOf(limit, `thresholds.${name}`);
  }
  return { ...(value as IndexAudit), sections: sections as readonly (readonly [string, AuditSection])[] };
}

function broken(part: string): CxMetricsError {
  return new CxMetricsError(notAnAudit, { path: ["audit"], values: { part: part.slice(0, 80) } });
}

function recordOf(value: unknown, part: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw broken(part);
  return value as Readonly<Record<string, unknown>>;
}

function textOf(value: unknown, part: string): void {
  if (typeof value !== "string") throw broken(part);
}

function numberOf(value: unknown, part: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) throw broken(part);
}

function verdictOf(value: unknown, part: string): void {
  if (!Object.hasOwn(labels.en.verdicts, String(value))) throw broken(part);
}

function sayable(value: unknown, part: string): void {
  try {
    expectLocalizedText(value, []);
  } catch (thrown) {
    throw isCxMetricsError(thrown) ? broken(part) : thrown;
  }
}
