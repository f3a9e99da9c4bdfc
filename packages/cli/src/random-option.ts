import { CxMetricsError } from "@cxmetrics/definition";
import { parseNumberOption } from "./number-option.js";
import { seedMissing, seedNotUsed } from "./problems.js";

/** Options that draw at random, as written. */
export interface RandomOptions {
  readonly bootstrap?: string;
  readonly permutations?: string;
  readonly seed?: string;
}

/** What is drawn, and from which seed. */
export interface RandomDraws {
  readonly bootstrap: number | undefined;
  readonly permutations: number | undefined;
  readonly seed: number;
}

/**
 * Reads `--bootstrap`, `--permutations` and `--seed`. What draws at random needs a seed, so that the same command gives the same answer.
 *
 * @returns what is drawn, `undefined` when nothing is
 * @throws `CxMetricsError` `usage.bad-number`, `usage.seed-missing`, `usage.seed-not-used`
 * @example
 * ```js
 * parseRandom({ bootstrap: "2000", seed: "7" }); // => { bootstrap: 2000, permutations: undefined, seed: 7 }
 * ```
 */
export function parseRandom(options: RandomOptions): RandomDraws | undefined {
  const whole = { most: 100_000, integer: true };
  const bootstrap = parseNumberOption(options.bootstrap, "--bootstrap", { least: 20, ...whole });
  const permutations = parseNumberOption(options.permutations, "--permutations", { least: 2, ...whole });
  const seed = parseNumberOption(options.seed, "--seed", { least: 0, most: 4294967295, integer: true });
  const drawing = bootstrap === undefined ? permutations !== undefined && "--permutations" : "--bootstrap";
  if (!drawing) {
    if (seed === undefined) return undefined;
    throw new CxMetricsError(seedNotUsed, { path: ["--seed"], values: { found: seed } });
  }
  if (seed === undefined)
    throw new CxMetricsError(seedMissing, { path: ["--seed"], values: { option: drawing } });
  return { bootstrap, permutations, seed };
}
