// `npm run demo`: installs if needed, builds, and evaluates two examples with the command line itself: the airport
// surveys (real data) and a bank's digital channels (synthetic data, labelled so).
import { join } from "node:path";
import { installOnce, root, run } from "./install.mjs";

installOnce();
if (!run("npx", ["turbo", "run", "build", "--filter=@cxmetrics/cli", "--output-logs=errors-only"]))
  process.exit(1);

const cx = join(root, "packages", "cli", "dist", "cx.js");
for (const example of ["airport", "bank"]) {
  const plan = join("docs", "examples", example, "evaluation.yaml");
  const results = join("demo-results", example);
  if (!run(process.execPath, [cx, "evaluate", plan, "-o", results])) process.exit(1);
}
console.log(
  "\nResults: demo-results/airport and demo-results/bank (report.html to read, index.xlsx to recompute and change, result.json for programs)",
);
