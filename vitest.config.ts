import { defineConfig } from "vitest/config";

/** Tests run on source through the workspace's own export condition: no build is needed for `vitest run`. */
const conditions = ["@cxmetrics/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tools/**/*.test.ts", "docs/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    setupFiles: ["tools/fixed-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    benchmark: { include: ["packages/*/src/**/*.bench.ts"] },
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.bench.ts"],
    },
  },
});
