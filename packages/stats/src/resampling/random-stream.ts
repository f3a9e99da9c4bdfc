import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { inRange, type ParameterRange } from "../expect/in-range.js";
import { seedOutOfRange } from "./problems.js";

/** A source of random numbers: the same seed gives the same numbers for ever, on every machine. */
export interface RandomStream {
  readonly generator: "xoroshiro128plus";
  readonly seed: number;
  /** A whole number from 0 to n − 1, each with the same chance; n is a whole number from 1 to 4294967296. */
  readonly index: (n: number) => number;
  /** A number from 0 to below 1, in steps of 2^−53. */
  readonly uniform: () => number;
}

const indexRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= 2 ** 32,
  en: "a whole number between 1 and 4294967296",
  zh: "是 1 与 4294967296 之间的整数",
};

/** A seed; other numbers would share their stream with one of these. */
export function wholeSeed(value: unknown): number {
  const whole = typeof value === "number" && Number.isInteger(value);
  if (whole && value >= 0 && value <= 4294967295) return value + 0;
  throw new CxMetricsError(seedOutOfRange, { path: ["seed"], values: { found: describeValue(value) } });
}

/** The first numbers of small seeds resemble one another; this many are thrown away. */
const discarded = 64;

/**
 * The random numbers behind every resampling procedure: xoroshiro128+ (Blackman and Vigna, ACM Transactions on Mathematical Software
 * 47(4), 2021), as `pure-rand` 8.4 seeds it.
 *
 * The state starts as the 32-bit words −1, ~seed, seed, 0, and the first 64 outputs are discarded, because those of small seeds resemble
 * one another. An output x is the low half of the 64-bit sum, read as 0…2^32 − 1 after adding 2^31 to its signed value. `index(n)` draws
 * until $$ x < n\lfloor 2^{32}/n \rfloor $$ and takes x mod n, so that every index has the same chance; `uniform()` joins the low 26 bits
 * of one output and the low 27 bits of the next.
 *
 * The stream moves on with every call. Not for secrets.
 *
 * @param seed a whole number between 0 and 4294967295
 * @throws `CxMetricsError` `seed.out-of-range`; `index` throws `argument.not-a-number`, `parameter.out-of-range`
 * @example
 * ```ts
 * const stream = randomStream(20200901);
 * [stream.index(11), stream.index(11), stream.index(11)]; // => [3, 4, 4]
 * stream.uniform(); // => 0.8683916425833074
 * ```
 */
export function randomStream(seed: number): RandomStream {
  const whole = wholeSeed(seed);
  const generator = xoroshiro128plus(whole);
  for (let count = 0; count < discarded; count++) generator.next();
  return {
    generator: "xoroshiro128plus",
    seed: whole,
    index: (n) => uniformInt(generator, 0, inRange(n, "n", indexRange) - 1),
    uniform: () => uniformFloat64(generator),
  };
}
