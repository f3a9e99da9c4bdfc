// The public signatures of every package as `etc/<entry>.api.md`, so that a changed one shows in review. Fails when a report
// is out of date; `--write` (npm run api) brings it up to date.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const write = process.argv.includes("--write");
let stale = 0;
for (const folder of readdirSync("packages")) {
  const home = resolve("packages", folder);
  mkdirSync(join(home, "etc"), { recursive: true });
  for (const entry of ["index", "schema"]) {
    if (!existsSync(join(home, "src", `${entry}.ts`))) continue;
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: join(home, "package.json"),
      configObject: {
        projectFolder: home,
        mainEntryPointFilePath: join(home, "dist", `${entry}.d.ts`),
        compiler: { tsconfigFilePath: join(home, "tsconfig.json") },
        apiReport: {
          enabled: true,
          reportFileName: `${entry}.api.md`,
          reportFolder: join(home, "etc"),
          reportTempFolder: join(home, "node_modules", ".cache", "api"),
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        newlineKind: "lf",
        messages: {
          compilerMessageReporting: { default: { logLevel: "none" } },
          extractorMessageReporting: { default: { logLevel: "none" } },
          // LaTeX in doc comments is not TSDoc.
          tsdocMessageReporting: { default: { logLevel: "none" } },
        },
      },
    });
    const result = Extractor.invoke(config, {
      localBuild: write,
      showVerboseMessages: false,
      messageCallback: (m) => (m.handled = true),
    });
    if (!write && result.apiReportChanged) {
      console.error(
        `packages/${folder}/etc/${entry}.api.md is out of date: run npm run api and review the difference`,
      );
      stale++;
    }
  }
}
process.exit(stale > 0 ? 1 : 0);
