import { type LocalizedText, nearestName } from "@cxmetrics/definition";

/**
 * A "did you mean" for a name that was not found, ready to stand inside a sentence; empty when nothing is close.
 *
 * @example
 * ```js
 * didYouMean("NETPR", ["NETPRO", "WEIGHT"]).en; // => " Did you mean NETPRO?"
 * didYouMean("age", ["NETPRO"]).zh; // => ""
 * ```
 */
export function didYouMean(name: string, candidates: readonly string[]): LocalizedText {
  const nearest = nearestName(name, candidates);
  return nearest === undefined
    ? { en: "", zh: "" }
    : { en: ` Did you mean ${nearest}?`, zh: `您是否想写 ${nearest}？` };
}

/**
 * Some names as a readable list: the first dozen, and how many more there are.
 *
 * @example
 * ```js
 * someNames(["a", "b"]); // => "a, b"
 * ```
 */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => (name === "" ? '""' : name));
  return shown.join(", ") + (names.length > 12 ? `, … (+${names.length - 12})` : "");
}
