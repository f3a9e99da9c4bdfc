import fc from "fast-check";
import { expect, test } from "vitest";
import { fitText, wrapText } from "./fit-text.js";
import { textWidth } from "./text-width.js";

test("lines break at spaces, between Chinese characters, and inside a word only where it is too long", () => {
  expect(wrapText("Find and understand", 76, 12, 3)).toEqual(["Find and", "understand"]);
  expect(wrapText("（含视频柜员）办理业务，办结", 62, 12, 9).join("")).toBe("（含视频柜员）办理业务，办结");
  expect(wrapText("Wayfinding", 45, 12, 3)).toEqual(["Wayfi-", "nding"]);
  expect(wrapText("Personalised-service rating (mean)", 160, 12, 2)).toEqual([
    "Personalised-service",
    "rating (mean)",
  ]);
});

test("no line is wider than asked for, and there are no more than asked for", () => {
  const text = fc.string({
    minLength: 1,
    maxLength: 60,
    unit: fc.constantFrom("a", "W", " ", "中", "，", "-", "i"),
  });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 40, max: 200 }),
      fc.integer({ min: 1, max: 4 }),
      (words, width, most) => {
        const lines = wrapText(words, width, 12, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        expect(textWidth(fitText(words, width, 12), 12)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
