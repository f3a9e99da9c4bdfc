import {
  CxMetricsError,
  didYouMean,
  isCxMetricsError,
  parseDocument,
  referenceTo,
} from "@cxmetrics/definition";
import {
  defineRetention,
  type FunnelDefinition,
  parseFunnelDefinition,
  type RetentionDefinition,
} from "@cxmetrics/funnel";
import { indexDefinitions, resolveIndexDefinition } from "@cxmetrics/guides";
import { type IndexDefinition, parseIndexDefinition } from "@cxmetrics/index-model";
import {
  parseScoreDefinition,
  resolveScoreDefinition,
  type ScoreDefinition,
  scoreDefinitions,
} from "@cxmetrics/scores";
import {
  type CompiledSql,
  compileFunnelSql,
  compileIndexSql,
  compileRetentionSql,
  compileScoreSql,
  type DialectName,
  sqlDialects,
} from "@cxmetrics/sql";
import type { Answer, Run } from "../answer.js";
import { parseAssignment } from "../assignment-option.js";
import { engine } from "../engine.js";
import { parseList } from "../list-option.js";
import { parseMissing } from "../read/missing-answers.js";
import { readDocument } from "../read/read-document.js";
import { textToInstant } from "../read/text-to-instant.js";
import { badInstant } from "./event-problems.js";
import { expectChoice } from "./expect-choice.js";
import { isPath } from "./is-path.js";
import { missingTexts, notForDefinition, unknownAnywhere } from "./sql-problems.js";

/** Options of `cx sql`, as written. */
export interface SqlCommandOptions {
  readonly dialect: string;
  readonly table?: string;
  readonly column?: readonly string[];
  readonly tally?: string;
  readonly missing?: string;
  readonly form?: string;
  readonly untied?: boolean;
  readonly until?: string;
  readonly nodes?: string;
  readonly bound?: boolean;
}

/** A definition of any kind. */
type Defined =
  | { readonly kind: "score"; readonly definition: ScoreDefinition }
  | { readonly kind: "funnel"; readonly definition: FunnelDefinition }
  | { readonly kind: "retention"; readonly definition: RetentionDefinition }
  | { readonly kind: "index"; readonly definition: IndexDefinition };

/**
 * `cx sql`: a definition as one SQL statement of a dialect.
 *
 * @param name id of a score or index definition, or the path of a document
 * @param options what was written on the command line
 * @param run language and the rest of the world
 * @throws `CxMetricsError` those of the compile functions of `@cxmetrics/sql`, `definition.unknown`, `usage.*`
 */
export async function runSql(name: string, options: SqlCommandOptions, run: Run): Promise<Answer> {
  const dialects = Object.keys(sqlDialects) as DialectName[];
  const dialect = expectChoice(options.dialect, "--dialect", dialects) ?? "duckdb";
  const found = await definitionNamed(name, run.tables.folder);
  refuseOthers(found.kind, options);
  const { sql, parameters, notes } = compiled(found, dialect, options);
  const bound = parameters.map((text, index) => `-- ${index + 1}: ${JSON.stringify(text)}`);
  return {
    definition: referenceTo(found.definition),
    engine,
    result: { kind: found.kind, dialect, support: sqlDialects[dialect], sql, parameters, notes },
    warnings: notes.map(({ code, message }) => ({ code, message })),
    text: [`${sql};`, ...bound].join("\n"),
  };
}

/** Options that only one kind of definition takes. */
const own: Readonly<Record<Defined["kind"], readonly (keyof SqlCommandOptions)[]>> = {
  score: ["tally", "missing"],
  funnel: ["form", "untied"],
  retention: ["until"],
  index: ["nodes"],
};

function refuseOthers(kind: Defined["kind"], options: SqlCommandOptions): void {
  for (const [other, names] of Object.entries(own))
    for (const name of other === kind ? [] : names)
      if (options[name] !== undefined)
        throw new CxMetricsError(notForDefinition, {
          path: [`--${name}`],
          values: { option: `--${name}`, kind, other },
        });
}

