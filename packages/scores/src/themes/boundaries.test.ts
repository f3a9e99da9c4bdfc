import { expect, test } from "vitest";
import { tallyFromCounts } from "../tally-from-counts.js";
import { additiveThemeShare } from "./additive-theme-share.js";

test("an additive share tells how many answers stand behind it", () => {
  const scale = { min: 0, max: 10 };
  const withTheme = tallyFromCounts({ 3: 30, 7: 10, 9: 10 }, scale);
  const withoutTheme = tallyFromCounts({ 5: 20, 8: 50, 10: 80 }, scale);
  expect(additiveThemeShare({ withTheme, withoutTheme }, "nps")).toMatchObject({
    n: { withTheme: 50, withoutTheme: 150 },
    prevalence: 0.25,
  });
});
