import { bench, describe } from "vitest";
import { tallyRatings } from "./tally-ratings.js";

const rows = 50_000_000;
const scale = { min: 0, max: 10 };
const ratings = new Uint8Array(rows);
const weights = new Float64Array(rows);
// A linear congruential sequence, so that every run sees the same ratings.
let state = 1;
for (let row = 0; row < rows; row++) {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  ratings[row] = (state >>> 16) % 11;
  weights[row] = 0.2 + ((state >>> 8) % 1000) / 500;
}
const options = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

describe("50 million ratings, unweighted", () => {
  bench(
    "plain sum of the bytes",
    () => {
      let sum = 0;
      for (let row = 0; row < ratings.length; row++) sum += ratings[row] as number;
      if (sum === 0) throw new Error("empty");
    },
    options,
  );
  bench("tallyRatings", () => void tallyRatings(ratings, scale), options);
});

describe("50 million ratings, weighted", () => {
  bench(
    "plain dot product",
    () => {
      let sum = 0;
      for (let row = 0; row < ratings.length; row++)
        sum += (ratings[row] as number) * (weights[row] as number);
      if (sum === 0) throw new Error("empty");
    },
    options,
  );
  bench("tallyRatings", () => void tallyRatings(ratings, scale, { weights }), options);
});
