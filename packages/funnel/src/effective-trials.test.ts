import { describe, expect, test } from "vitest";
import { effectiveTrials } from "./effective-trials.js";
import { estimateFunnel } from "./estimate-funnel.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

const funnel = {
  ...orderedFunnel({ steps: ["A", "B"], windowMs: 10 }),
  entry: "every",
  count: "attempts",
} as const;

/** Each word is an actor's events, a minute apart where a dash stands. */
const tally = (text: string) => {
  const events = text
    .split(" ")
    .flatMap((word, actor) =>
      word
        .split("-")
        .flatMap((attempt, nth) =>
          [...attempt].map((event, at) => ({ actor, event, timeMs: 60_000 * nth + at })),
        ),
    );
  return tallyFunnel(events, funnel);
};

describe("attempts cluster by actor", () => {
  test("R survey 4.1 svyratio over actors: p = 5/9, SE 0.2235898, worth 4.939024 trials", () => {
    // fixtures/r/attempt-clusters.R
    const counted = tally("AB-AB-AB A-A AB-A AB-A");
    expect(counted.counts).toEqual([9, 5]);
    expect(effectiveTrials(counted, 1, 0)).toBeCloseTo(4.93902439024389, 9);
  });

  test("one attempt an actor: a / (a − 1) apart, the trials themselves", () => {
    expect(effectiveTrials(tally("AB A AB A A"), 1, 0)).toBeCloseTo(4, 12);
  });

  test("one actor: no interval, with the reason", () => {
    const { steps, overall } = estimateFunnel(tally("AB-A-AB"));
    expect(overall).toBe(2 / 3);
    expect(steps[1]?.interval).toMatchObject({ status: "not-computable", reason: "too-few-actors" });
  });

  test("all attempts succeed: each actor counts once", () => {
    const { steps } = estimateFunnel(tally("AB-AB AB-AB-AB AB"));
    expect(effectiveTrials(tally("AB-AB AB-AB-AB AB"), 1, 0)).toBe(3);
    expect(steps[1]?.interval).toMatchObject({ status: "ok", upper: 1 });
  });
});
