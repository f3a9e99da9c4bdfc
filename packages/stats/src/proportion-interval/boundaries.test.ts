import { expect, test } from "vitest";
import { proportionInterval } from "./proportion-interval.js";

test("logit of counts next to nothing is the whole scale", () => {
  const found = proportionInterval({ successes: 1e-320, trials: 1e-319, method: "logit" });
  expect(found).toMatchObject({ lower: 0, upper: 1 });
});