function compiled(found: Defined, dialect: DialectName, options: SqlCommandOptions): CompiledSql {
  const table = (options.table ?? "data").split(".");
  const named = new Map(
    (options.column ?? []).map((text) => {
      const { name, value } = parseAssignment(text, "--column");
      return [name, value] as const;
    }),
  );
  const values = options.bound ? ("bound" as const) : ("inline" as const);
  const base = { dialect, table, values };
  const column = (name: string, otherwise = name) => named.get(name) ?? otherwise;
  const optional = (...names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (named.has(name) ? [[name, named.get(name) ?? ""]] : [])));
  const events = {
    actor: column("actor"),
    event: column("event"),
    timeMs: column("time"),
    ...optional("sequence"),
  };
  switch (found.kind) {
    case "score": {
      const { codes, texts } = parseMissing(options.missing);
      if (texts.size > 0)
        throw new CxMetricsError(missingTexts, {
          path: ["--missing"],
          values: { found: [...texts].join(", ") },
        });
      const tally = expectChoice(options.tally, "--tally", ["rating", "design", "joint"]) ?? "rating";
      const columns = { rating: column("rating"), ...optional("weight", "second", "stratum", "cluster") };
      return compileScoreSql(found.definition, { ...base, columns, tally, missing: codes });
    }
    case "funnel": {
      const form = expectChoice(options.form, "--form", ["windows", "asof", "window-funnel"]) ?? "windows";
      const taken = ["actor", "event", "time", "sequence"];
      const properties = Object.fromEntries([
        ...propertiesOf(found.definition).map((name) => [name, name] as const),
        ...[...named].filter(([name]) => !taken.includes(name)),
      ]);
      return compileFunnelSql(found.definition, {
        ...base,
        columns: { ...events, properties },
        form,
        ...(form === "window-funnel" ? { times: false } : {}),
        ...(options.untied ? { untied: true } : {}),
      });
    }
    case "retention": {
      const until = options.until === undefined ? {} : { observedUntilMs: parseUntil(options.until) };
      return compileRetentionSql(found.definition, { ...base, columns: events, ...until });
    }
    case "index": {
      const nodes = parseList(options.nodes, "--nodes");
      const { unit = "unit", ...columns } = Object.fromEntries(named);
      return compileIndexSql(found.definition, {
        dialect: dialect as "duckdb",
        table,
        unit,
        columns,
        ...(nodes.length === 0 ? {} : { nodes }),
      });
    }
  }
}

function parseUntil(text: string): number {
  const instant = textToInstant(text);
  if (instant) return instant.ms;
  throw new CxMetricsError(badInstant, { path: ["--until"], values: { option: "--until", found: text } });
}

/** Every property that a definition reads. */
function propertiesOf(funnel: FunnelDefinition): readonly string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { property, session } = value as { readonly property?: unknown; readonly session?: unknown };
    for (const name of [property, session]) if (typeof name === "string") found.add(name);
    for (const member of Object.values(value)) collect(member);
  };
  collect({ ...funnel, breakdown: undefined });
  return [...found];
}

/** The definition of a name: a document tells its kind by its members. */
async function definitionNamed(name: string, folder: string): Promise<Defined> {
  if (!isPath(name)) return shippedDefinition(name);
  const { text } = await readDocument(name, folder);
  const document = parseDocument(text);
  const has = (member: string) =>
    typeof document === "object" && document !== null && Object.hasOwn(document, member);
  if (has("steps")) return { kind: "funnel", definition: parseFunnelDefinition(text) };
  if (has("clock")) return { kind: "retention", definition: defineRetention(document) };
  if (has("nodes")) return { kind: "index", definition: parseIndexDefinition(text) };
  return { kind: "score", definition: parseScoreDefinition(text) };
}

function shippedDefinition(name: string): Defined {
  for (const find of [
    (): Defined => ({ kind: "score", definition: resolveScoreDefinition(name) }),
    (): Defined => ({ kind: "index", definition: resolveIndexDefinition(name) }),
  ])
    try {
      return find();
    } catch (thrown) {
      const unknown = isCxMetricsError(thrown) && /unknown/.test(thrown.code);
      if (!unknown) throw thrown;
    }
  const known = [...Object.keys(scoreDefinitions), ...Object.keys(indexDefinitions)];
  const ids = [...new Set([...known, ...Object.values(scoreDefinitions).map(({ id }) => id)])];
  throw new CxMetricsError(unknownAnywhere, {
    path: ["definition"],
    values: { name, hint: didYouMean(name, ids) },
  });
}
