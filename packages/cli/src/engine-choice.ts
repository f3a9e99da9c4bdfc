import { CxMetricsError } from "@cxmetrics/definition";
import { badEngine } from "./engine-problems.js";

/** Where tallies are taken. */
export type EngineChoice =
  | { readonly kind: "memory" | "duckdb" }
  /** A database; the file that a command names is then a table. */
  | { readonly kind: "postgresql" | "clickhouse"; readonly url: string };

const schemes: readonly (readonly [pattern: RegExp, kind: "postgresql" | "clickhouse"])[] = [
  [/^postgres(?:ql)?:\/\//i, "postgresql"],
  [/^clickhouses?:\/\//i, "clickhouse"],
];

/**
 * Reads `--engine`: `duckdb` (where it is left out), `memory`, or the address of a database.
 *
 * @throws `CxMetricsError` `usage.bad-engine`
 * @example
 * ```js
 * parseEngine(undefined); // => { kind: "duckdb" }
 * parseEngine("postgres://cx@db.example/feedback").kind; // => "postgresql"
 * ```
 */
export function parseEngine(text: string | undefined): EngineChoice {
  const found = text?.trim() ?? "duckdb";
  if (found === "duckdb" || found === "memory") return { kind: found };
  const scheme = schemes.find(([pattern]) => pattern.test(found));
  if (scheme !== undefined && URL.canParse(found)) return { kind: scheme[1], url: found };
  throw new CxMetricsError(badEngine, { path: ["--engine"], values: { found: hidePassword(found) } });
}

/**
 * An address without its password, for messages.
 *
 * @example
 * ```js
 * hidePassword("postgres://cx:secret@db.example/feedback"); // => "postgres://cx:***@db.example/feedback"
 * ```
 */
export function hidePassword(address: string): string {
  return address.replace(/(\/\/[^/@:]*):[^/]*@/, "$1:***@");
}
