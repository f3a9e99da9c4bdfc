/** Which raw values are better, read off points in the order of their thresholds. */
export function stepsDirection(
  below: number | "undefined",
  steps: readonly { readonly value: number }[],
): "more" | "less" | "none" {
  const values = [...(below === "undefined" ? [] : [below]), ...steps.map(({ value }) => value)];
  const moves = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? 0)));
  if (moves.some((move) => move > 0) && moves.every((move) => move >= 0)) return "more";
  if (moves.some((move) => move < 0) && moves.every((move) => move <= 0)) return "less";
  return "none";
}
