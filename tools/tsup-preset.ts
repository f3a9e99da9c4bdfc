import { existsSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/** Public entries of the package in the working directory: its index and, where it has one, its schemas. */
const entries = ["src/index.ts", "src/schema.ts"].filter((path) => existsSync(path));

const shared: Options = { target: "es2022", sourcemap: true, silent: true };

/**
 * One file of ESM for each source file, so that a bundler drops what is not imported; CommonJS in one file per entry;
 * declarations for both. `ignoreDeprecations`: tsup 8 injects `baseUrl`, which TypeScript 6 makes an error.
 */
export default defineConfig([
  {
    ...shared,
    entry: ["src/**/*.ts", "!src/**/*.{test,test-d,bench}.ts"],
    format: ["esm"],
    bundle: false,
    clean: true,
  },
  { ...shared, entry: entries, format: ["cjs"] },
  {
    ...shared,
    entry: entries,
    format: ["esm", "cjs"],
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
]);
