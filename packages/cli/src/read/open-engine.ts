import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import {
  type ClickHouseClient,
  clickHouseEngine,
  type PostgresClient,
  postgresEngine,
  type SqlTallyEngine,
} from "@cxmetrics/sql";
import { type EngineChoice, hidePassword } from "../engine-choice.js";
import { driverMissing, engineRefused, engineUnreachable } from "../engine-problems.js";
import { refuseInterrupted } from "../interruption.js";

type DatabaseChoice = Extract<EngineChoice, { readonly url: string }>;

/** A connection of ours: opened for one command, closed after it. */
interface Opened {
  readonly engine: SqlTallyEngine;
  readonly close: () => Promise<unknown>;
}

interface PostgresDriver {
  readonly Client: new (options: {
    connectionString: string;
  }) => PostgresClient & { connect(): Promise<unknown>; end(): Promise<unknown> };
}
interface ClickHouseDriver {
  readonly ClickHouseLogLevel?: { readonly OFF?: number };
  createClient(options: { url: string; log?: { level: number } }): ClickHouseClient & {
    ping(): Promise<{ readonly success: boolean; readonly error?: Error }>;
    close(): Promise<unknown>;
  };
}

const drivers = {
  postgresql: { driver: "pg", database: "PostgreSQL" },
  clickhouse: { driver: "@clickhouse/client", database: "ClickHouse" },
} as const;

/**
 * Hands a database to a calculation and closes it afterwards. The driver is the user's own: that of the folder where `cx` runs, or that
 * beside `cx`.
 *
 * @param choice which database
 * @param table table that the user named, with its schema before a dot
 * @throws `CxMetricsError` `engine.driver-missing`, `engine.unreachable`, `engine.refused`, and the codes of `@cxmetrics/sql`
 */
export async function withEngine<T>(
  choice: DatabaseChoice,
  table: string,
  { folder, signal }: { readonly folder: string; readonly signal?: AbortSignal | undefined },
  use: (engine: SqlTallyEngine) => Promise<T>,
): Promise<T> {
  const url = hidePassword(choice.url);
  const { engine, close } = await open(choice, table, folder).catch((thrown: unknown) => {
    if (isCxMetricsError(thrown)) throw thrown;
    throw new CxMetricsError(engineUnreachable, {
      path: ["--engine"],
      values: { url, reason: reasonOf(thrown) },
    });
  });
  try {
    const answer = await use(engine);
    refuseInterrupted(signal);
    return answer;
  } catch (thrown) {
    if (isCxMetricsError(thrown)) throw thrown;
    throw new CxMetricsError(engineRefused, { path: [table], values: { table, reason: reasonOf(thrown) } });
  } finally {
    await close().catch(() => {});
  }
}

async function open(choice: DatabaseChoice, table: string, folder: string): Promise<Opened> {
  const tables = { [table]: table.split(".") };
  if (choice.kind === "postgresql") {
    const { Client } = (await loadDriver(choice.kind, folder)) as PostgresDriver;
    const client = new Client({ connectionString: choice.url });
    await client.connect();
    return { engine: postgresEngine(client, { tables }), close: () => client.end() };
  }
  const { createClient, ClickHouseLogLevel } = (await loadDriver(choice.kind, folder)) as ClickHouseDriver;
  const quiet = ClickHouseLogLevel?.OFF;
  const client = createClient({
    url: choice.url.replace(/^clickhouse/i, "http"),
    // What it would log on standard error, we say ourselves.
    ...(quiet === undefined ? {} : { log: { level: quiet } }),
  });
  const ping = await client.ping();
  if (!ping.success) throw ping.error ?? new Error("no answer");
  return { engine: clickHouseEngine(client, { tables }), close: () => client.close() };
}

/** The driver's module, of the folder where `cx` runs or beside `cx`; what is CommonJS comes as the default export. */
async function loadDriver(kind: keyof typeof drivers, folder: string): Promise<unknown> {
  const { driver, database } = drivers[kind];
  const module = await importDriver(driver, folder);
  if (module === undefined)
    throw new CxMetricsError(driverMissing, { path: ["--engine"], values: { database, driver } });
  return { ...module.default, ...module };
}

async function importDriver(
  driver: string,
  folder: string,
): Promise<{ readonly default?: object } | undefined> {
  let place = driver;
  try {
    place = pathToFileURL(createRequire(join(folder, "here.js")).resolve(driver)).href;
  } catch {
    // Not there: perhaps beside us.
  }
  return import(place).catch((thrown: NodeJS.ErrnoException) => {
    const absent = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(thrown.code ?? "");
    if (absent && thrown.message.includes(driver)) return undefined;
    throw thrown;
  });
}

/** The first line of what a driver says: more may quote the data. */
function reasonOf(thrown: unknown): string {
  const { message, code } = thrown as { readonly message?: unknown; readonly code?: unknown };
  const text = typeof message === "string" && message !== "" ? message : String(code ?? thrown);
  return (text.split("\n")[0] ?? "").replace(/[.\s]+$/, "").slice(0, 300);
}
