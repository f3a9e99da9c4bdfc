import type { DuckDBConnection } from "@duckdb/node-api";

/** An in-memory DuckDB that can reach one file and nothing else. */
export interface SealedDatabase {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * Opens an in-memory DuckDB that may read exactly one file: no other path, no network, no extension, and no way to change that.
 * The library is loaded only here, so that commands that read no table do not wait for it.
 *
 * @param path absolute path of the file
 */
export async function sealedDatabase(path: string): Promise<SealedDatabase> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: "",
    memory_limit: "1GB",
    threads: "2",
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${literal(path)}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
