import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean.js";

test("offers a name in both languages, or nothing", () => {
  expect(didYouMean("wilsn", ["wald", "wilson"])).toEqual({
    en: ' Did you mean "wilson"?',
    zh: "是否想写“wilson”？",
  });
  expect(didYouMean("bootstrap", ["wald", "wilson"])).toEqual({ en: "", zh: "" });
  expect(didYouMean(undefined as never, undefined as never)).toEqual({ en: "", zh: "" });
});
