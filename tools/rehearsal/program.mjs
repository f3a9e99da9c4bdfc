// One program, in TypeScript, that uses every package; the same text is an ES module, CommonJS and the entry of a bundle.

/** Areas whose vectors the program runs; the others only take longer. */
export const areas = ["definitions", "engines", "scores", "designs", "statistics", "indices", "funnels"];

/** The program for the given packages (folders). `run` gives plain data that must be the same wherever it runs. */
export function programText(folders) {
  const names = folders.map((folder) => [
    folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    folder,
  ]);
  return `${names.map(([name, folder]) => `import * as ${name} from "@cxmetrics/${folder}";`).join("\n")}
import { type ConformanceVectors, referenceImplementation, runConformance } from "@cxmetrics/conformance";
import { digestOf, isCxMetricsError, type Outcome } from "@cxmetrics/definition";
import { orderedFunnel, tallyFunnel } from "@cxmetrics/funnel";
import { resolveIndexDefinition } from "@cxmetrics/guides";
import { type IndexResult, scoreIndex } from "@cxmetrics/index-model";
import { estimateNps, type ScoreEstimate } from "@cxmetrics/scores";
import { proportionInterval } from "@cxmetrics/stats";
import { ChannelSchema } from "@cxmetrics/domain/schema";

const packages: Record<string, object> = { ${names.map(([name, folder]) => `"${folder}": ${name}`).join(", ")} };

/** Engine versions differ from release to release; numbers must not. */
const bare = (output: unknown): unknown =>
  JSON.parse(JSON.stringify(output ?? null).replace(/@cxmetrics\\/([a-z-]+)@[0-9][^"]*/g, "$1"));

export function run(documents: readonly ConformanceVectors[]) {
  const nps: Outcome<ScoreEstimate> = estimateNps([10, 9, 7, 3]);
  const tally = tallyFunnel(
    [
      { actor: "a", event: "apply", timeMs: 0 },
      { actor: "a", event: "approve", timeMs: 5000 },
      { actor: "b", event: "apply", timeMs: 1000 },
    ],
    orderedFunnel({ steps: ["apply", "approve"], windowMs: 60000 }),
  );
  const hdi: IndexResult = scoreIndex(resolveIndexDefinition("undp.hdi"), {
    units: ["AFG 1990"],
    columns: { life_expectancy: [45.9672], expected_schooling: [2.504050016], mean_schooling: [0.97112539], gni_pc_ppp: [2684.550019] },
  });
  let refused = "";
  try {
    estimateNps([11]);
  } catch (thrown) {
    refused = isCxMetricsError(thrown) ? thrown.code : String(thrown);
  }
  const interval = proportionInterval({ successes: 81, trials: 263 });
  return {
    nps: nps.status === "ok" ? nps.value : nps.reason,
    counts: tally.counts,
    hdi: hdi.nodes[hdi.document.root]?.values[0] ?? null,
    lower: interval.status === "ok" ? interval.lower : null,
    refused,
    schema: ChannelSchema.safeParse({}).success,
    exports: Object.fromEntries(Object.entries(packages).map(([name, own]) => [name, digestOf(Object.keys(own).sort())])),
    areas: documents.map((document) => {
      const outputs: unknown[] = [];
      const { counts, conforms } = runConformance(document, (operation, input) => {
        const output = referenceImplementation(operation, input);
        outputs.push(bare(output));
        return output;
      });
      return { area: document.area, conforms, passed: counts.passed, outputs: digestOf(outputs) };
    }),
  };
}
`;
}

/** Runs the program in a file and prints what it gives; \`documents\` are read beside it. */
export const runnerText = `
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [program, ...files] = process.argv.slice(2);
const loaded = await import(pathToFileURL(program).href);
const run = loaded.run ?? loaded.default.run;
console.log(JSON.stringify(run(files.map((file) => JSON.parse(readFileSync(file, "utf8"))))));
`;
