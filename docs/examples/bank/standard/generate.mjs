// Writes the synthetic trial of the bank standard: 24 channels of twelve invented banks. Nothing in it is measured. It is drawn with a
// fixed seed (xoroshiro128+ of pure-rand, seed 20260301): one hidden quality for each channel moves every indicator, and NPS and CSAT beside.
//
//   node docs/examples/bank/standard/generate.mjs [folder]      default: this folder
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const generator = xoroshiro128plus(20260301);
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator))) * Math.cos(2 * Math.PI * uniformFloat64(generator));

/** Worst and best plausible value, decimals, and whether the web channel has it. */
const indicators = {
  A1: [2.6, 4.8, 1],
  A2: [52, 92, 1],
  A3: [72, 99, 1],
  A4: [70, 99, 1],
  A5: [0.55, 0.97, 3],
  B1: [2.6, 0.6, 2, "mobile"],
  B2: [0.78, 0.97, 3],
  B3: [1.6, 0.6, 2],
  B4: [66, 94, 1],
  B5: [3.6, 6.6, 2],
  C1: [92, 99.4, 2],
  C2: [2.8, 4.8, 1],
  C3: [78, 100, 1],
  C4: [66, 93, 1],
  C5: [1.5, 0.08, 3],
  D1: [2.8, 4.6, 2],
  D2: [1.05, 1.9, 2],
  D3: [46, 82, 1],
  D4: [34, 7, 1],
  D5: [58, 96, 1],
  E1: [58, 93, 1],
  E2: [0.7, 0.02, 3],
  E3: [7, 0.7, 2, "mobile"],
  E4: [64, 88, 1],
  E5: [160, 36, 0],
};
const gated = ["A1", "A3", "A4", "C2", "C3"];
const head = [
  "object",
  "channel",
  ...Object.keys(indicators),
  ...gated.flatMap((id) => [`${id}_raters`, `${id}_alpha`]),
  "D4_alpha",
  "D4_codebook",
  "late_complaints",
  "accessibility_certificate",
  "serious_incident",
  "nps",
  "csat",
];
const rows = [];
for (let bank = 1; bank <= 12; bank += 1) {
  const house = normal();
  for (const [channel, name] of [
    ["M", "mobile"],
    ["W", "web"],
  ]) {
    const quality = 0.8 * house + 0.6 * normal();
    const share = (spread) => 1 / (1 + Math.exp(-(0.9 * quality + spread * normal() + 0.35)));
    const between = ([worst, best, decimals], spread = 0.7) =>
      (worst + (best - worst) * share(spread)).toFixed(decimals);
    const values = Object.values(indicators).map((range) =>
      range[3] === undefined || range[3] === name ? between(range) : "",
    );
    rows.push([
      `Bank ${String(bank).padStart(2, "0")} ${name}`,
      channel,
      ...values,
      ...gated.flatMap(() => [5, between([0.69, 0.9, 2], 0.3)]),
      between([0.7, 0.9, 2], 0.3),
      "2026-1",
      Math.max(0, Math.round(1.2 - quality + normal())),
      quality + 0.5 * normal() > 0.6 ? 1 : 0,
      "none",
      between([-20, 62, 1], 0.6),
      between([55, 93, 1], 0.6),
    ]);
  }
}
const [folder = import.meta.dirname] = process.argv.slice(2);
writeFileSync(join(folder, "trial.csv"), `${[head, ...rows].map((row) => row.join(",")).join("\n")}\n`);
