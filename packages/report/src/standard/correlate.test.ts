import { describe, expect, test } from "vitest";
import { correlate } from "./correlate.js";

describe("correlation with its interval", () => {
  // scipy 1.17.1, scipy.stats.pearsonr(x, y) and its confidence_interval(0.95), which is Fisher's too.
  test("is that of SciPy; rows that lack a value are left out", () => {
    const x = [72.5, 61.2, 80.1, null, 55.0, 67.3, 90.4, 49.9, 70.2];
    const y = [31.9, 12.5, 40.2, 99, -3.1, 35.0, 52.4, 1.2, 20.8];
    const r = correlate(x, y);
    if (r.status !== "ok" || r.interval.status !== "ok") throw new Error("no value");
    expect(r.n).toBe(8);
    expect(r.value).toBeCloseTo(0.9453595045451317, 12);
    expect(r.interval.lower).toBeCloseTo(0.7209838412558696, 10);
    expect(r.interval.upper).toBeCloseTo(0.9903150190133891, 10);
  });
  test("says why there is none", () => {
    expect(correlate([1, 2], [2, 1])).toMatchObject({ reason: "too-few-units" });
    expect(correlate([1, 1, 1, 1], [2, 1, 3, 4])).toMatchObject({ reason: "no-variation" });
    expect(correlate([1, 2, 3, 5], [2, 4, 6, 10])).toMatchObject({
      status: "ok",
      interval: { status: "not-computable" },
    });
  });
});
